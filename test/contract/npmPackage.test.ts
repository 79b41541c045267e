/** The package that `npx diagram-gates` installs: it has what it needs and works without anything else. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { runProcess } from '../support/processes.ts';

describe('the package of the command line', function () {
  this.timeout(180_000);
  let folder: string;
  let installed: string;

  const run = async (command: string, args: readonly string[], cwd: string): Promise<string> => {
    const { code, output } = await runProcess(command, [...args], { cwd });
    assert.equal(code, 0, output);
    return output;
  };

  before(async () => {
    await run(
      process.execPath,
      ['build.mjs', 'checker', 'mermaid11', 'cli', 'mcp', 'frame', 'frame-parts', 'pdf-part', 'rendering'],
      projectRoot,
    );
    folder = await makeTemporaryFolder('package');
    await run('npm', ['pack', '--silent', '--pack-destination', folder], projectRoot);
    const [archive] = readdirSync(folder);
    assert.ok(archive !== undefined);
    await run('tar', ['xzf', archive], folder);
    installed = path.join(folder, 'package');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the programs and the rules’ pages, and nothing of the extension', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const built = files.filter((file) => /^dist\/.*\.\w+$/.test(file) && !/\.txt$|\/icons\//.test(file));
    assert.deepEqual(built.sort(), [
      'dist/checker.js',
      'dist/cli.mjs',
      'dist/mcp.mjs',
      'dist/mermaid11.js',
      'dist/webview/frame.js',
      ...['cytoscape', 'diagrams', 'elk', 'grammars', 'katex', 'pdf'].map((part) => `dist/webview/parts/${part}.js`),
      'dist/webview/parts/zenuml.js',
      'dist/webview/rendering.js',
    ]);
    assert.ok(files.includes('dist/webview/parts/icons/logos/a.json'));
    assert.ok(files.includes('docs/gates/unquoted-label.md'));
    assert.ok(files.includes('action.yml'));
    assert.ok(!files.some((file) => /^(?:core|extension|webview|test|node_modules)\b/.test(file)));
  });

  it('checks, repairs and explains where it was installed', async () => {
    const work = path.join(folder, 'work');
    mkdirSync(work);
    writeFileSync(path.join(work, 'page.md'), '# Orders\n\n```mermaid\nflowchart LR\n  api[API (v2)] --> db\n```\n');
    const program = path.join(installed, 'dist/cli.mjs');
    const both = await runProcess(process.execPath, [program, 'check', '--target', 'both', 'page.md'], { cwd: work });
    assert.equal(both.code, 1, both.output);
    assert.match(both.output, /^page\.md:5:11 error DG010\/unquoted-label /m);
    assert.match(await run(process.execPath, [program, 'fix', 'page.md'], work), /1 fault fixed in 1 document/);
    assert.match(await run(process.execPath, [program, 'explain', 'DG010'], work), /^DG010 unquoted-label/);
  });
});
