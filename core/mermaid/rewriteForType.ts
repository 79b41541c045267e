/** How the parsers of some diagram types rewrite the text they are given once more before their grammar sees it. */
import type { MappedText } from './mappedText.ts';
import { editMapped, editMatches, removeMatches, replacement } from './mappedText.ts';

type Rewrite = (mapped: MappedText) => MappedText;

const closeUpAnything: Rewrite = (mapped) => closeUpBraces(mapped, /}\s*\n/g);

const rewrites: ReadonlyMap<string, Rewrite> = new Map([
  ['flowchart-v2', closeUpAnything],
  ['flowchart-elk', closeUpAnything],
  ['swimlane', closeUpAnything],
  ['agentflow', (mapped: MappedText) => closeUpBraces(mapped, /}[^\S\n]*\n/g)],
  ['sankey', tidySankey],
]);

/** The text as the grammar of `type` (Mermaid's name) sees it. */
export function rewriteForType(given: MappedText, type: string | undefined): MappedText {
  const rewrite = type === undefined ? undefined : rewrites.get(type);
  return rewrite === undefined ? given : rewrite(given);
}

/** Removes the white space between a brace that ends a line and the next line. */
function closeUpBraces(mapped: MappedText, pattern: RegExp): MappedText {
  return editMatches(mapped, pattern, ({ 0: match }) => {
    const newline = match.indexOf('\n');
    return [replacement(1, newline - 1, ''), replacement(newline + 1, match.length - newline - 1, '')];
  });
}

/** Removes blank lines, and white space around the whole. */
function tidySankey(mapped: MappedText): MappedText {
  const trimmed = removeMatches(mapped, /^[^\S\n\r]+|[^\S\n\r]+$/g);
  const dense = editMatches(trimmed, /[\n\r]{2,}/g, ({ 0: match }) => [replacement(1, match.length - 1, '')]);
  const start = dense.text.length - dense.text.trimStart().length;
  const end = dense.text.trimEnd().length;
  return editMapped(dense, [replacement(0, start, ''), replacement(end, Math.max(0, dense.text.length - end), '')]);
}
