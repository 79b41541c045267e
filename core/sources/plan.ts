/** A plan of tasks: when each can begin, which ones decide the end, and who has how much to do. */
import { emitPlan } from './plan/emit.ts';
import { durationOf, readPlan } from './plan/read.ts';
import { recordFormat } from './records.ts';
import { defineSource, usualMostBytes } from './source.ts';

const words = [
  /\b(?:depends(?:[ _]?on)?|dependenc(?:y|ies)|after|predecessors?|blocked[ _]?by|requires)\b/i,
  /\b(?:duration|days|estimate|effort|weeks|hours)\b/i,
  /\b(?:task|id|activity|name|title)\b/i,
  /\b(?:owner|assignee|who|responsible)\b/i,
];

export const plan = defineSource({
  id: 'plan',
  title: 'Task plan',
  reads: 'YAML, JSON, CSV or a Markdown table of tasks with id, name, duration, dependencies and owner',
  makes: 'a Gantt chart with the critical path, a graph of the dependencies, and the load of each owner',
  files: ['*.yaml', '*.yml', '*.json', '*.csv', '*.tsv', '*.md'],
  mostBytes: usualMostBytes,
  options: [
    {
      name: 'start',
      label: 'The day the plan begins, such as 2026-03-02',
      otherwise: 'the first start that a task has',
      problemOf: (value) =>
        /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
          ? undefined
          : 'write a day such as 2026-03-02',
    },
    {
      name: 'unit',
      label: 'What a duration without a unit counts: h, d or w',
      otherwise: 'days, or what the column is called',
      problemOf: (value) => (durationOf('1', value) === undefined ? 'write h, d or w' : undefined),
    },
  ],
  detect({ head }) {
    const format = recordFormat(head);
    if (format === undefined) return 0;
    // Of a table the columns are named at the top, elsewhere in each record.
    const named = format === 'delimited' ? head.slice(0, 500) : head.slice(0, 5_000);
    const [depends, lasts, ...others] = words.map((pattern) => pattern.test(named));
    if (depends !== true) return 0;
    return 0.35 + (lasts === true ? 0.35 : 0) + 0.1 * others.filter((each) => each).length;
  },
  parse: readPlan,
  emit: emitPlan,
});
