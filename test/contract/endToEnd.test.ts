/** One repository goes the whole way with the built command line: init, check, fix, baseline, and what CI wants to have. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findingLine } from '../../core/report/text.ts';
import { Project } from '../support/commandLine.ts';
import { projectRoot } from '../support/paths.ts';
import { sarifValidator } from '../support/sarifSchema.ts';

const overview = `# Parcels at Nordlicht

Nordlicht delivers 1,200 parcels/min; on 2025-03-04 the tracker was down for 41 min.

\`\`\`mermaid
flowchart LR
  scan[Scan (handheld)] --> track["Tracker, 1,200 events/s"]
  track --> store[("Parcels, 2 TB")]
\`\`\`

\`\`\`mermaid
sequenceDiagram
  Depot->>Tracker: scan, p99 45 ms
  Tracker-->>Depot: stored
\`\`\`
`;
const costs = `# What parcels cost

| Part | Monthly |
| --- | ---: |
| Tracker | $4,000 |
| Store | $2,500 |
| Total | $7,000 |

\`\`\`mermaid
pie title Monthly cost ($)
  "Tracker" : 4000
  "Store" : 2500
\`\`\`

[Overview](overview.md) and [runbook](runbook.md)
`;
const depots = `# Depots

\`\`\`mermaid
flowchart LR
  north["North, 40 dwt"] --> hub["Hub, 300 parcels/min"]
  hub --> end
\`\`\`
`;

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly findings: readonly { readonly alias: string; readonly severity: string }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

describe('a repository, from its first check to its CI', function () {
  this.timeout(600_000);

  before(() => {
    execFileSync(process.execPath, ['build.mjs', 'cli', 'checker'], { cwd: projectRoot });
  });

  it('goes through init, check, fix, baseline and the reports', async () => {
    const project = await Project.with({
      'docs/overview.md': overview,
      'docs/costs.md': costs,
      'docs/depots.md': depots,
      'docs/words.md': '# Words\n\nOnly words.\n',
      'node_modules/some/README.md': overview,
    });
    const at = (file: string): string => path.join(project.root, file);
    const read = (file: string): string => readFileSync(at(file), 'utf8');
    const run = (...argv: readonly string[]) => {
      const program = path.join(projectRoot, 'dist/cli.mjs');
      const env = { ...process.env, GITHUB_STEP_SUMMARY: at('summary.md'), NO_COLOR: '1' };
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
        cwd: project.root,
        env,
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
        cwd: project.root,
        encoding: 'utf8',
      });
    const report = (...argv: readonly string[]): Report =>
      JSON.parse(run('check', '--format', 'json', ...argv).stdout) as Report;
    const withoutTime = (text: string): string => text.replace(/"ms": \d+/, '"ms": 0').replace(/; \d+ ms/, '; 0 ms');

    try {
      git('init', '-q', '-b', 'main');
      writeFileSync(at('.gitignore'), 'node_modules/\nreports/\n');

      // A repository begins.
      const begun = run('init');
      assert.deepEqual([begun.status, begun.stderr], [0, '']);
      for (const file of ['.diagram-gates.json', '.pre-commit-config.yaml', '.github/workflows/diagram-gates.yml'])
        assert.ok(existsSync(at(file)), file);
      git('add', '-A');
      git('commit', '-qm', 'Pages');

      // What is wrong is said, for people and for problem matchers.
      const first = run('check', 'docs');
      assert.equal(first.status, 1);
      const lines = first.stdout.split('\n').filter((line) => findingLine.test(line));
      const found = lines.map((line) => line.replace(findingLine, '$1 $4 $5'));
      for (const wanted of [
        'docs/overview.md error DG010/unquoted-label',
        'docs/depots.md error DG035/reserved-word',
        'docs/costs.md warning DG601/table-total',
        'docs/costs.md warning DG701/link-missing-file',
      ])
        assert.ok(found.includes(wanted), `${wanted} in\n${found.join('\n')}`);
      assert.match(first.stdout, /\n4 documents, 4 diagrams, 2 do not render; /);

      // What can be repaired is shown as a diff that git takes, and then repaired.
      const shown = run('fix', '--dry-run', 'docs');
      assert.equal(git('status', '--porcelain'), '');
      execFileSync('git', ['apply', '-'], { cwd: project.root, input: shown.stdout });
      const applied = git('diff');
      git('checkout', '-q', '.');
      const fixed = run('fix', 'docs');
      assert.equal(fixed.status, 0, fixed.stdout);
      assert.match(fixed.stdout, /2 faults fixed in 2 documents/);
      assert.equal(git('diff'), applied);
      assert.match(read('docs/overview.md'), /scan\["Scan \(handheld\)"\]/);
      assert.deepEqual(report('docs').summary['broken'], 0);
      git('commit', '-qam', 'Repaired');

      // What is old is remembered; what is new is said.
      const known = report('docs').documents.flatMap(({ findings }) => findings);
      assert.ok(known.length > 0);
      assert.equal(run('baseline').status, 0);
      assert.deepEqual(
        report('docs').documents.flatMap(({ findings }) => findings),
        [],
      );
      git('add', '-A');
      git('commit', '-qm', 'Baseline');
      git('checkout', '-qb', 'work');
      writeFileSync(at('docs/costs.md'), `${read('docs/costs.md')}\n[Gone](gone.md)\n`);
      writeFileSync(at('docs/new.md'), '# New\n\n```mermaid\nflowchart LR\n  a[b (c)] --> d\n```\n');
      git('add', '-A');
      git('commit', '-qm', 'Work');
      const changed = report('--changed=main');
      assert.deepEqual(
        changed.documents.map((document) => document.path),
        ['docs/costs.md', 'docs/new.md'],
      );
      const aliases = changed.documents.map(({ findings }) => findings.map(({ alias }) => alias));
      // One more line of text also tips the balance of the page; the sum and the other link are old.
      assert.deepEqual(aliases[0], ['text-heavy', 'link-missing-file']);
      assert.ok(aliases[1]?.includes('unquoted-label'));

      // What CI wants to have.
      const plain = run('check', '--format', 'json', 'docs');
      assert.equal(plain.status, 1);
      const errors = (JSON.parse(plain.stdout) as Report).summary['errors'] ?? 0;
      const sarif = run('check', '--format', 'sarif', '-o', 'docs.sarif', 'docs');
      assert.deepEqual([sarif.status, sarif.stdout, sarif.stderr], [1, '', '']);
      const log = JSON.parse(read('docs.sarif')) as { runs: { results: { level: string }[] }[] };
      assert.equal(sarifValidator()(log), true);
      assert.equal(log.runs[0]?.results.filter(({ level }) => level === 'error').length, errors);
      const github = run('check', '--format', 'github', 'docs').stdout;
      assert.match(github, /^::error file=docs\/new\.md,line=5,/m);
      assert.equal(github.match(/^::error /gm)?.length, errors);
      assert.match(readFileSync(at('summary.md'), 'utf8'), /^# Diagram Gates$[^]*^## docs\/new\.md$/m);
      const junit = run('check', '--format', 'junit', 'docs').stdout;
      assert.match(junit, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="diagram-gates" /);
      assert.match(junit, /<failure [^>]*type="DG010\/unquoted-label">docs\/new\.md:5:/);
      assert.match(run('check', '--format', 'markdown', 'docs').stdout, /^\| Renders \| 3 \| 1 \| 1 \| 75 % \|$/m);
      const html = run('check', '--format', 'html', '-o', 'docs.html', 'docs');
      assert.equal(html.status, 1);
      assert.match(read('docs.html'), /default-src 'none'[^]*<h2>docs\/new\.md<\/h2>/);
      assert.match(run('report').stdout, /^Gates\n/);

      // Several machines say together what one says alone.
      const parts = [1, 2, 3].map((index) => {
        const { status } = run('check', '--format', 'json', '--shard', `${index}/3`, '-o', `${index}.json`, 'docs');
        assert.notEqual(status, 2);
        return `${index}.json`;
      });
      const merged = run('merge', ...parts);
      assert.equal(merged.status, 1);
      assert.equal(withoutTime(merged.stdout), withoutTime(plain.stdout));
      assert.equal(
        withoutTime(run('check', '--no-cache', '--format', 'json', 'docs').stdout),
        withoutTime(plain.stdout),
      );

      // The work is finished, and the repository is green.
      assert.equal(run('fix', 'docs').status, 0);
      assert.equal(run('check', '--fail-on', 'error', 'docs').status, 0);
      assert.equal(git('status', '--porcelain', '--', 'node_modules', '.diagram-gates-cache'), '');
    } finally {
      project.dispose();
    }
  });
});
