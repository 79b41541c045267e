/** Moves a place to something that can be underlined: a token without the white space around it, or the word before it. */
import type { Span } from '../model.ts';

/**
 * The first line of `span` without white space at its ends; when nothing is left, the word before it, or else the word
 * after it.
 */
export function makeVisible(text: string, span: Span): Span {
  const start = Math.min(span.start, text.length);
  const token = text.slice(start, Math.max(start, span.end));
  const trimmed = token.trim();
  if (trimmed !== '') {
    const from = start + token.length - token.trimStart().length;
    const newline = trimmed.search(/\s*\n/);
    return { start: from, end: from + (newline < 0 ? trimmed.length : newline) };
  }
  return wordBefore(text, start) ?? wordAfter(text, start) ?? { start: 0, end: 0 };
}

/** The trimmed line that holds `offset`; the nearest word when the line is blank. */
export function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', start);
  return makeVisible(text, { start, end: newline < 0 ? text.length : newline });
}

function wordBefore(text: string, offset: number): Span | undefined {
  const end = text.slice(0, offset).trimEnd().length;
  if (end === 0) return undefined;
  const length = /\S+$/.exec(text.slice(Math.max(0, end - 200), end))?.[0].length ?? 0;
  return { start: end - length, end };
}

function wordAfter(text: string, offset: number): Span | undefined {
  const rest = text.slice(offset);
  const word = /\S+/.exec(rest);
  if (word === null) return undefined;
  const start = offset + word.index;
  return { start, end: start + word[0].length };
}
