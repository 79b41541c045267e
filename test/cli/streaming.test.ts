/** Large sets: a report is written while documents are still checked, few of them are held, and no file is half-written. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FakeOracle, pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';

const pages = 300;
const broken = pageWith('flowchart LR\n  BROKEN');
const nameOf = (index: number): string => `docs/page-${String(index).padStart(3, '0')}.md`;
const textOf = (index: number): string => broken.replace('BROKEN', `BROKEN page ${index}`);

describe('a report on a large set', () => {
  let project: Project;
  let oracle = new FakeOracle();
  /** How many documents were checked; a repair asks about a diagram more than once. */
  const checked = (): number => new Set(oracle.asked.flatMap((text) => /page \d+/.exec(text)?.[0] ?? [])).size;

  before(async () => {
    project = await Project.with(
      Object.fromEntries(Array.from({ length: pages }, (_, at) => [nameOf(at), textOf(at)])),
    );
  });
  after(() => project.dispose());
  beforeEach(() => (oracle = new FakeOracle()));
  const at = (file: string): string => path.join(project.root, file);

  /** How many documents were checked when the first was told, and at most ahead of those that had been told. */
  const watch = async (format: string): Promise<{ readonly first: number; readonly ahead: number }> => {
    let told = 0;
    let ahead = 0;
    let first: number | undefined;
    await project.run(['check', '--jobs', '1', '--format', format], {
      oracle,
      onOutput: (text) => {
        first ??= checked();
        told += text.match(/(?:"path": |::error file=|^)"?docs\/page-\d+\.md/gm)?.length ?? 0;
        ahead = Math.max(ahead, checked() - told);
      },
    });
    assert.equal(checked(), pages);
    assert.equal(told, pages);
    return { first: first ?? pages, ahead };
  };

  for (const format of ['text', 'json', 'github']) {
    it(`begins as ${format} long before the last document is checked, and holds few`, async () => {
      const { first, ahead } = await watch(format);
      assert.ok(first <= 60, `${first} documents were checked before the first was told`);
      assert.ok(ahead <= 60, `${ahead} documents were held`);
    });
  }

  it('waits for whoever reads it', async () => {
    let waiting = (): void => undefined;
    let written = '';
    const done = project.run(['check', '--jobs', '1'], {
      oracle,
      onOutput: (text) => void (written += text),
      drained: () => new Promise((resolve) => (waiting = resolve)),
    });
    await until(() => written !== '');
    for (let round = 0; round < 2_000; round += 1) await turn();
    assert.ok(checked() <= 60, `${checked()} documents were checked for nobody`);
    let isDone = false;
    void done.finally(() => (isDone = true));
    await until(() => {
      waiting();
      return isDone;
    });
    assert.equal((await done).code, 1);
    assert.equal(checked(), pages);
  });

  it('stands in its file as a whole, whose mode and links stay, or not at all', async () => {
    writeFileSync(at('kept.json'), 'old', { mode: 0o640 });
    symlinkSync('kept.json', at('link.json'));
    const other = await Project.with({ 'a.md': broken });
    try {
      const { code } = await project.run(['check', '--format', 'json', '-o', 'link.json']);
      assert.equal(code, 1);
      assert.equal(
        (JSON.parse(readFileSync(at('kept.json'), 'utf8')) as { documents: unknown[] }).documents.length,
        pages,
      );
      assert.deepEqual(readdirSync(project.root).sort(), ['docs', 'kept.json', 'link.json']);
      mkdirSync(path.join(other.root, 'folder'));
      const refused = await other.run(['check', '-o', 'folder']);
      assert.deepEqual([refused.code, refused.stderr], [2, 'diagram-gates: folder: this is a folder\n']);
      const missing = await other.run(['check', '-o', 'none/report.txt']);
      assert.deepEqual([missing.code, missing.stderr], [2, 'diagram-gates: none/report.txt: there is no such file\n']);
      assert.deepEqual(readdirSync(other.root).sort(), ['a.md', 'folder']);
    } finally {
      other.dispose();
    }
  });

  it('leaves nothing where the run fails in the middle', async () => {
    const failing = {
      now: () => {
        if (checked() > 100) throw new Error('the clock has stopped');
        return 0;
      },
      after: () => () => undefined,
    };
    const before = readdirSync(project.root);
    await assert.rejects(
      () => project.run(['check', '-o', 'report.txt'], { oracle, clock: failing, isTTY: true }),
      /the clock has stopped/,
    );
    assert.deepEqual(readdirSync(project.root), before);
  });
});

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}
