/** Finds a diagram's YAML front matter exactly as Mermaid 12.3 does (`matchFrontMatter`). */
import type { Span } from '../model.ts';

export interface DiagramFrontMatter {
  /** The white space before the opening fence; each line of the body may carry it too. */
  readonly indent: string;
  /** The YAML between the fences. */
  readonly body: Span;
  /** Where the diagram's own text begins. */
  readonly end: number;
}

/** The front matter of `text`, whose line endings are `\n`; undefined when there is none or it is not closed. */
export function findFrontMatter(text: string): DiagramFrontMatter | undefined {
  const opening = /^([^\S\n\r]*)---(\s*)/.exec(text);
  const indent = opening?.[1] ?? '';
  const blank = opening?.[2] ?? '';
  const blankStart = indent.length + '---'.length;
  const firstBreak = blank.search(/[\n\r]/);
  if (opening === null || firstBreak < 0) return undefined;

  const closings = findClosings(text, `${indent}---`, blankStart + firstBreak + 1);
  const last = closings.at(-1);
  if (last === undefined) return undefined;

  // Blank lines after the opening fence belong to it, as far as a closing fence still follows.
  let bodyStart = blankStart + firstBreak + 1;
  for (let offset = bodyStart; offset < blankStart + blank.length; offset++) {
    if (isLineBreak(text[offset]) && offset < last.start) bodyStart = offset + 1;
  }
  const closing = closings.find(({ start }) => start >= bodyStart);
  if (closing === undefined) return undefined;
  return { indent, body: { start: bodyStart, end: closing.start }, end: closing.end };
}

/** Every place that may close front matter, from the line break before the fence to the last one after it. */
function findClosings(text: string, fence: string, from: number): Span[] {
  const closings: Span[] = [];
  for (let start = from; start < text.length; start++) {
    if (!isLineBreak(text[start]) || !text.startsWith(fence, start + 1)) continue;
    let end = 0;
    for (let offset = start + 1 + fence.length; /\s/.test(text[offset] ?? ''); offset++) {
      if (isLineBreak(text[offset])) end = offset + 1;
    }
    if (end > 0) closings.push({ start, end });
  }
  return closings;
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
