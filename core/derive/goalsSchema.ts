/** The JSON schemas of the goals and case studies of a configuration file. */
import { goalShares, paces } from '../goals/goal.ts';
import type { GoalMeasure } from '../goals/goal.ts';
import type { JsonSchema } from './ruleSchemas.ts';

const glob: JsonSchema = { type: 'string', minLength: 1 };
const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };

/** What each figure counts, for completion, hovers and the docs. */
const measureMeanings: Readonly<Record<GoalMeasure, string>> = {
  pages: 'Pages.',
  diagrams: 'Diagrams that render.',
  tables: 'Tables.',
  incidents: 'Pages about an incident.',
  costPages: 'Pages about costs.',
  caseStudies: 'Case studies that are complete.',
  score: 'The mean of the pages’ scores, in percent.',
  visualShare: 'What is shown over all that is shown or told, in percent.',
  threeAmShare: 'Pages that pass the 3 AM test, in percent of those it applies to.',
  costShare: 'Pages with an amount of money in a diagram or table, in percent.',
};

const measures = Object.fromEntries(
  Object.entries(measureMeanings).map(([id, description]): [string, JsonSchema] => [
    id,
    goalShares.some((share) => share === id)
      ? { description, type: 'number', exclusiveMinimum: 0, maximum: 100 }
      : { description, type: 'integer', minimum: 1 },
  ]),
);

export const goalsSchema: JsonSchema = {
  description: 'What is to be reached with the pages below this file; the dashboard and `report` count it.',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { description: 'What it is called, such as `Week 3` or `Phase 1`.', type: 'string', minLength: 1 },
      files: {
        description: 'Globs of the pages it counts; all below this file unless told.',
        anyOf: [glob, { type: 'array', items: glob, minItems: 1 }],
      },
      by: { description: 'The day by which it is to be reached, such as `2026-11-20`.', ...day },
      every: { description: 'The figures are for each of these, from the first day on.', type: 'string', enum: paces },
      from: { description: 'With `every`: the first day.', ...day },
      until: { description: 'With `every`: the last day.', ...day },
      ...measures,
    },
    anyOf: [{ required: ['name'] }, { required: ['every'] }],
    dependencies: { every: ['from'], from: ['every'], until: ['every'] },
    additionalProperties: false,
    defaultSnippets: [
      { label: 'A goal', body: { name: '${1:Week 1}', by: '${2:2026-11-20}', diagrams: '^${3:75}' } },
      { label: 'So many each week', body: { every: 'week', from: '${1:2026-11-02}', diagrams: '^${2:75}' } },
    ],
  },
};

const caseStudyForms: readonly JsonSchema[] = [
  glob,
  {
    type: 'object',
    properties: {
      files: { description: 'A glob of folders, with `/` at its end, or of pages.', ...glob },
      requires: {
        description:
          'What must stand in a heading above a diagram, such as `Architecture`; twelve diagrams unless told.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
        minItems: 1,
      },
    },
    required: ['files'],
    additionalProperties: false,
  },
];

export const caseStudiesSchema: JsonSchema = {
  description:
    'Which folders (`systems/*/`) or pages are case studies; the dashboard and `report` say what each lacks.',
  anyOf: [...caseStudyForms, { type: 'array', items: { anyOf: caseStudyForms } }],
};
