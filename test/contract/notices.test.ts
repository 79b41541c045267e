/** Everything that is published under somebody else's licence says so. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { bundledPackages, noticesOf } from '../../build/notices.mjs';
import { iconPackages, zenumlSource } from '../../build/parts.mjs';
import { projectRoot } from '../support/paths.ts';

describe('third-party notices', function () {
  this.timeout(120_000);

  it('name every package of a bundle with its licence, the plug-ins of plug-ins among them', async () => {
    const { metafile } = await esbuild.build({
      stdin: {
        contents: `export { default } from 'mermaid';\n${zenumlSource}`,
        resolveDir: projectRoot,
      },
      absWorkingDir: projectRoot,
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const folders = bundledPackages([metafile]).map((folder) => path.join(projectRoot, folder));
    const text = await noticesOf([...folders, ...iconPackages]);
    for (const words of [
      /^mermaid 12\.3\.0\nMIT$/m,
      /^elkjs \d+\.\d+\.\d+\nEPL-2\.0/m,
      /^dompurify [\d.]+\n\(MPL-2\.0 OR Apache-2\.0\)$/m,
      /^@zenuml\/core [\d.]+\nMIT$/m,
      /^@iconify-json\/logos [\d.]+\nCC0-1\.0$/m,
      /^@iconify-json\/mdi [\d.]+\nApache-2\.0$/m,
    ]) {
      assert.ok(words.test(text), `${words} is not there`);
    }
    assert.ok(/Apache License\s+Version 2\.0/.test(text), 'the text of the icons’ licence is there');
    assert.ok(!/^esbuild /m.test(text), 'a tool is no part of what is published');
  });

  it('cannot be written for a package that does not say its licence', async () => {
    await assert.rejects(noticesOf([path.join(projectRoot, 'test')]), /does not say its licence/);
  });
});
