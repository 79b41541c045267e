/** Reads trees of files: each entry as a row, what is said about it as the row's value. */
import type { Span } from '../../model.ts';
import { trimSpan } from './cursor.ts';
import { plainLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import type { DiagramSymbols } from './model.ts';

/** The lines of a drawn tree before the name, and what may stand behind it. */
const branches = /^[\s│├└─]*/;
const extras = /\s(?:icon\(|:::)/;

/** Reads a tree; never throws. The slash behind a folder's name is not shown. */
export function readTreeView(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^treeView(?:-beta)?\b/, ['title', 'accTitle', 'accDescr'], ({ line, symbols }) => {
    const start = line.span.start + (branches.exec(line.text)?.[0].length ?? 0);
    const sign = text.indexOf('##', start);
    const end = sign === -1 || sign > line.span.end ? line.span.end : sign;
    const extra = extras.exec(text.slice(start, end));
    const name = trimSpan(text, { start, end: extra === null ? end : start + extra.index });
    if (name.start === name.end) return;
    const remark = trimSpan(text, { start: Math.min(end + '##'.length, line.span.end), end: line.span.end });
    const values = end === line.span.end ? [] : [{ text: text.slice(remark.start, remark.end), span: remark }];
    symbols.row({ label: plainLabel(text, shownName(text, name)), span: line.span, values, id: undefined });
  });
}

/** The name without its quotes and its last slash. */
function shownName(text: string, { start, end }: Span): Span {
  const isQuoted = end - start > 1 && /["']/.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start);
  const inner = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  const isFolder = inner.end - inner.start > 1 && text.charAt(inner.end - 1) === '/';
  return isFolder ? { start: inner.start, end: inner.end - 1 } : inner;
}
