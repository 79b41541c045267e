import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../support/commandLine.ts';
import { pageWith } from '../support/checkText.ts';

const broken = pageWith('flowchart LR\n  a --> BROKEN');
const worse = pageWith('flowchart LR\n  a --> BROKEN', 'flowchart LR\n  new --> BROKEN');
const good = pageWith('flowchart LR\n  a --> b');
const name = '.diagram-gates-baseline.json';

async function inProject(
  files: Readonly<Record<string, string>>,
  work: (project: Project) => Promise<void>,
): Promise<void> {
  const project = await Project.with(files);
  try {
    await work(project);
  } finally {
    project.dispose();
  }
}

const write = ({ root }: Project, file: string, text: string): void => writeFileSync(path.join(root, file), text);

const documentsIn = ({ root }: Project, file = name): Readonly<Record<string, number>> => {
  const { documents } = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
    readonly documents: Readonly<Record<string, readonly unknown[]>>;
  };
  return Object.fromEntries(Object.entries(documents).map(([document, findings]) => [document, findings.length]));
};

describe('diagram-gates baseline', () => {
  it('writes down what is found, and from then on only what is new is reported', async () => {
    await inProject({ 'docs/a.md': broken, 'b.md': good }, async (project) => {
      assert.deepEqual(await project.run(['baseline']), {
        code: 0,
        stdout: '.diagram-gates-baseline.json: 1 finding in 1 document (1 new, 0 gone)\n',
        stderr: '',
      });
      assert.deepEqual(readdirSync(project.root).sort(), [name, 'b.md', 'docs']);
      assert.deepEqual(await project.run(['check', '.']), {
        code: 0,
        stdout:
          '2 documents, 2 diagrams, 1 does not render; 0 errors, 0 warnings, 0 infos; 1 in the baseline; score 100 %; 0 ms\n',
        stderr: '',
      });
      assert.equal((await project.run(['check', '.', '--no-baseline'])).code, 1);
      write(project, 'docs/a.md', `# Above\n\n${worse}`);
      const { code, stdout } = await project.run(['check', '.']);
      assert.equal(code, 1);
      assert.match(
        stdout,
        /^docs\/a\.md:14:11 error DG001\/syntax [^\n]+\n\n2 documents.*; 1 error, .*; 1 in the baseline;/,
      );
    });
  });

  it('is the same whoever runs it, and leaves a file alone that would not change', async () => {
    await inProject({ 'a.md': worse, 'docs/b.md': broken }, async (project) => {
      await project.run(['baseline', 'docs', 'a.md']);
      const file = path.join(project.root, name);
      const first = readFileSync(file, 'utf8');
      const { mtimeNs } = statSync(file, { bigint: true });
      const again = await project.run(['baseline', '.'], { below: 'docs' });
      assert.equal(again.stdout, '../.diagram-gates-baseline.json: 3 findings in 2 documents, as before\n');
      assert.equal(readFileSync(file, 'utf8'), first);
      assert.equal(statSync(file, { bigint: true }).mtimeNs, mtimeNs);
      assert.equal(existsSync(path.join(project.root, 'docs', name)), false);
    });
  });

  it('keeps what it knows of documents that were not named, and forgets those that are gone', async () => {
    await inProject({ 'a.md': broken, 'b.md': broken, 'c.md': broken }, async (project) => {
      await project.run(['baseline', 'a.md', 'b.md']);
      write(project, 'b.md', good);
      const { stdout } = await project.run(['baseline', 'c.md']);
      assert.equal(stdout, '.diagram-gates-baseline.json: 3 findings in 3 documents (1 new, 0 gone)\n');
      await project.run(['baseline']);
      assert.deepEqual(documentsIn(project), { 'a.md': 1, 'c.md': 1 });
    });
  });

  it('says in the summary what is gone; pruned, it adds nothing, and what comes back is reported', async () => {
    await inProject({ 'a.md': worse }, async (project) => {
      await project.run(['baseline']);
      write(project, 'a.md', broken.replace('a -->', 'other -->'));
      const { stdout } = await project.run(['check', '.']);
      assert.match(stdout, /; 0 in the baseline, 2 gone from it \(take them out with `baseline --prune`\);/);
      const pruned = await project.run(['baseline', '--prune']);
      assert.equal(pruned.stdout, '.diagram-gates-baseline.json: 0 findings in 0 documents (0 new, 2 gone)\n');
      assert.deepEqual(documentsIn(project), {});
      write(project, 'a.md', worse);
      assert.equal((await project.run(['check', '.'])).stdout.match(/ error DG001/g)?.length, 2);
    });
  });

  it('writes no file where nothing is found, and prunes none that is not there', async () => {
    await inProject({ 'a.md': good }, async (project) => {
      assert.equal((await project.run(['baseline'])).stdout, 'nothing is found, so no baseline is needed\n');
      assert.deepEqual(await project.run(['baseline', '--prune']), { code: 0, stdout: '', stderr: '' });
      assert.equal(existsSync(path.join(project.root, name)), false);
    });
  });

  it('uses the nearest file above each document', async () => {
    await inProject({ 'a.md': broken, 'sub/b.md': broken }, async (project) => {
      await project.run(['baseline', '.'], { below: 'sub' });
      const { stdout } = await project.run(['baseline']);
      assert.deepEqual(stdout.trimEnd().split('\n'), [
        '.diagram-gates-baseline.json: 1 finding in 1 document (1 new, 0 gone)',
        'sub/.diagram-gates-baseline.json: 1 finding in 1 document, as before',
      ]);
      assert.equal((await project.run(['check', '.'])).code, 0);
      const above = await project.run(['baseline', '../a.md'], { below: 'sub' });
      assert.equal(above.stdout, '../.diagram-gates-baseline.json: 1 finding in 1 document, as before\n');
    });
  });

  it('hides nothing when it cannot be understood, and says so', async () => {
    await inProject({ 'a.md': broken, [name]: '<<<<<<< ours\n' }, async (project) => {
      const checked = await project.run(['check', '.']);
      assert.deepEqual([checked.code, checked.stderr], [2, `diagram-gates: ${name}: this is no JSON\n`]);
      assert.match(checked.stdout, /error DG001/);
      const written = await project.run(['baseline']);
      assert.deepEqual(written, {
        code: 2,
        stdout: '',
        stderr: `diagram-gates: ${name}: it cannot be understood; delete it to have a new one\n`,
      });
      assert.equal(readFileSync(path.join(project.root, name), 'utf8'), '<<<<<<< ours\n');
    });
  });

  it('records nothing above the working directory in a file of its own', async () => {
    await inProject({ 'a.md': broken, 'sub/b.md': broken }, async (project) => {
      const { code, stderr } = await project.run(['baseline', '../a.md'], { below: 'sub' });
      const problem = '../a.md: a baseline of the working directory knows nothing above it';
      assert.deepEqual([code, stderr], [2, `diagram-gates: ${problem}\n`]);
    });
  });
});
