/** `report --history`: what the pages were like at commits of the past. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SetReport } from '../../core/report/set.ts';
import { pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');

describe('diagram-gates report --history', () => {
  let project: Project;
  const git = (day: string, ...args: readonly string[]): void => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
    const dates = { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    execFileSync('git', [...who, ...args], { cwd: project.root, stdio: 'pipe', env: { ...process.env, ...dates } });
  };
  const commit = (day: string, files: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(project.root, name);
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
    }
    git(day, 'add', '-A');
    git(day, 'commit', '-qm', day);
  };
  const history = async (args: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await project.run(['report', '--format', 'json', ...args], { today: '2026-03-20' });
    const { history: points = [] } = JSON.parse(stdout) as SetReport;
    return points.map(
      (point) =>
        `${point.day} ${point.commit === '' ? 'now' : 'then'}: ${point.documents} pages, ${point.diagrams} diagrams, ${point.broken} broken`,
    );
  };

  before(async () => {
    project = await Project.with({ 'a.md': broken, 'docs/deep.md': good, 'readme.txt': 'no page' });
    git('2026-03-02', 'init', '-q');
    commit('2026-03-02', {});
    commit('2026-03-09', { 'a.md': good });
    commit('2026-03-16', { 'b.mmd': 'flowchart LR\n  a --> b\n', 'readme.txt': undefined });
    writeFileSync(path.join(project.root, 'c.md'), broken);
  });
  after(() => project.dispose());

  it('tells each commit in turn, and what is there now', async () => {
    assert.deepEqual(await history(['--history', '12']), [
      '2026-03-02 then: 2 pages, 2 diagrams, 1 broken',
      '2026-03-09 then: 2 pages, 2 diagrams, 0 broken',
      '2026-03-16 then: 3 pages, 3 diagrams, 0 broken',
      '2026-03-20 now: 4 pages, 4 diagrams, 1 broken',
    ]);
  });

  it('takes fewer commits when told, and the paths it is told', async () => {
    assert.deepEqual(await history(['--history', '2']), [
      '2026-03-02 then: 2 pages, 2 diagrams, 1 broken',
      '2026-03-16 then: 3 pages, 3 diagrams, 0 broken',
      '2026-03-20 now: 4 pages, 4 diagrams, 1 broken',
    ]);
    assert.deepEqual((await history(['--history', '12', 'docs']))[0], '2026-03-02 then: 1 pages, 1 diagrams, 0 broken');
    assert.deepEqual((await history(['--history', '12', '*.md']))[0], '2026-03-02 then: 1 pages, 1 diagrams, 1 broken');
  });

  it('is a table for people, and absent unless asked for', async () => {
    const { stdout } = await project.run(['report', '--history', '12', '--format', 'markdown']);
    assert.match(stdout, /^## History\n\n\| Day \| commit \|/m);
    assert.match(stdout, /^\| 2026-03-09 \| [0-9a-f]{7} \| 2 \| 2 \| 0 \|/m);
    assert.doesNotMatch((await project.run(['report'])).stdout, /History/);
  });

  it('is a curve for each figure above its table in the HTML report, whose days and values are where they belong', async () => {
    const { stdout } = await project.run(['report', '--history', '12', '--format', 'html'], {
      today: '2026-03-20',
    });
    const [, charts = ''] = /<h2>History<\/h2>\n<ul class="charts">\n([^]*?)\n<\/ul>\n<table>/.exec(stdout) ?? [];
    const told = [...charts.matchAll(/aria-label="([^"]*)"/g)].map(([, words]) => words);
    assert.deepEqual(told.slice(0, 3), [
      'Pages: from 2 on 2026-03-02 to 4 on 2026-03-20',
      'Diagrams: from 2 on 2026-03-02 to 4 on 2026-03-20',
      'Broken diagrams: from 1 on 2026-03-02 to 1 on 2026-03-20',
    ]);
    // 18 days over 228 units, four pages over 60, of which the axis is the lowest.
    const [, pages] = /points="([^"]*)"/.exec(charts) ?? [];
    assert.equal(pages, '6,36 94.7,36 183.3,21 234,6');
    const { stdout: short } = await project.run(['report', '--format', 'html']);
    assert.doesNotMatch(short, /<ul class="charts">/);
  });

  it('starts nothing that the repository’s configuration names', async () => {
    const trap = path.join(project.root, '.git/trap.sh');
    const sprung = path.join(project.root, '.git/sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\nexit 0\n`);
    chmodSync(trap, 0o755);
    const traps = ['core.fsmonitor', 'core.pager', 'pager.log', 'gpg.program', 'diff.external', 'core.sshCommand'];
    for (const key of traps) git('2026-03-17', 'config', key, trap);
    git('2026-03-17', 'config', 'log.showSignature', 'true');
    writeFileSync(path.join(project.root, '.git/info/attributes'), '* diff=trap filter=trap\n');
    for (const key of ['diff.trap.textconv', 'diff.trap.command', 'filter.trap.smudge'])
      git('2026-03-17', 'config', key, trap);
    const points = await history(['--history', '12']);
    assert.deepEqual([points.length, existsSync(sprung)], [4, false]);
    // The trap is one: git itself, asked without care, springs it.
    try {
      execFileSync('git', ['log', '-p', '--ext-diff', '--textconv'], { cwd: project.root, stdio: 'pipe' });
    } catch {
      // What the trap prints is no picture of a difference.
    }
    assert.equal(existsSync(sprung), true);
  });

  it('says why there is none', async () => {
    const other = await Project.with({ 'a.md': good });
    const { code, stderr, stdout } = await other.run(['report', '--history', '3']);
    other.dispose();
    assert.equal(code, 2);
    assert.match(stderr, /^diagram-gates: git cannot tell the history: /);
    assert.match(stdout, /1 pages; 1 diagrams/);
    for (const [args, problem] of [
      [['--history', '0'], /--history is a number of commits from 1 to 53, not '0'/],
      [['--history', '3', '--changed'], /--history is about all pages, and --changed about some/],
    ] as const) {
      const refused = await project.run(['report', ...args]);
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, problem);
    }
  });
});
