/** Files that are no pages, links that lead in circles, and runs that are ended: what is said of them, and that nothing is torn. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';
import { projectRoot } from '../support/paths.ts';

const good = pageWith('flowchart LR\n  a --> b');

describe('diagram-gates among odd files', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.with({ 'good.md': good, 'docs/deep/also.md': good });
  });
  afterEach(() => project.dispose());
  const at = (file: string): string => path.join(project.root, file);
  /** What each command that reads pages says of the others, and how many it took. */
  const everyCommand = async (): Promise<readonly string[]> => {
    const said: string[] = [];
    for (const argv of [['check'], ['fix'], ['report'], ['baseline']]) {
      const { code, stderr } = await project.run(argv);
      assert.equal(code, 2, argv.join());
      said.push(stderr.replace(/^diagram-gates: /gm, '').trimEnd());
    }
    return [...new Set(said)];
  };

  it('says that a link leads in circles, and follows none to a folder', async () => {
    symlinkSync('loop.md', at('loop.md'));
    symlinkSync(project.root, at('docs/deep/up'));
    symlinkSync('other', at('one'));
    symlinkSync('one', at('other'));
    assert.deepEqual(await everyCommand(), ['loop.md: this link leads in circles']);
    assert.match((await project.run(['check'])).stdout, /^2 documents, 2 diagrams/);
  });

  it('says that a file is too large, and does not read it', async () => {
    const huge = at('huge.md');
    symlinkSync('good.md', at('link.md'));
    const written = await Project.with({ 'huge.md': '' });
    try {
      const target = path.join(written.root, 'huge.md');
      truncateSync(target, 64_000_001);
      symlinkSync(target, huge);
      assert.deepEqual(await everyCommand(), ['huge.md: the file has 64000001 bytes, more than 64000000']);
      assert.match((await project.run(['check'])).stdout, /^3 documents, 3 diagrams/);
    } finally {
      written.dispose();
    }
  });

  it('says which file may not be read, and checks the others', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      console.log('      skipped: whoever may do everything is never refused');
      this.skip();
    }
    chmodSync(at('good.md'), 0);
    assert.deepEqual(await everyCommand(), ['good.md: the file may not be read']);
  });

  it('leaves the old text and nothing else when it is ended while it writes', async () => {
    const program = `
      import { readTextFile, replaceText, writeBytes } from ${JSON.stringify(pathToFileURL(path.join(projectRoot, 'cli/textFile.ts')).href)};
      const file = await readTextFile('good.md');
      void writeBytes(${JSON.stringify(at('new.bin'))}, new Uint8Array(10_000_000));
      await replaceText({ ...file, path: ${JSON.stringify(at('good.md'))} }, 'half', () => process.exit(130));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: project.root });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(code, 130, stderr);
    assert.equal(readFileSync(at('good.md'), 'utf8'), good);
    // What was finished before is there as a whole; nothing is left of what was not.
    assert.deepEqual(
      readdirSync(project.root).filter((name) => name !== 'new.bin'),
      ['docs', 'good.md'],
    );
  });
});
