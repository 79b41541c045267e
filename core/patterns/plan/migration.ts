/** Migration: phases with their share of traffic, what must hold before the next one, and the way back from each. */
import type { Pattern } from '../pattern.ts';
import { date, diagram, heading, number, shell, sum, table, text } from '../write.ts';

const what = text('what', 'What is migrated', 'Customer database');
const service = text('service', 'Its name in commands and dashboards', 'customers');
const from = text('from', 'From', 'Oracle 19c');
const to = text('to', 'To', 'PostgreSQL 17');
const rows = text('rows', 'How much there is', '840M rows, 2.1 TB');
const start = date('start', 'First day', '2026-09-01');
const copy = number('copy', 'Days of copying', '6');
const shadow = number('shadow', 'Days of shadow reads', '14');
const partial = number('partial', 'Days with a part of the traffic', '10');
const full = number('full', 'Days with all of it, the old one kept', '30');
const days = sum('days', 'Days in all', copy, shadow, partial, full);
const share = number('share', 'First share of the traffic, in percent', '5');
const differences = number('differences', 'Differences that are allowed, in a million reads', '2');
const back = number('back', 'Way back while both are written, in minutes', '3');

export const migration: Pattern = {
  id: 'migration',
  family: 'plan',
  title: 'Migration',
  trigger: 'dg-migration',
  description: 'Phases as a Gantt chart, what must hold before the next, and a way back from each',
  when: 'A page that a migration is run by: who decides on what, at which figure, and how it is undone.',
  inputs: [what, from, to, start, copy, shadow, partial, full],
  body: [
    heading`## ${what}: migration from ${from} to ${to}`,
    diagram`
      gantt
          title ${what}, ${rows}: ${days} days from ${from} to ${to}
          dateFormat YYYY-MM-DD
          axisFormat %d %b
          tickInterval 1week

          section Copy
          Copy and catch up, ${copy} days :copy, ${start}, ${copy}d
          Shadow reads, ${shadow} days :shadow, after copy, ${shadow}d

          section Move
          From ${share}% to 100% of reads, ${partial} days :partial, after shadow, ${partial}d
          All reads and writes, ${full} days :full, after partial, ${full}d

          section End
          Point of no return :crit, milestone, gone, after full, 0d
    `,
    table`
      | Phase | Days | Next only when | Who decides | Way back | Takes |
      | --- | ---: | --- | --- | --- | ---: |
      | Copy | ${copy} | lag < 2 s for 24 h | Data | Drop the copy | 1 min |
      | Shadow reads | ${shadow} | at most ${differences} differences in a million | Data | Switch shadow reads off | 1 min |
      | Part of the reads | ${partial} | p99 < 15 ms, errors < 0.05% | Data, Support | Reads to ${from} | ${back} min |
      | All of it | ${full} | no way back was needed | Head of engineering | Writes to ${from}, kept in step | ${back} min |
      | **Total** | **${days}** | | | | |
    `,
    heading`### Ways back`,
    diagram`
      flowchart TB
          copy["Copy<br/>lag < 2 s"]
          shadow["Shadow reads<br/>${differences} differences<br/>in a million"]
          part["${share}% of reads<br/>p99 < 15 ms"]
          all["100%<br/>for ${full} days"]
          gone["${from} off"]
          back["Back on ${from}<br/>in ${back} min"]

          copy --> shadow --> part --> all --> gone
          shadow -.->|"more differences"| back
          part -.->|"errors above 0.05%"| back
          all -.->|"any lost write"| back

          classDef forward fill:#3B82F6,stroke:#234E94,color:#030712
          classDef return fill:#F59E0B,stroke:#935F07,color:#030712
          class copy,shadow,part,all,gone forward
          class back return
    `,
    heading`### What to run`,
    shell`
      # How far behind is the copy?
      psql -h ${service}-new -c "SELECT now() - max(applied_at) AS lag FROM replication_state"
      # Which reads differ? The ten commonest.
      ${service}ctl shadow diff --top 10 --since 24h
      # Back, in ${back} min: reads and writes to ${from}.
      ${service}ctl route set --reads old --writes old
    `,
    heading`### What others learned`,
    table`
      | Who | What happened | So we |
      | --- | --- | --- |
      | TSB, April 2018 | All customers moved in a weekend: 1.9 million locked out | start with ${share}% |
      | Notion, 2021 | Double writes and dark reads before 480 shards took over | compare for ${shadow} days |
    `,
  ],
};
