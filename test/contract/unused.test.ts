/** Plants what nothing uses (a file, an export, a package) and sees it refused by `npm run unused`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';

/** The runner names files of its own, which count as used. */
const notCopied = /^(?:node_modules|dist|docs|media|\.(?!mocharc).*)$/;

function findUnused(root: string): { readonly code: number | null; readonly output: string } {
  const cli = path.join(projectRoot, 'node_modules/knip/bin/knip.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli], { cwd: root, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

describe('what nothing uses', function () {
  this.timeout(240_000);

  it('is refused, be it a file, an export or a package', async () => {
    const root = await makeTemporaryFolder('unused');
    try {
      for (const name of readdirSync(projectRoot).filter((each) => !notCopied.test(each))) {
        cpSync(path.join(projectRoot, name), path.join(root, name), { recursive: true });
      }
      symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'));
      const clean = findUnused(root);
      assert.deepEqual(clean, { code: 0, output: clean.output });

      writeFileSync(path.join(root, 'core/plantedFile.ts'), 'export const nobody = 1;\n');
      appendFileSync(path.join(root, 'core/nearest.ts'), 'export const plantedExport = 1;\n');
      const manifest = path.join(root, 'package.json');
      const text = readFileSync(manifest, 'utf8').replace(
        '"devDependencies": {',
        '"devDependencies": {"planted-package": "1.0.0",',
      );
      writeFileSync(manifest, text);
      const { code, output } = findUnused(root);
      assert.equal(code, 1, output);
      for (const name of ['plantedFile.ts', 'plantedExport', 'planted-package'])
        assert.ok(output.includes(name), output);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
