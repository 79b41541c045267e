import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../support/commandLine.ts';
import type { Ran } from '../support/commandLine.ts';
import { pageWith } from '../support/checkText.ts';
import { LabelOracle } from '../support/labelOracle.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  a[Pay (card)] --> b', 'flowchart LR\n  c[Send (mail)] --> d[Print (paper)]');
const repaired = pageWith(
  'flowchart LR\n  a["Pay (card)"] --> b',
  'flowchart LR\n  c["Send (mail)"] --> d["Print (paper)"]',
);
const hopeless = pageWith('flowchart LR\n  BROKEN');

type Content = string | Uint8Array;

class FixProject {
  readonly #project: Project;

  constructor(project: Project) {
    this.#project = project;
  }

  path(name: string): string {
    return path.join(this.#project.root, name);
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  text(name: string): string {
    return this.bytes(name).toString('utf8');
  }

  fix(...argv: readonly string[]): Promise<Ran> {
    return this.fixWith(new LabelOracle(), ...argv);
  }

  fixWith(oracle: LabelOracle, ...argv: readonly string[]): Promise<Ran> {
    return this.#project.run(['fix', ...argv], { oracle });
  }
}

async function inProject(
  files: Readonly<Record<string, Content>>,
  work: (project: FixProject) => Promise<void>,
): Promise<void> {
  const project = await Project.with(files);
  try {
    await work(new FixProject(project));
  } finally {
    project.dispose();
  }
}

describe('diagram-gates fix', () => {
  it('repairs every diagram of a file and says what it did', async () => {
    await inProject({ 'a.md': broken }, async (project) => {
      const { code, stdout, stderr } = await project.fix('a.md');
      assert.equal(project.text('a.md'), repaired);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(
        stdout.split('\n').map((line) => line.replace(/(DG\d+\/\S+) .*/, '$1')),
        [
          'a.md:5:9 fixed DG010/unquoted-label',
          'a.md:12:10 fixed DG010/unquoted-label',
          'a.md:12:30 fixed DG010/unquoted-label',
          '',
          '1 document, 3 faults fixed in 1 document; 0 errors, 0 warnings, 0 infos left; 0 ms',
          '',
        ],
      );
    });
  });

  it('changes nothing the second time', async () => {
    await inProject({ 'a.md': broken }, async (project) => {
      await project.fix('a.md');
      const { mtimeNs } = statSync(project.path('a.md'), { bigint: true });
      const { code, stdout } = await project.fix('a.md');
      assert.equal(project.text('a.md'), repaired);
      assert.equal(statSync(project.path('a.md'), { bigint: true }).mtimeNs, mtimeNs);
      assert.deepEqual([code, stdout], [0, '1 document, nothing to fix; 0 errors, 0 warnings, 0 infos left; 0 ms\n']);
    });
  });

  it('does not write a file that has nothing to repair', async () => {
    await inProject({ 'good.md': good, 'hopeless.md': hopeless }, async (project) => {
      const before = ['good.md', 'hopeless.md'].map((name) => statSync(project.path(name), { bigint: true }));
      const { code } = await project.fix('.');
      assert.equal(code, 1);
      for (const { ino, mtimeNs } of before) {
        const after = ['good.md', 'hopeless.md'].map((name) => statSync(project.path(name), { bigint: true }));
        assert(after.some((stats) => stats.ino === ino && stats.mtimeNs === mtimeNs));
      }
      assert.deepEqual([project.text('good.md'), project.text('hopeless.md')], [good, hopeless]);
    });
  });

  it('exits with 1 when something is left at or above --fail-on, and repairs the rest', async () => {
    const both = broken + hopeless;
    await inProject({ 'a.md': both }, async (project) => {
      const { code, stdout } = await project.fix('a.md');
      assert.equal(code, 1);
      assert.equal(project.text('a.md'), repaired + hopeless);
      assert.match(stdout, /^a\.md:\d+:3 error DG001\/syntax /m);
    });
  });

  it('follows paths as check does, and exits with 2 for those that lead nowhere', async () => {
    const files = {
      'docs/a.md': broken,
      'docs/b.mmd': 'flowchart LR\n  a[x (y)]',
      'c.md': broken,
      'n.txt': 'a[x (y)]',
    };
    await inProject(files, async (project) => {
      const { code, stderr } = await project.fix('docs', 'gone.md');
      assert.deepEqual([code, stderr], [2, 'diagram-gates: gone.md: there is no such file or folder\n']);
      assert.equal(project.text('docs/a.md'), repaired);
      assert.equal(project.text('docs/b.mmd'), 'flowchart LR\n  a["x (y)"]');
      assert.deepEqual([project.text('c.md'), project.text('n.txt')], [broken, 'a[x (y)]']);
    });
  });

  it('repairs only the faults of --rule', async () => {
    await inProject({ 'a.md': broken }, async (project) => {
      assert.equal((await project.fix('a.md', '--rule', 'bad-arrow')).code, 1);
      assert.equal(project.text('a.md'), broken);
      assert.equal((await project.fix('a.md', '--rule', 'bad-arrow', '--rule', 'dg010')).code, 0);
      assert.equal(project.text('a.md'), repaired);
    });
  });

  it('leaves suppressed faults alone', async () => {
    const suppressed = `<!-- diagram-gates-disable-file unquoted-label -- as it was drawn in 1998 -->\n\n${broken}`;
    await inProject({ 'a.md': suppressed }, async (project) => {
      assert.equal((await project.fix('a.md')).code, 0);
      assert.equal(project.text('a.md'), suppressed);
    });
  });

  it('reports as JSON', async () => {
    await inProject({ 'a.md': pageWith('flowchart LR\n  a[x (y)]') + hopeless }, async (project) => {
      const report: unknown = JSON.parse((await project.fix('a.md', '--format', 'json')).stdout);
      assert.deepEqual(report, {
        version: 1,
        dryRun: false,
        documents: [
          {
            path: 'a.md',
            changed: true,
            fixed: [
              {
                rule: 'DG010',
                alias: 'unquoted-label',
                gate: 'renders',
                message: 'The label contains `(`, which Mermaid reads as syntax: put the label in double quotes.',
                line: 5,
                column: 7,
                endLine: 5,
                endColumn: 8,
              },
            ],
            remaining: [
              {
                rule: 'DG001',
                alias: 'syntax',
                gate: 'renders',
                severity: 'error',
                message: 'Mermaid does not understand `BROKEN` here. It expects `]`.',
                line: 11,
                column: 3,
                endLine: 11,
                endColumn: 9,
                fixable: false,
              },
            ],
          },
        ],
        summary: {
          documents: 1,
          changed: 1,
          fixed: 1,
          diagrams: 2,
          broken: 1,
          errors: 1,
          warnings: 0,
          infos: 0,
          ms: 0,
        },
      });
    });
  });
});

describe('diagram-gates fix --dry-run', () => {
  it('prints a diff that git applies, and writes nothing', async () => {
    await inProject({ 'docs/a.md': broken, 'good.md': good }, async (project) => {
      const { code, stdout, stderr } = await project.fix('--dry-run', '.');
      assert.equal(code, 0);
      assert.equal(project.text('docs/a.md'), broken);
      assert.match(stderr, /^docs\/a\.md:5:9 fixable DG010\/unquoted-label /);
      assert.match(stderr, /2 documents, 3 faults in 1 document would be fixed; 0 errors/);
      assert(stdout.startsWith('--- a/docs/a.md\n+++ b/docs/a.md\n@@ -2,12 +2,12 @@\n'), stdout);
      execFileSync('git', ['apply', '-'], { cwd: project.path('.'), input: stdout });
      assert.equal(project.text('docs/a.md'), repaired);
    });
  });

  it('puts the diff into JSON', async () => {
    await inProject({ 'a.mmd': 'flowchart LR\r\n  a[x (y)]\r\n' }, async (project) => {
      const { stdout } = await project.fix('--dry-run', 'a.mmd', '--format', 'json');
      const report = JSON.parse(stdout) as {
        readonly dryRun: boolean;
        readonly documents: readonly { readonly diff: string }[];
      };
      assert.equal(report.dryRun, true);
      assert.equal(
        report.documents[0]?.diff,
        '--- a/a.mmd\n+++ b/a.mmd\n@@ -1,2 +1,2 @@\n flowchart LR\r\n-  a[x (y)]\r\n+  a["x (y)"]\r\n',
      );
      assert.equal(project.text('a.mmd'), 'flowchart LR\r\n  a[x (y)]\r\n');
    });
  });
});

describe('diagram-gates fix keeps', () => {
  const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };

  it('the encoding', async () => {
    const files = {
      'mark.md': `\uFEFF${broken}`,
      'le.md': utf16(broken, 'le'),
      'be.md': utf16(broken, 'be'),
      'wide.md': broken.replace('Pay', '💳 zählt'),
    };
    await inProject(files, async (project) => {
      assert.equal((await project.fix('.')).code, 0);
      assert.deepEqual(project.bytes('mark.md'), Buffer.from(`\uFEFF${repaired}`));
      assert.deepEqual(project.bytes('le.md'), utf16(repaired, 'le'));
      assert.deepEqual(project.bytes('be.md'), utf16(repaired, 'be'));
      assert.deepEqual(project.bytes('wide.md'), Buffer.from(repaired.replace('Pay', '💳 zählt')));
    });
  });

  it('line endings, mixed ones too', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const mixed = (text: string): string => windows(text).replace('flowchart LR\r\n', 'flowchart LR\n');
    await inProject({ 'windows.md': windows(broken), 'mixed.md': mixed(broken) }, async (project) => {
      assert.equal((await project.fix('.')).code, 0);
      assert.equal(project.text('windows.md'), windows(repaired));
      assert.equal(project.text('mixed.md'), mixed(repaired));
    });
  });

  it('quotes and lists around a diagram', async () => {
    const nested = '> - Pay:\n>   ```mermaid\n>   flowchart LR\n>     a[x (y)]\n>   ```\n';
    await inProject({ 'a.md': nested }, async (project) => {
      assert.equal((await project.fix('a.md')).code, 0);
      assert.equal(project.text('a.md'), nested.replace('[x (y)]', '["x (y)"]'));
    });
  });

  it('the mode, and links as links', async function () {
    if (process.platform === 'win32') {
      console.log('skipped: Windows has no modes');
      this.skip();
    }
    await inProject({ 'real/a.md': broken }, async (project) => {
      chmodSync(project.path('real/a.md'), 0o640);
      symlinkSync('real/a.md', project.path('link.md'));
      assert.equal((await project.fix('link.md')).code, 0);
      assert.equal(project.text('real/a.md'), repaired);
      assert.equal(statSync(project.path('real/a.md')).mode & 0o777, 0o640);
      assert(lstatSync(project.path('link.md')).isSymbolicLink());
    });
  });

  it('its hands off what it could not write again as it was', async () => {
    const latin = Buffer.from(broken.replace('Pay', 'Zähl'), 'latin1');
    const odd = Buffer.concat([utf16(broken, 'le'), Buffer.from([0x41])]);
    await inProject(
      { 'latin.md': latin, 'odd.md': odd, 'zip.md': new Uint8Array([0x50, 0x4b, 0]) },
      async (project) => {
        const { code, stderr } = await project.fix('.');
        assert.equal(code, 2);
        assert.deepEqual(stderr.trimEnd().split('\n'), [
          'diagram-gates: latin.md: this is not valid UTF-8, so it is left alone: save it as UTF-8 first',
          'diagram-gates: odd.md: this is not valid UTF-16LE, so it is left alone: save it as UTF-8 first',
          'diagram-gates: zip.md: this is a binary file, not a text',
        ]);
        assert.deepEqual([project.bytes('latin.md'), project.bytes('odd.md')], [latin, odd]);
      },
    );
  });

  it('what somebody else wrote while it worked', async () => {
    await inProject({ 'a.md': broken, 'b.md': broken }, async (project) => {
      const oracle = new LabelOracle();
      const parse = oracle.parse.bind(oracle);
      oracle.parse = (text) => {
        writeFileSync(project.path('a.md'), `${broken}\nMore.\n`);
        return parse(text);
      };
      const { code, stderr } = await project.fixWith(oracle, '.');
      assert.deepEqual(
        [code, stderr],
        [2, 'diagram-gates: a.md: the file was changed meanwhile, so it is left alone\n'],
      );
      assert.deepEqual([project.text('a.md'), project.text('b.md')], [`${broken}\nMore.\n`, repaired]);
      assert.deepEqual(readdirSync(project.path('.')).sort(), ['a.md', 'b.md']);
    });
  });
});
