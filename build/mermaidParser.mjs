/** An esbuild plugin that bundles Mermaid's parsers for a place without a DOM, and leaves its renderers out. */
import { readFile } from 'node:fs/promises';
import { chunkPatches11, entryPatches11 } from './mermaid11Patches.mjs';
import {
  chunkPatches,
  configurationPatches,
  entryConfigurationPatches,
  entryPatches,
  frozenPatches,
} from './mermaidPatches.mjs';

/** What replaces a module that only renderers use: anything can be imported from it, nothing can be called. */
const rendererStub = `
module.exports = new Proxy(function () {}, {
  get: (target, key) => (key === '__esModule' ? true : module.exports),
  apply: () => { throw new Error('a renderer was called by a parser'); },
});`;

/** DOMPurify needs a DOM. Nothing is rendered here, so nothing needs to be sanitised. */
const dompurifyStub = `
export default { sanitize: (text) => text, addHook() {}, removeHook() {}, isSupported: false };`;

/** Applies `patches` to `text` and adds to `counts` how often each matched. */
export function applyPatches(text, patches, counts) {
  let result = text;
  for (const patch of patches) {
    const times = result.match(patch.find)?.length ?? 0;
    counts.set(patch, (counts.get(patch) ?? 0) + times);
    if (times > 0) result = result.replace(patch.find, patch.replace);
  }
  return result;
}

/** Says which of `patches` did not match as often as they should, as errors of a build. */
export function unapplied(patches, counts) {
  return patches
    .map((patch) => ({ ...patch, found: counts.get(patch) ?? 0 }))
    .filter(({ found, times }) => found !== times)
    .map(({ why, found, times }) => ({
      text: `mermaid: the patch to ${why} applied ${found} times instead of ${times}`,
    }));
}

/** The older Mermaid instead: its package goes by this name. Its configuration is copied, as its authors meant it. */
export function mermaid11Parser() {
  const parser = createParser(entryPatches11, chunkPatches11);
  return {
    ...parser,
    /** @param {import('esbuild').PluginBuild} build */
    setup(build) {
      build.initialOptions.alias = { ...build.initialOptions.alias, mermaid: 'mermaid-11' };
      return parser.setup(build);
    },
  };
}

/**
 * @param {{ configuration?: 'shared' | 'copied' | 'frozen' }} options For the tests that watch over the sharing of Mermaid's
 * configuration: `copied` leaves it out, `frozen` makes every attempt to change what is shared throw.
 * @returns {import('esbuild').Plugin}
 */
export function mermaidParser({ configuration = 'shared' } = {}) {
  const shared = configuration !== 'copied';
  const entry = [...entryPatches, ...(shared ? entryConfigurationPatches : [])];
  const chunks = [
    ...chunkPatches,
    ...(shared ? configurationPatches : []),
    ...(configuration === 'frozen' ? frozenPatches : []),
  ];
  return createParser(entry, chunks);
}

/**
 * @param {readonly import('./mermaidPatches.mjs').Patch[]} entry
 * @param {readonly import('./mermaidPatches.mjs').Patch[]} chunks
 * @returns {import('esbuild').Plugin}
 */
function createParser(entry, chunks) {
  return {
    name: 'mermaid-parser',
    setup(build) {
      const counts = new Map();

      build.onStart(() => counts.clear());

      build.onResolve({ filter: /^dompurify$/ }, () => ({ path: 'dompurify', namespace: 'stub' }));
      build.onResolve(
        {
          filter:
            /^(elkjs|cytoscape|cytoscape-.*|katex|roughjs|dagre-d3-es|d3-sankey|@upsetjs\/venn\.js|marked|stylis)(\/|$)/,
        },
        ({ path }) => ({ path, namespace: 'stub' }),
      );
      build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
        contents: path === 'dompurify' ? dompurifyStub : rendererStub,
        loader: 'js',
      }));

      build.onLoad({ filter: /mermaid(?:-11)?\/dist\/mermaid\.core\.mjs$/ }, async ({ path }) => ({
        contents: applyPatches(await readFile(path, 'utf8'), entry, counts),
        loader: 'js',
      }));
      build.onLoad({ filter: /mermaid(?:-11)?\/dist\/chunks\/mermaid\.core\/.*\.mjs$/ }, async ({ path }) => ({
        contents: applyPatches(await readFile(path, 'utf8'), chunks, counts),
        loader: 'js',
      }));

      build.onEnd((result) => {
        if (result.errors.length > 0) return undefined;
        return { errors: unapplied([...entry, ...chunks], counts) };
      });
    },
  };
}
