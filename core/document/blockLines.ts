/** Takes lines out of markdown-it's block state together with their places in the source. */
import type { StateBlock } from 'markdown-it';
import type { Span } from '../model.ts';
import type { PlacedText } from './edits.ts';
import type { BodySource } from './source.ts';

const tab = 9;
const space = 32;
const isBlank = (code: number): boolean => code === space || code === tab;

/** From so many columns on, indented text is code and opens or closes nothing. */
export const codeIndent = 4;

/** The columns before the content of `line` beyond those of its containers; below 0 it is outside them. */
export function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** Where the content of `line` starts, after container prefixes and indentation; an offset into `state.src`. */
export function contentStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Where `line` ends, before its line ending. */
export function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}

/** Where `line` ends without the blanks at its end. */
export function contentEnd(state: StateBlock, line: number): number {
  let end = lineEnd(state, line);
  const start = contentStart(state, line);
  while (end > start && isBlank(state.src.charCodeAt(end - 1))) end--;
  return end;
}

/** From the content of `first` to that of `last`, both included. */
export function spanOfLines(state: StateBlock, source: BodySource, first: number, last: number): Span {
  return {
    start: source.toSource(first, contentStart(state, first)),
    end: source.toSource(last, contentEnd(state, last)),
  };
}

/** A line's place in `state.src`, and how many spaces its text has in front of it that the source does not. */
interface LinePlace {
  readonly start: number;
  readonly end: number;
  readonly spaces: number;
}

/** The lines from `first` up to `end` (excluded), each where `place` finds it. */
function takeLines(
  state: StateBlock,
  source: BodySource,
  range: { readonly first: number; readonly end: number },
  place: (line: number) => LinePlace,
): PlacedText {
  const spans: Span[] = [];
  const texts: string[] = [];
  for (let line = range.first; line < range.end; line++) {
    const { start, end, spaces } = place(line);
    spans.push({ start: source.toSource(line, start), end: source.toSource(line, end) });
    texts.push(' '.repeat(spaces) + state.src.slice(start, end));
  }
  return { text: texts.join('\n'), lines: spans };
}

/** The lines from `first` up to `end` (excluded) as running text: without prefixes, indentation and blanks at their ends. */
export function runningText(state: StateBlock, source: BodySource, first: number, end: number): PlacedText {
  return takeLines(state, source, { first, end }, (line) => ({
    start: contentStart(state, line),
    end: contentEnd(state, line),
    spaces: 0,
  }));
}

/**
 * The lines from `first` up to `end` (excluded) as verbatim text, without container prefixes and up to `indent` columns.
 * A tab that reaches past `indent` leaves spaces in the text which the source does not have: such a line's span
 * starts at the first real character after the tab. Without lines, the text is one empty line at `emptyAt`.
 */
export function verbatimText(
  state: StateBlock,
  source: BodySource,
  range: { readonly first: number; readonly end: number },
  indent: number,
  emptyAt: number,
): PlacedText {
  if (range.first >= range.end) return { text: '', lines: [{ start: emptyAt, end: emptyAt }] };
  return takeLines(state, source, range, (line) => skipIndent(state, line, indent));
}

/** Skips up to `indent` columns of `line`; `spaces` are the columns of the last tab that reach past it. */
function skipIndent(state: StateBlock, line: number, indent: number): LinePlace {
  const start = state.bMarks[line] ?? 0;
  const end = lineEnd(state, line);
  const content = contentStart(state, line);
  const tabOffset = state.bsCount[line] ?? 0;
  let at = start;
  let column = 0;
  for (; at < end && column < indent; at++) {
    const code = state.src.charCodeAt(at);
    if (code === tab) column += 4 - ((column + tabOffset) % 4);
    // Before the content stand only blanks and the marker of a list item, which takes its columns too.
    else if (code === space || at < content) column++;
    else break;
  }
  return { start: at, end, spaces: Math.max(column - indent, 0) };
}

/**
 * A block between delimiters, from line `first` to the line before `state.line`: its info after `markers` characters,
 * and its content without the indentation of the first line. When not closed, the last line is content.
 */
export function readDelimited(
  state: StateBlock,
  source: BodySource,
  first: number,
  markers: number,
  closed: boolean,
): PlacedText & { readonly span: Span; readonly info: Span } {
  const last = state.line - 1;
  const infoEnd = contentEnd(state, first);
  const infoStart = Math.min(state.skipSpaces(contentStart(state, first) + markers), infoEnd);
  const end = closed ? contentEnd(state, last) : lineEnd(state, last);
  const emptyAt = source.toSource(last, closed ? (state.bMarks[last] ?? 0) : end);
  const range = { first: first + 1, end: closed ? last : state.line };
  return {
    span: { start: source.toSource(first, contentStart(state, first)), end: source.toSource(last, end) },
    info: { start: source.toSource(first, infoStart), end: source.toSource(first, infoEnd) },
    ...verbatimText(state, source, range, state.sCount[first] ?? 0, emptyAt),
  };
}
