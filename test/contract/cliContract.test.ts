/** Runs the built command line as a user does and reads what it promises. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../support/commandLine.ts';
import { projectRoot } from '../support/paths.ts';

const cli = path.join(projectRoot, 'dist/cli.mjs');

/** Real pages that are not part of the repository. */
const realPages = ['../shared/samples', '../shared/corpus'].map((folder) => path.join(projectRoot, folder));

const page =
  '# Checkout at Etsy: 4 ms\n\n```mermaid\nmindmap\n  one\n  two\n```\n\n```mermaid\npie title Share (%)\n  "a" : 1\n```\n';

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly diagrams: readonly { readonly line: number; readonly endLine: number; readonly renders: boolean }[];
    readonly findings: readonly {
      readonly alias: string;
      readonly gate: string;
      readonly severity: string;
      readonly line: number;
      readonly column: number;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** What gate 5 says of a page that gives nobody anything at night. */
const noSignals = {
  failure_path: null,
  run_or_read: null,
  failure_modes: null,
  recovery: null,
  alert_metric: null,
  where_to_look: null,
};

describe('the built command line', function () {
  this.timeout(600_000);

  before(() => {
    execFileSync(process.execPath, ['build.mjs', 'cli', 'checker', 'mermaid11'], { cwd: projectRoot });
  });

  const run = (cwd: string, ...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    });
    return { status, stdout, stderr };
  };

  it('writes the JSON it promises, with Mermaid’s own verdicts, the same each time but for ms', async () => {
    const project = await Project.with({ 'docs/checkout.md': page, 'docs/words.md': '# Words\n\nOnly words.\n' });
    try {
      const { status, stdout, stderr } = run(project.root, 'check', '--format', 'json', 'docs');
      assert.deepEqual([status, stderr], [1, '']);
      const withoutTime = (text: string): string => text.replace(/"ms": \d+/, '"ms": 0');
      const report: unknown = JSON.parse(withoutTime(stdout));
      assert.deepEqual(report, {
        version: 1,
        documents: [
          {
            path: 'docs/checkout.md',
            score: 80,
            gates: [
              { id: 'renders', verdict: 'fail', evidence: { diagrams: 2, broken: 1 } },
              { id: 'visual', verdict: 'pass', evidence: { visual: 5, text: 0, ratio: 1 } },
              { id: 'metrics', verdict: 'pass', evidence: { diagrams: 2, withMetric: 1, applicable: 1 } },
              { id: 'planes', verdict: 'not-applicable', evidence: { applicable: 0, components: 0, coloured: 0 } },
              { id: 'example', verdict: 'pass', evidence: { examples: [{ name: 'Etsy', line: 1 }] } },
              { id: 'three-am', verdict: 'not-applicable', evidence: { points: 0, signals: noSignals } },
              { id: 'numbers', verdict: 'pass', evidence: { checked: 0, contradictions: 0 } },
              { id: 'references', verdict: 'not-applicable', evidence: { checked: 0, broken: 0 } },
            ],
            diagrams: [
              { line: 3, endLine: 7, type: 'mindmap', renders: false, architecture: false },
              { line: 9, endLine: 12, type: 'pie', renders: true, architecture: false },
            ],
            findings: [
              {
                rule: 'DG001',
                alias: 'syntax',
                gate: 'renders',
                severity: 'error',
                message: 'There can be only one root. No parent could be found for ("two").',
                line: 6,
                column: 3,
                endLine: 6,
                endColumn: 6,
                fixable: false,
              },
            ],
          },
          {
            path: 'docs/words.md',
            score: null,
            gates: [
              { id: 'renders', verdict: 'not-applicable', evidence: { diagrams: 0, broken: 0 } },
              { id: 'visual', verdict: 'not-applicable', evidence: { visual: 0, text: 1, ratio: 0 } },
              { id: 'metrics', verdict: 'not-applicable', evidence: { diagrams: 0, withMetric: 0, applicable: 0 } },
              { id: 'planes', verdict: 'not-applicable', evidence: { applicable: 0, components: 0, coloured: 0 } },
              { id: 'example', verdict: 'not-applicable', evidence: { examples: [] } },
              { id: 'three-am', verdict: 'not-applicable', evidence: { points: 0, signals: noSignals } },
              { id: 'numbers', verdict: 'not-applicable', evidence: { checked: 0, contradictions: 0 } },
              { id: 'references', verdict: 'not-applicable', evidence: { checked: 0, broken: 0 } },
            ],
            diagrams: [],
            findings: [],
          },
        ],
        summary: { documents: 2, diagrams: 2, broken: 1, errors: 1, warnings: 0, infos: 0, score: 80, ms: 0 },
      });
      const again = run(project.root, 'check', '--format', 'json', 'docs');
      assert.equal(withoutTime(again.stdout), withoutTime(stdout));
    } finally {
      project.dispose();
    }
  });

  it('repairs files, and asks Mermaid 11 where it is told to', async () => {
    const lambda = '# Edge\n\n```mermaid\nflowchart LR\n  a[Lambda@Edge] --> b\n```\n';
    const call = lambda.replace('Lambda@Edge', 'Call (twice)');
    const project = await Project.with({ 'lambda.md': lambda, 'call.md': call });
    try {
      const asked = run(project.root, 'check', '--profile', 'syntax', '--target', 'both', 'lambda.md');
      assert.deepEqual([asked.status, asked.stderr], [0, '']);
      assert.match(asked.stdout, /^lambda\.md:5:11 warning DG007\/target /);
      const fixed = run(project.root, 'fix', '.');
      assert.deepEqual([fixed.status, fixed.stderr], [0, '']);
      assert.match(fixed.stdout, /^call\.md:5:10 fixed DG010\/unquoted-label /);
      assert.equal(
        readFileSync(path.join(project.root, 'call.md'), 'utf8'),
        call.replace('[Call (twice)]', '["Call (twice)"]'),
      );
      assert.equal(readFileSync(path.join(project.root, 'lambda.md'), 'utf8'), lambda);
    } finally {
      project.dispose();
    }
  });

  it('ends quietly when whoever reads its output stops', async () => {
    const project = await Project.with({ 'a.md': page });
    try {
      const child = spawn(process.execPath, [cli, 'check', '.'], {
        cwd: project.root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      assert.deepEqual([code, stderr], [0, '']);
    } finally {
      project.dispose();
    }
  });

  it('reports on real pages exactly the diagrams Mermaid refuses, each on a line of the diagram', function () {
    if (!realPages.every((folder) => existsSync(folder))) {
      console.log(`      skipped: ${realPages.join(' or ')} is missing`);
      this.skip();
    }
    const { status, stdout } = run(projectRoot, 'check', '--format', 'json', ...realPages);
    assert.equal(status, 1);
    const report = JSON.parse(stdout) as Report;
    assert.ok(report.documents.length >= 160, `only ${report.documents.length} documents`);
    let broken = 0;
    for (const { path: file, diagrams, findings } of report.documents) {
      const faults = findings.filter(({ gate, severity }) => gate === 'renders' && severity === 'error');
      for (const { line, endLine, renders } of diagrams) {
        const inside = faults.filter((fault) => fault.line >= line && fault.line <= endLine);
        // Its parser takes what Mermaid then fails to draw.
        const refused = inside.filter(({ alias }) => alias !== 'render-error');
        assert.equal(refused.length > 0, !renders, `${file}:${line}`);
        if (!renders) broken += 1;
      }
      const outside = faults.filter(({ line }) => !diagrams.some((each) => line >= each.line && line <= each.endLine));
      assert.deepEqual(outside, [], file);
    }
    assert.equal(broken, report.summary['broken']);
    const framework = report.documents.find((document) =>
      document.path.endsWith('samples/visual-execution-framework.md'),
    );
    assert.deepEqual(
      framework?.diagrams.map(({ renders }) => renders).filter((renders) => !renders),
      [false],
    );
  });
});
