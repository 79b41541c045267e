/** What a configuration file may say about goals and case studies, and what it is told where it is not understood. */
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parseCaseStudies } from '../../../core/configuration/caseStudies.ts';
import { parseConfigFile } from '../../../core/configuration/configFile.ts';
import { parseGoals } from '../../../core/configuration/goals.ts';
import { configSchema } from '../../../core/derive/configSchema.ts';
import { allRules } from '../../../core/gates/index.ts';
import { createRuleNames } from '../../../core/gates/names.ts';
import { checkText } from '../../support/checkText.ts';

const problemsOf = (raw: unknown): readonly string[] => parseGoals(raw).problems.map(({ message }) => message);
const isValid = new Ajv({ strict: false }).compile(configSchema(allRules));

describe('goals in a configuration', () => {
  it('are figures with a name, pages and a day, or for each day or week', () => {
    const written = [
      { name: 'Week 3', by: '2026-11-22', diagrams: 225, tables: 75 },
      { name: 'Foundation', files: 'foundation/**', score: 90, caseStudies: 2 },
      { every: 'week', from: '2026-11-02', until: '2027-01-24', diagrams: 75 },
    ];
    assert.deepEqual(parseGoals(written), {
      goals: [
        { name: 'Week 3', files: [], by: '2026-11-22', pace: undefined, wanted: { diagrams: 225, tables: 75 } },
        {
          name: 'Foundation',
          files: ['foundation/**'],
          by: undefined,
          pace: undefined,
          wanted: { score: 90, caseStudies: 2 },
        },
        {
          name: undefined,
          files: [],
          by: undefined,
          pace: { every: 'week', from: '2026-11-02', until: '2027-01-24' },
          wanted: { diagrams: 75 },
        },
      ],
      problems: [],
    });
    assert.ok(isValid({ goals: written, caseStudies: ['systems/*/', { files: 'a.md', requires: ['Map'] }] }));
    assert.ok(isValid({ caseStudies: 'systems/*/' }));
  });

  for (const [goal, problem] of [
    ['Week 1', 'A goal must be an object with a `name` and what is to be reached.'],
    [{ diagrams: 5 }, 'A goal needs a `name`, such as `"Week 1"`, or `every` with a day or week.'],
    [{ name: '', diagrams: 5 }, '`name` must be a text of 1 to 100 characters.'],
    [
      { name: 'Empty' },
      'A goal needs a figure to reach: `pages`, `diagrams`, `tables`, `incidents`, `costPages`, `caseStudies`, `score`, `visualShare`, `threeAmShare` or `costShare`.',
    ],
    [{ name: 'Slip', diagrms: 5 }, 'A goal has no `diagrms`: did you mean `diagrams`?'],
    [{ name: 'Part', diagrams: 2.5 }, '`diagrams` must be a whole number from 1 to 1000000.'],
    [{ name: 'All', score: 101 }, '`score` must be a number of percent, more than 0 and at most 100.'],
    [{ name: 'Late', by: '2026-02-30', pages: 1 }, '`by` must be a day of the calendar, such as `2026-11-20`.'],
    [{ name: 'Some', files: [], pages: 1 }, '`files` must be a glob or a list of globs.'],
    [{ name: 'Back', files: 'a\\b', pages: 1 }, '`files` must be written with `/` between folders.'],
    [{ every: 'month', from: '2026-11-02', pages: 1 }, '`every` must be `day`, `workday` or `week`.'],
    [{ every: 'week', pages: 1 }, 'A goal with `every` needs `from`, its first day, such as `"2026-11-02"`.'],
    [{ every: 'week', from: '2026-11-02', until: '2026-11-01', pages: 1 }, '`until` must not be before `from`.'],
    [
      { name: 'Both', every: 'week', from: '2026-11-02', by: '2026-11-03', pages: 1 },
      'A goal has either `by`, one day, or `every` with `from`.',
    ],
    [{ name: 'From', from: '2026-11-02', pages: 1 }, '`from` goes with `every`; the last day of a goal is `by`.'],
    [
      { every: 'day', from: '2026-11-02', score: 90 },
      '`score` is in percent and cannot be asked for every day or week: give it a goal of its own.',
    ],
  ] as const) {
    it(`says of ${JSON.stringify(goal)}: ${problem}`, () => {
      const { goals } = parseGoals([goal]);
      assert.deepEqual([goals, problemsOf([goal])], [[], [problem]]);
    });
  }

  it('must be a list, and one that is not understood leaves the others', () => {
    assert.match(problemsOf({ diagrams: 5 }).join(), /^`goals` must be a list of at most 200 objects, such as/);
    const { goals, problems } = parseGoals([{ name: 'Wrong' }, { name: 'Right', pages: 3 }]);
    assert.deepEqual([goals.map(({ name }) => name), problems.map(({ path }) => path)], [['Right'], [['goals', 0]]]);
  });

  it('are underlined in their file, and mean nothing in an override or in front matter', async () => {
    const text =
      '{ "goals": [{ "name": "Week 1", "diagrams": "many" }], "overrides": [{ "files": "a", "goals": [] }] }';
    const { findings } = await checkText(text, { request: { kind: 'configuration' } });
    assert.deepEqual(
      findings.map(({ span }) => text.slice(span.start, span.end)),
      ['"many"', '"goals"'],
    );
    assert.deepEqual(parseConfigFile(text, createRuleNames(allRules)).goals, []);
  });
});

describe('case studies in a configuration', () => {
  it('are a glob, or globs with what each must show', () => {
    assert.deepEqual(parseCaseStudies('systems/*/').caseStudies, [{ files: 'systems/*/', requires: undefined }]);
    assert.deepEqual(parseCaseStudies(['a.md', { files: 'b/*/', requires: [' Map '] }]).caseStudies, [
      { files: 'a.md', requires: undefined },
      { files: 'b/*/', requires: ['Map'] },
    ]);
  });

  for (const [raw, problem] of [
    [
      7,
      '`caseStudies` must be a glob, such as `"systems/*/"`, an object with `files` and `requires`, or a list of these.',
    ],
    ['', '`caseStudies` must not be empty.'],
    [{ files: 'a', needs: [] }, 'Case studies have no `needs`, only `files` and `requires`.'],
    [
      { files: 'a', requires: [] },
      '`requires` must be a list of 1 to 50 phrases, such as `["Architecture", "Request flow"]`.',
    ],
  ] as const) {
    it(`says of ${JSON.stringify(raw)}: ${problem}`, () => {
      const { caseStudies, problems } = parseCaseStudies([raw]);
      assert.deepEqual([caseStudies, problems.map(({ message }) => message)], [[], [problem]]);
    });
  }
});
