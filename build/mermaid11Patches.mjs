/** Where Mermaid 11 differs from 12, for the checker's patches of it. Positions and verdicts come from the same hooks. */
import { chunkPatches, entryPatches } from './mermaidPatches.mjs';

/** @typedef {import('./mermaidPatches.mjs').Patch} Patch */

/** How often a patch applies in Mermaid 11.17.2, where that is not as in 12. @type {Readonly<Record<string, number>>} */
const timesByPurpose = {
  'watch each grammar while it parses': 18,
  'tell a fault in a statement from one in the token after it': 18,
  'add to what a grammar throws where it was reading': 18,
};

/** Places that look different in Mermaid 11, by the purpose of the patch. @type {Readonly<Record<string, Patch>>} */
const placesByPurpose = {
  'remember what the parser is given, so that its positions can be mapped back': {
    why: 'remember what the parser is given, so that its positions can be mapped back',
    find: /^ {4}text = encodeEntities\(text\) \+ "\\n";\n/gm,
    replace:
      '    const size = text.length;\n    text = encodeEntities(text) + "\\n";\n    parserInput = { type, text, size };\n',
    times: 1,
  },
  'offer the parser instead of the whole library': {
    why: 'offer the parser instead of the whole library',
    find: /^export \{\n(?: {2}.+\n)+\};/gm,
    replace:
      'let parserInput;\nconst lastParserInput = () => parserInput;\nexport { parse, initialize, detectType, lastParserInput };',
    times: 1,
  },
};

const known = new Set([...entryPatches, ...chunkPatches].map(({ why }) => why));
for (const why of [...Object.keys(timesByPurpose), ...Object.keys(placesByPurpose)]) {
  if (!known.has(why)) throw new Error(`Mermaid 12 has no patch to ${why}`);
}

/** @param {readonly Patch[]} patches @returns {readonly Patch[]} */
const adapt = (patches) =>
  patches.map((patch) => placesByPurpose[patch.why] ?? { ...patch, times: timesByPurpose[patch.why] ?? patch.times });

export const entryPatches11 = adapt(entryPatches);
export const chunkPatches11 = adapt(chunkPatches);
