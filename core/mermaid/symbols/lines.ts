/** The lines of a diagram's text, for rules that look at one statement at a time. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import { maskNonContent } from './mask.ts';

export interface ContentLine {
  /** The line without its indentation, trailing blanks and line ending. */
  readonly span: Span;
  readonly text: string;
}

/** Lines that hold content: blank lines, comments, directives and front matter are left out. */
export function contentLines(text: string): readonly ContentLine[] {
  const masked = maskNonContent(text);
  return matchesOf(/[^\s](?:[^\r\n]*[^\s])?/g, masked).map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0],
  }));
}
