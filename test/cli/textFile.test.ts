import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTextFile, replaceText } from '../../cli/textFile.ts';
import type { TextFile } from '../../cli/textFile.ts';
import { makeTemporaryFolder } from '../support/paths.ts';

describe('replacing the text of a file', () => {
  let folder = '';
  let page = '';
  const read = async (): Promise<TextFile> => {
    const file = await readTextFile(page);
    assert(!('problem' in file));
    return file;
  };

  beforeEach(async () => {
    folder = await makeTemporaryFolder('text-file');
    page = path.join(folder, 'a.md');
    writeFileSync(page, 'old\n');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the new text and nothing else', async () => {
    assert.equal(await replaceText(await read(), 'new\n'), undefined);
    assert.equal(readFileSync(page, 'utf8'), 'new\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('has the new text complete beside the old before anything changes', async () => {
    const seen: string[] = [];
    await replaceText(await read(), 'new\n', () => {
      for (const name of readdirSync(folder).sort()) seen.push(readFileSync(path.join(folder, name), 'utf8'));
    });
    assert.deepEqual(seen, ['new\n', 'old\n']);
  });

  it('notices a change up to the last moment, also one of the same size', async () => {
    const problem = await replaceText(await read(), 'new\n', () => writeFileSync(page, 'odd\n'));
    assert.equal(problem, 'the file was changed meanwhile, so it is left alone');
    assert.equal(readFileSync(page, 'utf8'), 'odd\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('says that the file is gone, or a folder now', async () => {
    const file = await read();
    rmSync(page);
    assert.equal(await replaceText(file, 'new\n'), 'there is no such file');
    mkdirSync(page);
    assert.equal(await replaceText(file, 'new\n'), 'this is a folder');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('does not write what may not be written', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      console.log('skipped: whoever may do everything is never refused');
      this.skip();
    }
    chmodSync(page, 0o444);
    assert.equal(await replaceText(await read(), 'new\n'), 'the file may not be written');
    assert.equal(readFileSync(page, 'utf8'), 'old\n');
  });
});
