/** Reads the container form of a diagram, as Azure DevOps writes it: `:::mermaid` to `:::`. */
import type { StateBlock } from 'markdown-it';
import { codeIndent, contentEnd, contentStart, indentOf, lineEnd, readDelimited } from './blockLines.ts';
import type { BlockCollector } from './collector.ts';

const colon = ':'.charCodeAt(0);
const minimalMarkers = 3;

/** The length of the run of colons that starts the content of `line`. */
function countMarkers(state: StateBlock, line: number): number {
  const start = contentStart(state, line);
  return state.skipChars(start, colon) - start;
}

function opens(state: StateBlock, line: number): boolean {
  const markers = countMarkers(state, line);
  if (markers < minimalMarkers || indentOf(state, line) >= codeIndent) return false;
  return /^[ \t]*mermaid(?:[ \t{]|$)/i.test(state.src.slice(contentStart(state, line) + markers, lineEnd(state, line)));
}

function closes(state: StateBlock, line: number, markers: number): boolean {
  if (countMarkers(state, line) < markers || indentOf(state, line) >= codeIndent) return false;
  return state.skipChars(contentStart(state, line), colon) === contentEnd(state, line);
}

/**
 * A block rule: whether a diagram container starts on line `first`, to be ended by its `:::` or else before `endLine`.
 * With a collector, reads it; without, only says whether there is one.
 */
export function readContainer(
  state: StateBlock,
  first: number,
  endLine: number,
  collector: BlockCollector | undefined,
): boolean {
  if (!opens(state, first)) return false;
  if (collector === undefined) return true;
  const markers = countMarkers(state, first);
  let end = first + 1;
  let closed = false;
  for (; end < endLine && !closed; end++) {
    const leavesList = indentOf(state, end) < 0 && !state.isEmpty(end);
    if (leavesList) break;
    closed = closes(state, end, markers);
  }
  state.line = end;
  const content = readDelimited(state, collector.source, first, markers, closed);
  collector.blocks.push({ kind: 'diagram', form: 'container', ...content, closed });
  return true;
}
