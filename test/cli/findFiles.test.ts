import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { findFiles, kindOf } from '../../cli/findFiles.ts';
import { Project } from '../support/commandLine.ts';

/** What `paths` lead to in a folder with empty files of these names; `.gitignore` files may have content. */
async function find(
  names: readonly string[],
  paths: readonly string[],
  ignores: Readonly<Record<string, string>> = {},
  prepare: (root: string) => void = () => undefined,
): Promise<readonly string[]> {
  const project = await Project.with({ ...Object.fromEntries(names.map((name) => [name, ''])), ...ignores });
  try {
    prepare(project.root);
    const { files, problems } = await findFiles(paths, project.root);
    return [...files.map((file) => path.relative(project.root, file).replaceAll(path.sep, '/')), ...problems];
  } finally {
    project.dispose();
  }
}

describe('finding documents', () => {
  it('knows documents by their ending, in any case', () => {
    assert.deepEqual(['a.md', 'a.MARKDOWN', 'a.mdx', 'a.mmd', 'a.Mermaid', 'a.txt', 'md', '.md'].map(kindOf), [
      'markdown',
      'markdown',
      'markdown',
      'mermaid',
      'mermaid',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('walks folders, hidden ones too, but not node_modules and .git', async () => {
    const names = [
      'a.md',
      '.github/b.md',
      'c/d/e.mmd',
      'node_modules/x.md',
      'c/node_modules/x.md',
      '.git/x.md',
      'y.txt',
    ];
    assert.deepEqual(await find(names, ['.']), ['.github/b.md', 'a.md', 'c/d/e.mmd']);
  });

  it('expands globs, with documents only', async () => {
    const names = ['docs/a.md', 'docs/b.txt', 'docs/deep/c.md', 'node_modules/docs/x.md'];
    assert.deepEqual(await find(names, ['docs/*']), ['docs/a.md']);
    assert.deepEqual(await find(names, ['**/*.md']), ['docs/a.md', 'docs/deep/c.md']);
    assert.deepEqual(await find(names, ['docs/{a,z}.md']), ['docs/a.md']);
    assert.deepEqual(await find(names, ['docs/*.txt']), ['docs/*.txt: no Markdown or Mermaid file matches']);
  });

  it('takes a file whose name looks like a glob as it is', async () => {
    assert.deepEqual(await find(['a[1].md', 'a1.md'], ['a[1].md']), ['a[1].md']);
  });

  it('leaves out what .gitignore names, the nearest deciding', async () => {
    const names = ['.git/HEAD', 'a.md', 'build/b.md', 'docs/draft-a.md', 'docs/draft-b.md', 'docs/keep/draft-c.md'];
    const ignores = {
      '.gitignore': 'build/\ndraft-*.md\n',
      'docs/.gitignore': '!draft-b.md\n',
      'docs/keep/.gitignore': '!*.md\n',
    };
    assert.deepEqual(await find(names, ['.'], ignores), ['a.md', 'docs/draft-b.md', 'docs/keep/draft-c.md']);
    assert.deepEqual(await find(names, ['docs/**/*.md'], ignores), ['docs/draft-b.md', 'docs/keep/draft-c.md']);
    assert.deepEqual(await find(names, ['docs'], ignores), ['docs/draft-b.md', 'docs/keep/draft-c.md']);
  });

  it('does not look into a folder that is left out, whatever is said inside', async () => {
    const ignores = { '.gitignore': 'out\n', 'out/.gitignore': '!*\n' };
    assert.deepEqual(await find(['a.md', 'out/b.md'], ['.'], ignores), ['a.md']);
  });

  it('checks what is named, even when git leaves it out', async () => {
    const names = ['.git/HEAD', 'out/b.md', 'out/c.md'];
    const ignores = { '.gitignore': 'out/\n', 'out/.gitignore': 'c.md\n' };
    assert.deepEqual(await find(names, ['out/c.md'], ignores), ['out/c.md']);
    assert.deepEqual(await find(names, ['out'], ignores), ['out/b.md']);
  });

  it('follows links to files but not to folders, which may lead in circles', async () => {
    const found = await find(['a.md', 'real/b.md'], ['.'], {}, (root) => {
      symlinkSync(path.join(root, 'a.md'), path.join(root, 'link.md'));
      symlinkSync(root, path.join(root, 'real', 'circle'));
      mkdirSync(path.join(root, 'folder.md'));
    });
    assert.deepEqual(found, ['a.md', 'link.md', 'real/b.md']);
  });
});
