/** An esbuild plugin that bundles Mermaid as it is, but for the way in which it copies its configuration. */
import { readFile } from 'node:fs/promises';
import { applyPatches, unapplied } from './mermaidParser.mjs';
import { copyPatch } from './mermaidPatches.mjs';

/** @returns {import('esbuild').Plugin} */
export function fasterCopies() {
  return {
    name: 'faster-copies',
    setup(build) {
      /** @type {Map<import('./mermaidPatches.mjs').Patch, number>} */
      const counts = new Map();
      build.onStart(() => counts.clear());
      build.onLoad({ filter: /\/mermaid\/dist\/chunks\/mermaid\.core\/.*\.mjs$/ }, async ({ path }) => ({
        contents: applyPatches(await readFile(path, 'utf8'), [copyPatch], counts),
        loader: 'js',
      }));
      build.onEnd(() => ({ errors: unapplied([copyPatch], counts) }));
    },
  };
}
