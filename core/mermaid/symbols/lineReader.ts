/** What readers of line-oriented diagram types share: header, properties, sections, and fields with their places. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { trimSpan } from './cursor.ts';
import { plainLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import type { DiagramSymbols, RowSymbol } from './model.ts';

export type Field = RowSymbol['values'][number];

/** One content line below the header, and where to put what it says. */
export interface LineContext {
  readonly text: string;
  readonly line: ContentLine;
  readonly symbols: SymbolsBuilder;
}

/**
 * Reads a diagram line by line. `header` matches the type's keyword; what follows it on its line is read as a line of
 * its own. Lines that begin with one of `properties` are recorded as such, `section` lines open groups, and `readLine`
 * gets the rest.
 */
export function readLines(
  text: string,
  type: string,
  header: RegExp,
  properties: readonly string[],
  readLine: (context: LineContext) => void,
): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const lines = contentLines(text);
  const at = lines.findIndex((line) => header.test(line.text));
  const first = lines[at];
  const word = first === undefined ? '' : (header.exec(first.text)?.[0] ?? '');
  const start = first?.span.start ?? 0;
  const rest = trimSpan(text, { start: start + word.length, end: first?.span.end ?? start });
  const below = [{ span: rest, text: text.slice(rest.start, rest.end) }, ...lines.slice(at + 1)];
  let lastEnd = rest.end;
  for (const line of below) {
    if (line.text === '') continue;
    const name = properties.find((property) => new RegExp(`^${property}(?![\\w-])`, 'i').test(line.text));
    const section = /^section\b/.test(line.text);
    if (section) {
      symbols.closeGroup(lastEnd);
      const label = plainLabel(text, { start: line.span.start + 'section'.length, end: line.span.end });
      symbols.openGroup({ keyword: 'section', label, opener: line.span });
    } else if (name === undefined) {
      readLine({ text, line, symbols });
    } else {
      const behind = text.slice(line.span.start + name.length, line.span.end);
      const gap = /^\s*:?\s*/.exec(behind)?.[0].length ?? 0;
      const valueSpan = { start: line.span.start + name.length + gap, end: line.span.end };
      symbols.property({ name, value: text.slice(valueSpan.start, valueSpan.end), span: line.span, valueSpan });
    }
    lastEnd = line.span.end;
  }
  while (symbols.closeGroup(lastEnd));
  return symbols.build(type, { start, end: start + word.length }, undefined);
}

/** The parts of `span` between separators, trimmed; empty parts are kept. */
export function splitFields(text: string, span: Span, separator: RegExp): readonly Field[] {
  const fields: Field[] = [];
  const raw = text.slice(span.start, span.end);
  let from = 0;
  const cuts = matchesOf(new RegExp(separator.source, 'g'), raw);
  for (const cut of [...cuts, undefined]) {
    const end = cut === undefined ? raw.length : cut.index;
    const field = trimSpan(text, { start: span.start + from, end: span.start + end });
    fields.push({ text: text.slice(field.start, field.end), span: field });
    from = end + (cut?.[0].length ?? 0);
  }
  return fields;
}
