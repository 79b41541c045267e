/** Runs over sets of documents: what changed, parts of a set, several threads, where the set stands. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';
import { projectRoot } from '../support/paths.ts';
import type { RunSetup } from '../support/commandLine.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');
const pages: Readonly<Record<string, string>> = {
  'a.md': good,
  'b.md': broken,
  'costs/c.md': good,
  'costs/d.md': broken,
  'costs/deep/e.md': good,
  '.diagram-gates.json': '{ "unheard": 1 }\n',
};

interface Report {
  readonly documents: readonly { readonly path: string }[];
  readonly summary: { readonly ms: number };
}
const pathsIn = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as Report).documents.map((document) => document.path);
const withoutTime = (stdout: string): string => stdout.replace(/"ms": \d+/, '"ms": 0');

const clearLine = '\r\u001b[K';

describe('diagram-gates over a set', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.with(pages);
  });
  afterEach(() => project.dispose());
  const write = (file: string, text: string): void => writeFileSync(path.join(project.root, file), text);
  const git = (...args: readonly string[]): void => {
    const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
    execFileSync('git', [...settings, ...args], { cwd: project.root, stdio: 'pipe' });
  };

  it('merges the reports of shards into the report of one run', async () => {
    const whole = await project.run(['check', '--format', 'json']);
    for (const index of [1, 2, 3]) {
      const { code } = await project.run(['check', '--format', 'json', '--shard', `${index}/3`, '-o', `${index}.json`]);
      assert.equal(code, 2, 'the configuration has a key that nobody knows');
    }
    const merged = await project.run(['merge', '1.json', '2.json', '3.json']);
    assert.equal(withoutTime(merged.stdout), withoutTime(whole.stdout));
    assert.equal(merged.code, 1);
    assert.equal(pathsIn(merged.stdout).length, 6, 'five pages, and the configuration once');
    const kept = await project.run(['merge', '2.json', '3.json', '1.json', '-o', 'all.json']);
    assert.deepEqual([kept.code, kept.stdout], [1, '']);
    assert.equal(withoutTime(readFileSync(path.join(project.root, 'all.json'), 'utf8')), withoutTime(whole.stdout));
  });

  it('merges nothing when one of the files is no report', async () => {
    write('other.json', '{ "version": 1 }');
    write('torn.json', '{ "version": 1');
    await project.run(['check', '--format', 'json', '-o', 'one.json', 'a.md']);
    const other = await project.run(['merge', 'one.json', 'other.json']);
    assert.deepEqual(
      [other.code, other.stdout, other.stderr],
      [2, '', 'diagram-gates: other.json: this is no JSON report of diagram-gates\n'],
    );
    const torn = await project.run(['merge', 'torn.json', '-o', 'all.json']);
    assert.deepEqual([torn.code, torn.stdout], [2, '']);
    assert.match(torn.stderr, /^diagram-gates: torn\.json: /);
  });

  it('says the same with several threads', async () => {
    const one = await project.run(['check', '--format', 'json', '--jobs', '1']);
    const four = await project.run(['check', '--format', 'json', '--jobs', '4']);
    assert.equal(withoutTime(four.stdout), withoutTime(one.stdout));
  });

  it('says on a terminal how far a long run is, and leaves nothing of that', async () => {
    let now = 0;
    // Each look at the clock finds that a second has gone by.
    const clock = { now: () => (now += 1_000), after: () => () => undefined };
    const run = (setup: RunSetup) => project.run(['check', 'a.md', 'costs'], { clock, ...setup });
    let screen = '';
    const { stderr } = await run({ isTTY: true, onOutput: (text) => void (screen += text) });
    const lines = stderr.split(clearLine);
    assert.deepEqual(
      lines.filter((line) => /^\d/.test(line)),
      ['1 of 4 documents, 25 %', '2 of 4 documents, 50 %', '3 of 4 documents, 75 %', '4 of 4 documents, 100 %'],
    );
    const after = screen.split(/ of 4 documents, \d+ %/).slice(1);
    assert.ok(
      after.every((rest) => rest.startsWith(clearLine)),
      'the line is taken away before anything else is said',
    );
    for (const setup of [{}, { isTTY: true, env: { TERM: 'dumb' } }, { isTTY: true, env: { CI: 'true' } }]) {
      assert.doesNotMatch((await run(setup)).stderr, /of 4 documents/);
    }
    assert.doesNotMatch((await project.run(['check'], { isTTY: true })).stderr, /documents/, 'a short run');
  });

  it('checks only what changed since the last commit, or since the branch was made', async () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all pages');
    assert.deepEqual(await project.run(['check', '--changed']), {
      code: 0,
      stdout: '0 documents, 0 diagrams; 0 errors, 0 warnings, 0 infos; 0 ms\n',
      stderr: '',
    });
    write('a.md', broken);
    write('new page.md', good);
    rmSync(path.join(project.root, 'b.md'));
    const changed = await project.run(['check', '--changed', '--format', 'json']);
    assert.deepEqual(
      pathsIn(changed.stdout).filter((name) => name.endsWith('.md')),
      ['a.md', 'new page.md'],
    );
    git('checkout', '-qb', 'work');
    git('add', '-A');
    git('commit', '-qm', 'work');
    for (const option of [['--changed=main'], ['--base', 'main'], ['--changed', '--base', 'main']]) {
      const { stdout } = await project.run(['check', ...option, '--format', 'json', '.']);
      assert.deepEqual(
        pathsIn(stdout).filter((name) => name.endsWith('.md')),
        ['a.md', 'new page.md'],
        option.join(' '),
      );
    }
  });

  it('says why git cannot tell what changed, and checks nothing', async () => {
    const outside = await project.run(['check', '--changed', 'a.md']);
    assert.deepEqual([outside.code, outside.stdout], [2, '']);
    assert.match(outside.stderr, /^diagram-gates: git cannot tell what has changed: /);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all pages');
    const unknown = await project.run(['check', '--changed=--output=owned', 'a.md']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /git cannot tell what has changed/);
  });

  it('refuses shards and numbers of threads that there are not', async () => {
    const said: string[] = [];
    for (const args of [
      ['--shard', '3/2'],
      ['--shard', '0/2'],
      ['--shard', 'half'],
      ['--jobs', '0'],
      ['--jobs', 'all'],
    ])
      said.push((await project.run(['check', ...args])).stderr.trimEnd());
    assert.deepEqual(said, [
      "diagram-gates: --shard takes a number of how many, as in --shard 2/4, not '3/2'. Try --help.",
      "diagram-gates: --shard takes a number of how many, as in --shard 2/4, not '0/2'. Try --help.",
      "diagram-gates: --shard takes a number of how many, as in --shard 2/4, not 'half'. Try --help.",
      "diagram-gates: --jobs is a number from 1 to 16, not '0'. Try --help.",
      "diagram-gates: --jobs is a number from 1 to 16, not 'all'. Try --help.",
    ]);
  });

  it('reports where the set stands, as text, JSON, Markdown and HTML', async () => {
    rmSync(path.join(project.root, '.diagram-gates.json'));
    const { code, stdout } = await project.run(['report', '--format', 'json']);
    assert.equal(code, 0);
    const report = JSON.parse(stdout) as {
      whole: Record<string, unknown>;
      folders: { path: string; documents: number; broken: number }[];
      worst: { path: string; failed: string[]; errors: number }[];
    };
    assert.deepEqual([report.whole['documents'], report.whole['diagrams'], report.whole['broken']], [5, 5, 2]);
    assert.deepEqual(
      report.folders.map((folder) => [folder.path, folder.documents, folder.broken]),
      [
        ['.', 2, 1],
        ['costs', 2, 1],
        ['costs/deep', 1, 0],
      ],
    );
    assert.deepEqual(
      report.worst.map((page) => [page.path, page.failed, page.errors]),
      [
        ['b.md', ['renders'], 1],
        ['costs/d.md', ['renders'], 1],
      ],
    );
    const inText = (await project.run(['report'])).stdout;
    assert.match(inText, /^Gates\n {2}Gate +pass {2}fail {2}does not apply {2}passed\n {2}Renders +3 +2 +0 {2}60 %$/m);
    assert.match(inText, /\n {2}costs\/deep +1 +1 +0 /);
    assert.match(
      (await project.run(['report', '--format', 'markdown'])).stdout,
      /^\| Renders \| 3 \| 2 \| 0 \| 60 % \|$/m,
    );
    const saved = await project.run(['report', '--format', 'html', '-o', 'report.html']);
    assert.deepEqual([saved.code, saved.stdout], [0, '']);
    assert.match(readFileSync(path.join(project.root, 'report.html'), 'utf8'), /<th scope="row">costs\/d\.md<\/th>/);
  });

  it('reports the folders as CSV, and keeps their names texts', async () => {
    rmSync(path.join(project.root, '.diagram-gates.json'));
    mkdirSync(path.join(project.root, '=1+2, "x"'));
    write('=1+2, "x"/page.md', good);
    const { stdout } = await project.run(['report', '--format', 'csv']);
    const lines = stdout.split('\n');
    assert.match(lines[0] ?? '', /^folder,pages,diagrams,broken,errors,warnings,visual_ratio,score,renders_pass,/);
    assert.match(stdout, /^\.,2,2,1,1,0,/m);
    assert.ok(
      lines.some((line) => line.startsWith('"\'=1+2, ""x""",1,1,0,0,0,')),
      stdout,
    );
  });

  it('begins with a configuration, a hook and a workflow, and touches none that is there', async () => {
    const { code, stdout } = await project.run(['init']);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      '.diagram-gates.json is there already and stays as it is\n' +
        '.pre-commit-config.yaml: checks what is committed, with https://pre-commit.com\n' +
        '.github/workflows/diagram-gates.yml: checks every pull request\n',
    );
    assert.equal(readFileSync(path.join(project.root, '.diagram-gates.json'), 'utf8'), pages['.diagram-gates.json']);
    const workflow = readFileSync(path.join(project.root, '.github/workflows/diagram-gates.yml'), 'utf8');
    assert.match(
      workflow,
      /npx --yes diagram-gates@1\.2\.3 check --format github --cache-location "\$RUNNER_TEMP\/diagram-gates" \./,
    );
    const cacheStep = (text: string): readonly string[] =>
      (text.match(/^ *(?:path|key|restore-keys): .*$/gm) ?? []).map((line) => line.trim());
    const action = readFileSync(path.join(projectRoot, 'action.yml'), 'utf8');
    assert.equal(cacheStep(workflow).length, 3, workflow);
    assert.deepEqual(cacheStep(workflow), cacheStep(action), 'both keep the cache in one way');
    rmSync(path.join(project.root, '.diagram-gates.json'));
    await project.run(['init']);
    assert.equal((await project.run(['check', 'a.md'])).stderr, '', 'the configuration it writes is understood');
  });
});
