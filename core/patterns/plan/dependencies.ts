/** Plan with dependencies: tasks that wait for each other, when each is done, and the chain that sets the date. */
import type { Pattern } from '../pattern.ts';
import { date, diagram, heading, number, sum, table, text } from '../write.ts';

const project = text('project', 'Project', 'Single sign-on');
const start = date('start', 'First day', '2026-09-07');

/** One task with its days and who does it. */
const task = (name: string, title: string, days: string, owner: string) => ({
  title: text(name, 'Task', title),
  days: number(`${name}Days`, `${title}: days`, days),
  owner: text(`${name}Owner`, `${title}: owner`, owner),
});

const schema = task('schema', 'Accounts merged', '8', 'Data');
const provider = task('provider', 'Keycloak 26 in two zones', '6', 'Platform');
const sdk = task('sdk', 'Sign-in library', '9', 'Identity');
const apps = task('apps', '14 apps moved', '15', 'Apps');
const audit = task('audit', 'Penetration test', '5', 'Security');
const launch = task('launch', 'Rollout, 5% to 100%', '10', 'Identity');
const critical = sum('critical', 'Longest chain, in days', schema.days, sdk.days, apps.days, audit.days, launch.days);
const effort = sum(
  'effort',
  'All tasks, in days',
  schema.days,
  provider.days,
  sdk.days,
  apps.days,
  audit.days,
  launch.days,
);

export const dependencyPlan: Pattern = {
  id: 'plan-with-dependencies',
  family: 'plan',
  title: 'Plan with dependencies',
  trigger: 'dg-plan',
  description: 'A Gantt chart and a graph of the same tasks, the chain that sets the date, and who does what',
  when: 'A page a project is led by: what waits for what, and which delay moves the end.',
  inputs: [project, start, schema.days, provider.days, sdk.days, apps.days, audit.days, launch.days],
  body: [
    heading`## ${project}: plan`,
    diagram`
      gantt
          title ${project}: ${critical} days on the longest chain
          dateFormat YYYY-MM-DD
          axisFormat %d %b
          tickInterval 1week

          section Ground
          ${schema.title}, ${schema.days} days :crit, schema, ${start}, ${schema.days}d
          ${provider.title}, ${provider.days} days :provider, ${start}, ${provider.days}d

          section Build
          ${sdk.title}, ${sdk.days} days :crit, sdk, after schema, ${sdk.days}d
          ${apps.title}, ${apps.days} days :crit, apps, after sdk, ${apps.days}d

          section Finish
          ${audit.title}, ${audit.days} days :crit, audit, after apps, ${audit.days}d
          ${launch.title}, ${launch.days} days :crit, launch, after audit, ${launch.days}d
    `,
    diagram`
      flowchart LR
          schema["${schema.title}<br/>${schema.days} days"]
          provider["${provider.title}<br/>${provider.days} days"]
          sdk["${sdk.title}<br/>${sdk.days} days"]
          apps["${apps.title}<br/>${apps.days} days"]
          audit["${audit.title}<br/>${audit.days} days"]
          launch["${launch.title}<br/>${launch.days} days"]

          schema ==> sdk ==> apps ==> audit ==> launch
          provider --> sdk

          classDef critical fill:#F59E0B,stroke:#935F07,color:#030712
          classDef slack fill:#10B981,stroke:#0A6F4D,color:#030712
          class schema,sdk,apps,audit,launch critical
          class provider slack
    `,
    table`
      | Task | Days | Waits for | Owner | Done when |
      | --- | ---: | --- | --- | --- |
      | ${schema.title} | ${schema.days} | | ${schema.owner} | 0 of 3.1M accounts have a twin |
      | ${provider.title} | ${provider.days} | | ${provider.owner} | 2,000 logins/s for 1 h, a zone switched off |
      | ${sdk.title} | ${sdk.days} | both above | ${sdk.owner} | 3 apps sign in, p99 < 250 ms |
      | ${apps.title} | ${apps.days} | the library | ${apps.owner} | all 14 sign in at staging |
      | ${audit.title} | ${audit.days} | the apps | ${audit.owner} | no finding above medium |
      | ${launch.title} | ${launch.days} | the test | ${launch.owner} | login errors < 0.2% for 7 days |
      | **Total** | **${effort}** | | | |
    `,
    heading`### What would move the end`,
    table`
      | Risk | Moves it by | Seen by | Then |
      | --- | ---: | --- | --- |
      | Twins that nobody can merge | 5 days | more than 400 on day 4 | Support asks their owners |
      | An app without tests | 3 days | red on day 2 of its move | it keeps its own login until October |
      | Findings above medium | 4 days | day 3 of the test | fix before the rollout, no exceptions |
      | It happened to | 2 months | HealthCare.gov, October 2013: 6 people enrolled on the first day | test with real load first |
    `,
  ],
};
