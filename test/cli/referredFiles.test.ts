/** References of pages on the disk: what the command line looks at, and what it does not. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { ReferredFiles } from '../../cli/referredFiles.ts';
import { referencesGate } from '../../core/gates/references/gate.ts';
import type { Ran, RunSetup } from '../support/commandLine.ts';
import { Project } from '../support/commandLine.ts';

/** The findings of references, as lines of the report. */
const linesOf = ({ stdout }: Ran): readonly string[] => stdout.split('\n').filter((line) => line.includes('DG70'));

describe('the command line, about files', () => {
  let project: Project;

  before(async () => {
    project = await Project.with({
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'api/\n',
      'repo/docs/page.md':
        '[a](../run/a.md#a) [b](../run/a.md#b) [c](../run/none.md) [d](../../secret.md) [e](../api/e.md) [f](../out/x.md)\n',
      'repo/run/a.md': '# A\n',
      'secret.md': '# Secret\n',
      'loose/page.md': '[a](a.md) [b](../secret.md) [c](b.md)\n',
      'loose/a.md': '',
    });
    symlinkSync(path.join(project.root, 'secret.md'), path.join(project.root, 'repo/run/link.md'));
    symlinkSync(project.root, path.join(project.root, 'repo/away'));
  });

  after(() => project.dispose());

  const run = async (argv: readonly string[], setup?: RunSetup): Promise<readonly string[]> =>
    linesOf(await project.run(['check', ...argv], { ...setup, gates: [referencesGate] }));

  it('looks in the repository of a page, wherever it is run', async () => {
    const found = [
      'docs/page.md:1:35 warning DG702/link-missing-anchor `../run/a.md` has no heading or id `#b`. Link to a heading or id that is there, or to the page as a whole.',
      'docs/page.md:1:43 warning DG701/link-missing-file There is no file `../run/none.md`. Link to one that is there.',
    ];
    assert.deepEqual(await run(['docs'], { below: 'repo' }), found);
    assert.deepEqual(
      (await run(['repo/docs'])).map((line) => line.replace(/^repo\//, '')),
      found,
    );
  });

  it('looks in the working directory where there is no repository, or else beside the page', async () => {
    const missing = 'page.md:1:33 warning DG701/link-missing-file There is no file `b.md`. Link to one that is there.';
    assert.deepEqual(await run(['page.md'], { below: 'loose' }), [missing]);
    assert.deepEqual(await run(['.'], { below: 'loose' }), [missing]);
  });

  it('knows where standard input would stand', async () => {
    const argv = ['-', '--stdin-filename', 'docs/new.md'];
    const stdin = '[a](../run/a.md) [b](page.md) [c](../../../../etc/none.md) [d](pagge.md)\n';
    assert.deepEqual(await run(argv, { below: 'repo', stdin }), [
      'docs/new.md:1:64 warning DG701/link-missing-file There is no file `pagge.md`. Link to one that is there, such as `page.md`.',
    ]);
  });

  it('never looks outside, whoever asks and however it is called', async () => {
    const root = path.join(project.root, 'repo');
    const files = new ReferredFiles(root);
    const nothing = { folders: [], pages: [] };
    assert.deepEqual(await files.look({ root, folders: [''], pages: [] }), nothing, 'a root nobody was given');
    const place = await files.placeOf(path.join(root, 'docs/page.md'));
    assert.deepEqual(place, { root, path: 'docs/page.md' });
    const found = await files.look({
      root,
      folders: ['', 'run', 'none', 'away', 'away/loose'],
      pages: ['run/a.md', 'run/link.md', 'away/secret.md', 'run/none.md'],
    });
    assert.deepEqual(
      found.folders.map((folder) => [folder.path, folder.content?.files.toSorted()]),
      [
        ['', ['.gitignore']],
        ['run', ['a.md', 'link.md']],
        ['none', undefined],
      ],
    );
    assert.deepEqual(found.pages, [
      { path: 'run/a.md', text: '# A\n' },
      { path: 'run/link.md', text: undefined },
      { path: 'away/secret.md', text: undefined },
    ]);
  });
});
