/** Milestone checklist: a board of conditions, each with the command that proves it, who decides, and what happens without. */
import type { Pattern } from '../pattern.ts';
import { choice, date, diagram, heading, number, percent, shell, sum, table, text } from '../write.ts';

const project = text('project', 'Project', 'EU payments launch');
const service = text('service', 'Its name in commands and dashboards', 'payments-eu');
const ready = date('ready', 'Day on which it must be ready', '2026-10-02');
const judged = date('judged', 'Day on which the pilot is judged', '2026-10-30');
const live = date('live', 'Day on which it is live', '2026-11-20');
const state = (name: string, label: string, ...options: readonly [string, ...string[]]) =>
  choice(name, `${label}: state`, ...options);
const load = state('load', 'Load test', 'done', 'open', 'late');
const legal = state('legal', 'Licence', 'done', 'open', 'late');
const rollback = state('rollback', 'Rollback', 'late', 'open', 'done');
const alerts = state('alerts', 'Alerts', 'done', 'open', 'late');
const ledger = state('ledger', 'Ledger', 'open', 'done', 'late');
const support = state('support', 'Support', 'open', 'done', 'late');
const launch = state('launch', 'Launch', 'open', 'done', 'late');
const done = number('done', 'How many are done', '3');
const late = number('late', 'How many are late', '1');
const open = number('open', 'How many are open', '3');
const all = sum('all', 'How many there are', done, late, open);
const share = percent('share', 'Done, in percent', done, all, 0);
const perSecond = number('perSecond', 'Payments a second in the load test', '9000');
const back = number('back', 'A rollback may take, in minutes', '5');
const took = number('took', 'The last rollback took, in minutes', '11');

export const milestones: Pattern = {
  id: 'milestone-checklist',
  family: 'plan',
  title: 'Milestone checklist',
  trigger: 'dg-milestones',
  description: 'A board of what must be true at each milestone, with its proof, the command behind it and who decides',
  when: 'A page that says whether something may go live: each condition with its proof, none by word of mouth.',
  inputs: [project, ready, judged, live, done, late, open],
  body: [
    heading`## ${project}: go or no go`,
    diagram`
      kanban
        ready[Ready, ${ready}]
          load["${perSecond} payments/s for 1 h, p99 < 400 ms: ${load}"]@{ assigned: "Platform" }
          legal["Licence for 27 countries: ${legal}"]@{ assigned: "Legal" }
          rollback["Rolled back within ${back} min, twice: ${rollback}"]@{ assigned: "Payments" }
          alerts["Page at 0.5% declined above usual: ${alerts}"]@{ assigned: "Payments" }
        pilot[Pilot of 1%, ${judged}]
          ledger["0 payments lost in 14 days: ${ledger}"]@{ assigned: "Finance" }
          support["30 tickets a day or fewer: ${support}"]@{ assigned: "Support" }
        live[Live, ${live}]
          launch["100%, errors < 0.1% for 7 days: ${launch}"]@{ assigned: "Payments" }
    `,
    table`
      | Milestone | Condition | Proof | State |
      | --- | --- | --- | --- |
      | Ready | ${perSecond} payments/s for 1 h, p99 < 400 ms | k6 report 118: p99 of 342 ms | ${load} |
      | Ready | Licence for 27 countries | Letter of the Bank of Lithuania, 3 September 2026 | ${legal} |
      | Ready | Rolled back within ${back} min, twice | Rehearsal of 24 September 2026: ${took} min | ${rollback} |
      | Ready | Page at 0.5% declined above usual | Fired in the rehearsal after 70 s | ${alerts} |
      | Pilot | 0 payments lost in 14 days | Ledger against the acquirer's file, every night | ${ledger} |
      | Pilot | 30 tickets a day or fewer | Zendesk view \`${service}\` | ${support} |
      | Live | 100%, errors < 0.1% for 7 days | Grafana \`${service}-slo\` | ${launch} |
    `,
    heading`### Where it stands`,
    table`
      | State | Conditions | What follows |
      | --- | ---: | --- |
      | Done | ${done} | ${share}% of ${all} |
      | Late | ${late} | Rollback: the cache of rates is warmed first, next rehearsal on 30 September |
      | Open | ${open} | None is due before ${judged} |
      | **Total** | **${all}** | |
    `,
    heading`### Prove it`,
    shell`
      # Load: fails by itself when a threshold is missed.
      k6 run --vus 1200 --duration 1h load/${service}.js
      # Rollback: must end within ${back} min, then errors fall below 0.1%.
      time (kubectl -n ${service} rollout undo deployment/api && kubectl -n ${service} rollout status deployment/api)
      # Ledger: payments of ours that the acquirer's file lacks. There must be none.
      psql -h ${service}-db -c "SELECT count(*) FROM ledger l LEFT JOIN acquirer_file a USING (payment_id) WHERE a.payment_id IS NULL AND l.settled_on = current_date - 1"
    `,
    heading`### Who says no`,
    table`
      | At | Decides | Without it | Stopped at once if |
      | --- | --- | --- | --- |
      | Ready | Head of payments | The pilot moves by 1 week | |
      | Pilot | Finance | 1% stays 1% for 14 more days | 1 payment is lost, or errors reach 1% for 5 min |
      | Live | Head of payments | Back to 5% of merchants in ${back} min | declined is 2% above usual for 10 min |
    `,
    table`
      | It happened to | What was waived | What came of it |
      | --- | --- | --- |
      | TSB, April 2018 | A trial with real load | 1.9 million customers locked out, £330M |
    `,
  ],
};
