/** The extension for browsers must not ask for anything of Node's. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { build } from 'esbuild';

/** Bundles an entry as for browsers and returns what the bundle requires at run time. */
const requiredBy = async (entry: string): Promise<readonly string[]> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../../extension', entry)],
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    write: false,
    logLevel: 'silent',
  });
  const text = outputFiles.map((file) => file.text).join('\n');
  return [...new Set([...text.matchAll(/\brequire\(\s*"([^"]+)"\s*\)/g)].map((match) => match[1] ?? ''))];
};

describe('the extension for browsers', () => {
  it('requires VS Code alone', async () => {
    assert.deepEqual(await requiredBy('entryWeb.ts'), ['vscode']);
  });

  it('cannot be bundled with a part that needs Node', async () => {
    await assert.rejects(requiredBy('entryNode.ts'), /Could not resolve "node:worker_threads"/);
  });
});
