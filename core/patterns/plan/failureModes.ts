/** Failure modes (FMEA): what can fail, how bad, how often, how hidden, and which to work on first. */
import type { Pattern, Value } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { diagram, heading, number, product, shell, sum, table, text } from '../write.ts';

const system = text('system', 'System', 'Door lock cloud');
const service = text('service', 'Its name in commands and dashboards', 'locks');

/** One way to fail, each rated from 1 to 10; the risk priority number is the product of the three. */
function mode(name: string, title: string, severity: string, occurrence: string, detection: string) {
  const bad = number(`${name}Severity`, `${title}: severity, 1 to 10`, severity);
  const often = number(`${name}Occurrence`, `${title}: occurrence, 1 to 10`, occurrence);
  const hidden = number(`${name}Detection`, `${title}: how hidden, 1 to 10`, detection);
  const both: Value = product(`${name}Both`, `${title}: severity by occurrence`, bad, often, 0);
  return {
    title: text(name, 'What fails', title),
    bad,
    often,
    hidden,
    risk: product(`${name}Risk`, `${title}: risk priority number`, both, hidden, 0),
  };
}

const certificate = mode('certificate', 'Certificate expires', '9', '3', '8');
const broker = mode('broker', 'MQTT broker full', '7', '5', '3');
const clockSkew = mode('clockSkew', 'Clocks drift apart', '6', '4', '9');
const rollout = mode('rollout', 'Firmware does not start', '10', '2', '4');
const modes = [certificate, broker, clockSkew, rollout];
const total = sum('total', 'All risk priority numbers', ...modes.map(({ risk }) => risk));
const locks = number('locks', 'Locks in the field, in thousands', '420');

export const failureModes: Pattern = {
  id: 'failure-modes',
  family: 'plan',
  title: 'Failure modes',
  trigger: 'dg-fmea',
  description: 'An FMEA whose risk numbers are computed, with a picture of where each mode strikes and what is done',
  when: 'A page written before something fails: what could, how bad it would be, and what is worth doing about it.',
  inputs: [system, locks, ...modes.map(({ title }) => title)],
  body: [
    heading`## ${system}: failure modes`,
    diagram`
      flowchart TB
          subgraph EDGE["Edge plane"]
              lock["Lock, firmware 4.2<br/>${locks}K in the field"]
              broker["EMQX 5.8<br/>3 nodes, MQTT 5"]
          end

          subgraph SERVICE["Service plane"]
              api["${service}-api<br/>Elixir 1.18, 16 pods"]
          end

          subgraph STATE["State plane"]
              keys[("PostgreSQL 17<br/>2.1M keys")]
          end

          subgraph CONTROL["Control plane"]
              issuer["Vault 1.19<br/>certificates, 90 days"]
              update["Mender 3.7<br/>1% a day"]
          end

          lock --> broker --> api --> keys
          issuer -.->|"${certificate.title}:<br/>all locks offline"| lock
          lock -.->|"${broker.title}:<br/>commands time out"| broker
          lock -.->|"${clockSkew.title}:<br/>keys refused"| keys
          update -.->|"${rollout.title}:<br/>1% of locks stuck"| lock

          ${planeClasses}
          class lock,broker edgePlane
          class api servicePlane
          class keys statePlane
          class issuer,update controlPlane
    `,
    table`
      | What fails | Who is affected | Severity | Occurrence | Hidden | Risk | Done about it | Alert at |
      | --- | --- | ---: | ---: | ---: | ---: | --- | --- |
      | ${certificate.title} | All ${locks}K locks | ${certificate.bad} | ${certificate.often} | ${certificate.hidden} | ${certificate.risk} | Renewed at half its life | 30 days left |
      | ${broker.title} | Locks of one node, 33% | ${broker.bad} | ${broker.often} | ${broker.hidden} | ${broker.risk} | Fourth node from 80% | 80% of sessions for 5 min |
      | ${clockSkew.title} | Guests with a key for an hour | ${clockSkew.bad} | ${clockSkew.often} | ${clockSkew.hidden} | ${clockSkew.risk} | 5 min of grace, time in every message | drift > 60 s |
      | ${rollout.title} | 1% of locks, opened by hand | ${rollout.bad} | ${rollout.often} | ${rollout.hidden} | ${rollout.risk} | Two partitions, the old one starts again | 3 locks silent after an update |
      | **Total** | | | | | **${total}** | | |
    `,
    heading`### When one happens`,
    table`
      | What fails | Run first | Back in | Where to look | It happened to |
      | --- | --- | --- | --- | --- |
      | ${certificate.title} | \`vault write pki/issue/locks common_name=lock ttl=2160h\` | 50 min, rehearsed 3 June 2026 | runbook \`${service}-certificates\` | Ericsson, December 2018: a certificate took 32 million O2 users offline |
      | ${broker.title} | \`kubectl -n ${service} scale statefulset/emqx --replicas=4\` | 7 min, rehearsed 3 June 2026 | Grafana \`${service}-mqtt\` | |
      | ${clockSkew.title} | \`${service}ctl grace set 15m\` | 2 min, rehearsed 3 June 2026 | Grafana \`${service}-clock\` | |
      | ${rollout.title} | \`${service}ctl update pause --all\` | 1 min, rehearsed 3 June 2026 | Grafana \`${service}-update\` | CrowdStrike, July 2024: 8.5 million machines did not start |
    `,
    shell`
      # Which certificates end within 30 days? None should.
      vault list -format=json pki/certs | ${service}ctl certs --ending-within 30d
    `,
  ],
};
