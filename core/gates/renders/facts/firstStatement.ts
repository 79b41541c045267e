/** Finds the line of a diagram's text that must name its type. */
import type { Span } from '../../../model.ts';

/** The first line with a statement on it, trimmed: after front matter, directives, comments and blank lines. */
export function findFirstStatement(text: string): Span | undefined {
  let start = skipFrontMatter(text);
  while (start < text.length) {
    const directive = /^\s*%%\{/.exec(text.slice(start, start + 200));
    if (directive !== null) {
      const end = text.indexOf('}%%', start);
      if (end === -1) return undefined;
      start = end + 3;
      continue;
    }
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const content = line.trim();
    if (content !== '' && !content.startsWith('%%')) {
      const from = start + line.indexOf(content);
      return { start: from, end: from + content.length };
    }
    start = end + 1;
  }
  return undefined;
}

/** The offset after a leading block between `---` lines; 0 where there is none. */
function skipFrontMatter(text: string): number {
  if (!/^\s*---[ \t]*\n/.test(text.slice(0, 200))) return 0;
  const opening = text.indexOf('---');
  const closing = /\n[ \t]*---[ \t]*(?:\n|$)/.exec(text.slice(opening + 3));
  return closing === null ? 0 : opening + 3 + closing.index + closing[0].length;
}
