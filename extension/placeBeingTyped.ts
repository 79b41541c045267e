/** Finds the word or label around the cursor: what somebody has not finished writing. Pure. */
import type { Span } from '../core/model.ts';

const openers = '[({';
const closers = '])}';

/**
 * The label around `cursor` with its delimiters, as far as they stand on its line; else the word.
 * At the end of a line's content it reaches to the next word below, where a parser notices what is missing.
 */
export function placeBeingTyped(text: string, cursor: number): Span {
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const newline = text.indexOf('\n', cursor);
  const line: Span = { start: lineStart, end: newline === -1 ? text.length : newline };
  const place = bracketed(text, line, cursor) ?? quoted(text, line, cursor) ?? word(text, line, cursor);
  return text.slice(place.end, line.end).trim() === ''
    ? { start: place.start, end: nextContent(text, place.end) }
    : place;
}

function bracketed(text: string, line: Span, cursor: number): Span | undefined {
  const open = findUnmatched(text, cursor - 1, line.start - 1, -1, openers, closers);
  if (open === undefined) return undefined;
  const close = findUnmatched(text, cursor, line.end, 1, closers, openers);
  return { start: open, end: close === undefined ? line.end : close + 1 };
}

/**
 * Walks from `from` towards `to` (not included) and finds a wanted bracket that has no partner on the way.
 * Inside a closed pair a bracket may be missing its own: half-written labels are what this is for.
 */
function findUnmatched(
  text: string,
  from: number,
  to: number,
  step: 1 | -1,
  wanted: string,
  partners: string,
): number | undefined {
  const waiting: string[] = [];
  for (let at = from; at !== to; at += step) {
    const character = text.charAt(at);
    const partner = partners.indexOf(character);
    if (partner !== -1) waiting.push(wanted.charAt(partner));
    else if (wanted.includes(character)) {
      if (waiting.length === 0) return at;
      const pair = waiting.lastIndexOf(character);
      if (pair !== -1) waiting.length = pair;
    }
  }
  return undefined;
}

/** Between quotes or pipes, which open and close with the same character. */
function quoted(text: string, line: Span, cursor: number): Span | undefined {
  for (const mark of ['"', '|']) {
    const before = text.slice(line.start, cursor);
    if (before.split(mark).length % 2 === 1) continue;
    const close = text.slice(cursor, line.end).indexOf(mark);
    return { start: line.start + before.lastIndexOf(mark), end: close === -1 ? line.end : cursor + close + 1 };
  }
  return undefined;
}

function word(text: string, line: Span, cursor: number): Span {
  const before = /\S*$/.exec(text.slice(line.start, cursor));
  const after = /^\S*/.exec(text.slice(cursor, line.end));
  return { start: cursor - (before?.[0].length ?? 0), end: cursor + (after?.[0].length ?? 0) };
}

function nextContent(text: string, from: number): number {
  const rest = /\S/.exec(text.slice(from));
  return rest === null ? text.length : from + rest.index;
}
