/** Reads link destinations, with their places in the text that holds them. */
import type { MarkdownIt } from 'markdown-it';
import type { Span } from '../model.ts';

type Helpers = MarkdownIt['helpers'];

export interface Destination {
  /** Without angle brackets. */
  readonly span: Span;
  /** With backslash escapes and character references resolved. */
  readonly href: string;
}

/** The destination that starts at `start` of `text` and ends before `limit`; undefined when none does. */
export function readDestination(text: string, start: number, limit: number, helpers: Helpers): Destination | undefined {
  const found = helpers.parseLinkDestination(text, start, limit);
  if (!found.ok) return undefined;
  const bracket = text.startsWith('<', start) ? 1 : 0;
  return { span: { start: start + bracket, end: found.pos - bracket }, href: found.str };
}

/** The destination in `[label]: destination "title"`, whose parts may stand on several lines. */
export function readDefinedDestination(definition: string, helpers: Helpers): Destination | undefined {
  const label = /\[(?:[^\\\]]|\\[^])*\]:\s*/y.exec(definition);
  if (label === null) return undefined;
  const start = label[0].length;
  const newline = definition.indexOf('\n', start);
  return readDestination(definition, start, newline === -1 ? definition.length : newline, helpers);
}
