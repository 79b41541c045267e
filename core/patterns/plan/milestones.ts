/** Milestone checklist: what must be true at each milestone, by when, proved by what, and how many are. */
import type { Pattern } from '../pattern.ts';
import { choice, date, diagram, heading, number, percent, sum, table, text } from '../write.ts';

const project = text('project', 'Project', 'EU payments launch');
const first = date('first', 'First date', '2026-09-04');
const second = date('second', 'Second date', '2026-10-02');
const third = date('third', 'Third date', '2026-10-30');
const fourth = date('fourth', 'Fourth date', '2026-11-20');
const state = (name: string, label: string, ...options: readonly [string, ...string[]]) =>
  choice(name, `${label}: state`, ...options);
const load = state('load', 'Load test', 'done', 'open', 'late');
const legal = state('legal', 'Licence', 'done', 'open', 'late');
const rollback = state('rollback', 'Rollback', 'open', 'done', 'late');
const alerts = state('alerts', 'Alerts', 'open', 'done', 'late');
const pilot = state('pilot', 'Pilot', 'open', 'done', 'late');
const launch = state('launch', 'Launch', 'open', 'done', 'late');
const done = number('done', 'How many are done', '2');
const open = number('open', 'How many are not', '4');
const all = sum('all', 'How many there are', done, open);
const share = percent('share', 'Done, in percent', done, all, 0);

export const milestones: Pattern = {
  id: 'milestone-checklist',
  family: 'plan',
  title: 'Milestone checklist',
  trigger: 'dg-milestones',
  description: 'Milestones on a line of time and a checklist with proof, owner and state for each',
  when: 'A page that says whether something may go live: each condition with its proof, none by word of mouth.',
  inputs: [project, first, second, third, fourth, done, open],
  body: [
    heading`## ${project}: milestones plan`,
    diagram`
      gantt
          title ${project}: ${done} of ${all} conditions met, ${share}%
          dateFormat YYYY-MM-DD
          axisFormat %d %b
          tickInterval 2week

          section Ready
          Load test at 3 times the peak :loadTest, ${first}, 20d
          Ready to bear it :milestone, ready, ${second}, 0d

          section Pilot
          Pilot with 1% of merchants :pilotRun, ${second}, 20d
          Pilot judged :milestone, judged, ${third}, 0d

          section Live
          From 5% to 100% in 4 steps :rollout, ${third}, 20d
          Live in 27 countries :crit, milestone, live, ${fourth}, 0d
    `,
    table`
      | Milestone | Condition | Proof | Owner | By | State |
      | --- | --- | --- | --- | --- | --- |
      | Ready | 9,000 payments/s for 1 h, p99 < 400 ms | k6 report 118 | Platform | ${second} | ${load} |
      | Ready | Licence for 27 countries | Letter of the regulator | Legal | ${second} | ${legal} |
      | Pilot | Rolled back in 4 min, twice | Minutes of the rehearsal | Payments | ${second} | ${rollback} |
      | Pilot | Alert on 0.5% declined above usual | Fired in the rehearsal | Payments | ${second} | ${alerts} |
      | Live | 1% of merchants, 0 payments lost in 14 days | Ledger against PSP file | Finance | ${third} | ${pilot} |
      | Live | 100%, errors < 0.1% for 7 days | Grafana \`payments-eu\` | Payments | ${fourth} | ${launch} |
    `,
    heading`### Where it stands`,
    table`
      | State | Conditions |
      | --- | ---: |
      | Done | ${done} |
      | Not done | ${open} |
      | **Total** | **${all}** |
    `,
    heading`### Why none is waived`,
    table`
      | Who | What was waived | What came of it |
      | --- | --- | --- |
      | TSB, April 2018 | A trial with real load | 1.9 million customers locked out, £330M |
    `,
  ],
};
