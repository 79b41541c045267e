/** `report` held against the goals and case studies of the configuration. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { SetReport } from '../../core/report/set.ts';
import { pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';

const good = pageWith('flowchart LR\n  a --> b');
const twice = pageWith('flowchart LR\n  a --> b', 'flowchart LR\n  c --> d');
const broken = pageWith('flowchart LR\n  BROKEN');
const titled = (title: string, page: string): string => `# ${title}\n\n${page.replaceAll('# ', '## ')}`;
const table = '\n| part | price |\n| --- | --- |\n| pump | $40 |\n';

const config = {
  goals: [
    { name: 'Week 3', by: '2026-11-22', diagrams: 10, tables: 1, incidents: 2, costPages: 1 },
    { name: 'Ferries', files: 'ferries/**', by: '2026-11-01', diagrams: 4 },
    { every: 'week', from: '2026-11-02', pages: 2 },
  ],
  caseStudies: [{ files: 'ferries/*/', requires: ['Timetable', 'Engine room'] }, 'nowhere/*/'],
};
const files = {
  '.diagram-gates.json': JSON.stringify(config),
  'storm.md': titled('Outage of the harbour, 3 May 2026', good),
  'fuel.md': titled('What fuel costs', `${good}${table}`),
  'ferries/north/README.md': titled('Timetable', twice),
  'ferries/north/deck.md': titled('Engine room', good),
  'ferries/south/README.md': titled('Timetable of the south', good),
  'ferries/south/engine.md': titled('Engine room', broken),
  'other/.diagram-gates.json': '{ "goals": [{ "name": "Its own", "pages": 1 }] }',
  'other/page.md': good,
};

describe('diagram-gates report with goals', () => {
  let project: Project;
  before(async () => {
    project = await Project.with(files);
  });
  after(() => project.dispose());
  const report = async (args: readonly string[], below = '.'): Promise<SetReport> =>
    JSON.parse((await project.run(['report', '--format', 'json', ...args], { below })).stdout) as SetReport;

  it('counts pages, diagrams that render, tables, incidents and cost pages', async () => {
    const { whole, goals } = await report([]);
    assert.deepEqual(
      [whole.documents, whole.diagrams, whole.broken, whole.tables, whole.incidents, whole.costPages, whole.costRatio],
      [7, 8, 1, 1, 1, 1, 0.1429],
    );
    assert.deepEqual(
      goals.map(({ file, name, state, due, measures }) => [
        file,
        name,
        state,
        due,
        ...measures.map(({ id, have, want }) => `${id} ${have}/${want}`),
      ]),
      [
        ['.diagram-gates.json', 'Week 3', 'open', '2026-11-22', 'diagrams 7/10', 'tables 1/1', 'incidents 1/2', 'costPages 1/1'], // prettier-ignore
        ['.diagram-gates.json', 'Ferries', 'reached', '2026-11-01', 'diagrams 4/4'],
        ['.diagram-gates.json', null, 'reached', '2026-11-22', 'pages 7/6'],
        ['other/.diagram-gates.json', 'Its own', 'reached', null, 'pages 1/1'],
      ],
    );
  });

  it('says of each phase and case study what it lacks', async () => {
    const { parts } = await report([]);
    assert.deepEqual(parts, [
      {
        kind: 'phase',
        name: 'Ferries',
        pages: 4,
        diagrams: 5,
        required: { found: 4, wanted: 4, lacking: [] },
        broken: 1,
        brokenPage: 'ferries/south/engine.md',
        badLinks: 0,
        badLinkPage: null,
        complete: false,
      },
      {
        kind: 'case-study',
        name: 'ferries/north',
        pages: 2,
        diagrams: 3,
        required: { found: 2, wanted: 2, lacking: [] },
        broken: 0,
        brokenPage: null,
        badLinks: 0,
        badLinkPage: null,
        complete: true,
      },
      {
        kind: 'case-study',
        name: 'ferries/south',
        pages: 2,
        diagrams: 2,
        required: { found: 1, wanted: 2, lacking: ['Engine room'] },
        broken: 1,
        brokenPage: 'ferries/south/engine.md',
        badLinks: 0,
        badLinkPage: null,
        complete: false,
      },
      {
        kind: 'case-study',
        name: 'nowhere/*/',
        pages: 0,
        diagrams: 0,
        required: null,
        broken: 0,
        brokenPage: null,
        badLinks: 0,
        badLinkPage: null,
        complete: false,
      },
    ]);
  });

  it('counts the goals of a file above over the pages it is asked about, and of a named file over all', async () => {
    const below = await report(['.'], 'ferries');
    assert.deepEqual(
      below.goals.map(({ file, measures }) => [file, ...measures.map(({ id, have }) => `${id} ${have}`)]),
      [
        ['../.diagram-gates.json', 'diagrams 4', 'tables 0', 'incidents 0', 'costPages 0'],
        ['../.diagram-gates.json', 'diagrams 4'],
        ['../.diagram-gates.json', 'pages 4'],
      ],
    );
    const named = await report(['--config', 'other/.diagram-gates.json']);
    assert.deepEqual(
      named.goals.map(({ measures }) => measures),
      [[{ id: 'pages', have: 7, want: 1, reached: true }]],
    );
  });

  it('says in words what is reached and what is lacking', async () => {
    const { stdout } = await project.run(['report']);
    assert.match(stdout, /^ {2}Week 3\s+diagrams\s+7\s+10\s+70 %\s+2026-11-22\s+under way$/m);
    assert.match(stdout, /^ {2}Week 3\s+pages\s+7\s+6\s+100 %\s+2026-11-22\s+reached$/m);
    assert.match(stdout, /^ {2}Week 3\s+tables\s+1\s+1\s+100 %\s+2026-11-22\s+reached$/m, 'though not all of it is');
    assert.match(stdout, /^ {2}ferries\/south\s+case study\s+2\s+1 of 2\s+1\s+0\s+no\s+Engine room$/m);
    assert.match(stdout, /7 pages \(1 about incidents, 1 about costs\); 8 diagrams, 1 of them broken; 1 tables;/);
    const markdown = (await project.run(['report', '--format', 'markdown'])).stdout;
    assert.match(markdown, /\| Ferries \| diagrams \| 4 \| 4 \| 100 % \| 2026-11-01 \| reached \|/);
    const html = (await project.run(['report', '--format', 'html'])).stdout;
    assert.match(html, /<h2>Completeness<\/h2>/);
  });

  it('of changed files alone says nothing of goals', async () => {
    const other = await Project.with(files);
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    for (const args of [
      ['init', '-q'],
      [...who, 'commit', '-q', '--allow-empty', '-m', 'nothing'],
    ]) {
      execFileSync('git', args, { cwd: other.root, stdio: 'pipe' });
    }
    const { stdout } = await other.run(['report', '--format', 'json', '--changed']);
    other.dispose();
    const { whole, goals, parts } = JSON.parse(stdout) as SetReport;
    assert.deepEqual([whole.documents, goals, parts], [7, [], []], 'all files are new');
  });

  it('complains about a goal that is not understood, and counts the others', async () => {
    const other = await Project.with({
      '.diagram-gates.json': '{ "goals": [{ "name": "A", "diagrams": 0 }, { "name": "B", "pages": 1 }] }',
      'a.md': good,
    });
    const { code, stdout, stderr } = await other.run(['report', '--format', 'json']);
    other.dispose();
    assert.deepEqual([code, (JSON.parse(stdout) as SetReport).goals.map(({ name }) => name)], [2, ['B']]);
    assert.match(stderr, /not all of this configuration is understood/);
  });
});
