/** `style`, `classDef`, `class`, `linkStyle` and `click`, which flowcharts, classes, states, ER and block diagrams share. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import type { SymbolsBuilder } from './builder.ts';
import type { Cursor } from './cursor.ts';
import { trimSpan } from './cursor.ts';
import { readLabel } from './label.ts';
import type { StatementSymbol } from './model.ts';

const keywords = ['style', 'classDef', 'class', 'cssClass', 'linkStyle', 'click'] as const;
type StyleKeyword = (typeof keywords)[number];

export function isStyleKeyword(word: string | undefined): word is StyleKeyword {
  return keywords.some((keyword) => keyword === word);
}

const statement =
  /(style|classDef|class|cssClass|linkStyle|click)[^\S\n]+(?:"([^"\n]+)"|([^\s,]+(?:[^\S\n]*,[^\S\n]*[^\s,:]+(?![\w-]*:))*))/dy;

/** Reads one statement at the cursor; false (and no move) when it is something else, such as a node named `style1`. */
export function readStyleStatement(cursor: Cursor, symbols: SymbolsBuilder): boolean {
  const match = cursor.peek(statement);
  const keyword = match?.[1];
  const list = match?.indices?.[2] ?? match?.indices?.[3];
  if (match === undefined || !isStyleKeyword(keyword) || list === undefined) return false;
  const start = cursor.pos;
  const end = statementEnd(cursor);
  const rest = trimSpan(cursor.text, { start: start + match[0].length, end });
  const targets = pieces(cursor.text, { start: list[0], end: list[1] }, ',');
  const assigns = keyword === 'class' || keyword === 'cssClass';
  const className = assigns && rest.end > rest.start ? { text: cursor.slice(rest), span: rest } : undefined;
  if (className !== undefined) for (const target of targets) symbols.assignClass(target.text, className.text);
  symbols.statement({
    keyword: keyword === 'cssClass' ? 'class' : keyword,
    span: { start, end: Math.max(rest.end, start + match[0].length) },
    targets,
    className,
    declarations: assigns || keyword === 'click' ? [] : declarations(cursor.text, rest),
    label: keyword === 'click' && rest.end > rest.start ? readLabel(cursor.text, rest) : undefined,
  });
  cursor.pos = end;
  return true;
}

/** The end of the statement: the line's end, or a `;` that is not part of a character code. */
function statementEnd(cursor: Cursor): number {
  const end = cursor.lineEnd();
  const line = cursor.text.slice(cursor.pos, end);
  const semicolon = /(?<!#\w*);/.exec(line.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length)));
  return semicolon === null ? end : cursor.pos + semicolon.index;
}

function pieces(text: string, span: Span, separator: string): { text: string; span: Span }[] {
  const parts: { text: string; span: Span }[] = [];
  let start = span.start;
  for (const part of text.slice(span.start, span.end).split(separator)) {
    const trimmed = trimSpan(text, { start, end: start + part.length });
    if (trimmed.end > trimmed.start) parts.push({ text: text.slice(trimmed.start, trimmed.end), span: trimmed });
    start += part.length + separator.length;
  }
  return parts;
}

/** `fill:#fff,stroke-width:2px` as properties and values; a comma inside parentheses belongs to the value. */
function declarations(text: string, span: Span): StatementSymbol['declarations'] {
  const found: { property: string; value: string; span: Span; valueSpan: Span }[] = [];
  const pattern = /([\w-]+)\s*:\s*((?:\([^)]*\)|[^,;()])+)/dg;
  for (const match of matchesOf(pattern, text.slice(span.start, span.end))) {
    const value = match.indices?.[2];
    if (value === undefined) continue;
    const valueSpan = trimSpan(text, { start: span.start + value[0], end: span.start + value[1] });
    const start = span.start + match.index;
    found.push({
      property: (match[1] ?? '').toLowerCase(),
      value: text.slice(valueSpan.start, valueSpan.end),
      span: { start, end: valueSpan.end },
      valueSpan,
    });
  }
  return found;
}
