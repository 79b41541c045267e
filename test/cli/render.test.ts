/** What `render` says before a browser is asked for anything; pictures themselves are tried in test/webview/render.test.ts. */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeRenderProblem } from '../../cli/render/describeProblem.ts';
import { findBrowser } from '../../cli/render/findBrowser.ts';
import { pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';

const good = 'flowchart LR\n  a --> b';
const broken = 'flowchart LR\n  BROKEN';

describe('diagram-gates render', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.with({
      'one.md': pageWith(good),
      'two.md': pageWith(good, good),
      'broken.md': pageWith(broken),
      'words.md': '# Words\n',
    });
  });
  afterEach(() => project.dispose());
  const at = (file: string): string => path.join(project.root, file);
  const none = { env: { CHROME_PATH: 'no/browser' } };

  it('says which picture it cannot choose, and draws none that does not render', async () => {
    const said: unknown[] = [];
    for (const argv of [
      ['two.md', '-o', 'two.svg'],
      ['two.md', '-o', 'two.svg', '--diagram', '3'],
      ['words.md', '-o', 'words.svg'],
      ['gone.md', '-o', 'gone.svg'],
      ['one.md', 'two.md', '-o', 'out'],
      ['.', '-o', 'out'],
      ['broken.md', '-o', 'broken.svg'],
    ]) {
      const { code, stdout, stderr } = await project.run(['render', ...argv], none);
      said.push([code, stdout, stderr.trimEnd()]);
    }
    assert.deepEqual(said, [
      [2, '', 'diagram-gates: two.md: there are 2 diagrams: name one with --diagram, or a folder with -o'],
      [2, '', 'diagram-gates: two.md: there is no diagram 3, only 2'],
      [2, '', 'diagram-gates: words.md: there is no diagram'],
      [2, '', 'diagram-gates: gone.md: there is no such file or folder'],
      [2, '', 'diagram-gates: Name one file to render: render FILE -o OUT. Try --help.'],
      [2, '', 'diagram-gates: render takes one Markdown or Mermaid file'],
      [1, '', 'broken.md:5:3 error DG001/syntax Mermaid does not understand `BROKEN` here. It expects `]`.'],
    ]);
    assert.deepEqual(readdirSync(project.root).sort(), ['broken.md', 'one.md', 'two.md', 'words.md']);
  });

  it('says clearly that there is no browser, and what would help', async () => {
    const named = await project.run(['render', 'one.md', '-o', 'one.svg', '--browser', 'here/none']);
    assert.deepEqual(named, {
      code: 2,
      stdout: '',
      stderr: 'diagram-gates: --browser names here/none, which is no program\n',
    });
    const { code, stderr } = await project.run(['render', 'one.md', '-o', 'one.svg'], none);
    assert.deepEqual([code, stderr], [2, 'diagram-gates: CHROME_PATH names no/browser, which is no program\n']);
    const search = { cwd: project.root, env: { PATH: at('') }, platform: 'win32', wanted: undefined };
    assert.deepEqual(await findBrowser(search), {
      problem:
        'no browser is found to draw with: install Chrome, Chromium or Edge, or name one with --browser or CHROME_PATH',
    });
  });

  it('finds a browser on PATH, unless another is named', async function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['chromium', 'other']) {
      writeFileSync(at(name), '#!/bin/sh\nexit 7\n');
      chmodSync(at(name), 0o755);
    }
    const search = { cwd: project.root, env: { PATH: project.root }, platform: 'linux', wanted: undefined };
    assert.equal(await findBrowser(search), at('chromium'));
    assert.equal(await findBrowser({ ...search, wanted: 'other' }), at('other'));
    assert.equal(await findBrowser({ ...search, env: { ...search.env, CHROME_PATH: at('other') } }), at('other'));
  });

  it('leaves what is there alone when the browser fails', async function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(at('one.svg'), 'old');
    writeFileSync(at('browser'), '#!/bin/sh\nexit 7\n');
    chmodSync(at('browser'), 0o755);
    const readAsset = (): Promise<string> => Promise.resolve('');
    const argv = ['render', 'one.md', '-o', 'one.svg', '--browser', 'browser'];
    const { code, stdout, stderr } = await project.run(argv, { readAsset });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^diagram-gates: .*browser cannot draw: the browser (?:ended with code 7|has ended)\n$/);
    assert.equal(readFileSync(at('one.svg'), 'utf8'), 'old');
  });

  it('says why a picture cannot be drawn', () => {
    assert.deepEqual(
      [
        { kind: 'mermaid', message: 'no\nmore' } as const,
        { kind: 'guard', limit: 'line', allowed: 5_000, line: 3 } as const,
        { kind: 'guard', limit: 'total', allowed: 50_000, line: undefined } as const,
        { kind: 'remote-image' } as const,
        { kind: 'timeout', budget: 20_000 } as const,
        { kind: 'too-large', allowed: 7 } as const,
        { kind: 'frame', message: 'gone' } as const,
      ].map(describeRenderProblem),
      [
        'no',
        'line 3 of the diagram is longer than 5000 characters: break it',
        'it is longer than 50000 characters: split the diagram',
        'pictures from the network are not loaded: use a data: image or a shape',
        'it was not drawn within 20 s: make the diagram smaller',
        'the picture is larger than 7 characters: make the diagram smaller',
        'Mermaid could not be started: gone',
      ],
    );
  });
});
