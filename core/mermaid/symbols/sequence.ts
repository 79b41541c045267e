/** Reads sequence diagrams: participants, messages, blocks, notes and activations, line by line. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { plainLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols, StatementSymbol } from './model.ts';

const arrow = /\s*(<<-->>|<<->>|--?(?:>>|>|[xX]|\))|(?:--?)?(?:\\\\|\/\/|\|\\|\|\/|\\|\/)(?:--?)?)\s*/;
const message = new RegExp(
  `^([^-+<>,;:\\n"]+?|"[^"]*")(?:${arrow.source})([+-]?)\\s*([^:;+\\n]+?)\\s*(?::(.*))?$`,
  'd',
);
const declaration =
  /^(create\s+)?(participant|actor)\s+(?:"([^"]+)"|([^\s:;@]+(?:\s+(?!as\b)[^\s:;@]+)*?))\s*(?:@\{([^}]*)\})?(?:\s+as\s+(.+))?$/d;
const note = /^note\s+(?:right of|left of|over)\s+([^:]+?)\s*:(.*)$/di;
const activation = /^(activate|deactivate|destroy)\s+(.+)$/d;
const opener = /^(loop|alt|opt|par_over|par|critical|break|rect|box|else|and|option)\b\s*(.*)$/d;
const property = /^(title|accTitle|accDescr|autonumber)\b\s*:?\s*(.*)$/d;

class SequenceReader {
  readonly #text: string;
  readonly #symbols: SymbolsBuilder;

  constructor(text: string) {
    this.#text = text;
    this.#symbols = new SymbolsBuilder(text.length);
  }

  read(type: string): DiagramSymbols {
    const lines = contentLines(this.#text);
    const headerLine = lines.findIndex(({ text }) => /^sequenceDiagram\b/.test(text));
    const first = lines[headerLine]?.span ?? { start: 0, end: 0 };
    const header = { start: first.start, end: Math.min(first.end, first.start + 'sequenceDiagram'.length) };
    const rest = this.#text.slice(header.end, first.end);
    this.#statements({ text: rest, span: { start: header.end, end: first.end } });
    for (const line of lines.slice(headerLine + 1)) this.#statements(line);
    while (this.#symbols.closeGroup(this.#text.length, false));
    return this.#symbols.build(type, header, undefined);
  }

  /** Several statements may share a line, separated by `;` outside of character codes. */
  #statements(line: ContentLine): void {
    let from = 0;
    const ends = matchesOf(/(?<!#\w*);/g, line.text).map(({ index }) => index);
    for (const end of [...ends, line.text.length]) {
      const raw = line.text.slice(from, end);
      const start = line.span.start + from + (raw.length - raw.trimStart().length);
      const text = raw.trim();
      if (text !== '') this.#statement({ text, span: { start, end: start + text.length } });
      from = end + 1;
    }
  }

  #statement(line: ContentLine): void {
    if (/^end\b/.test(line.text) && this.#symbols.closeGroup(line.span.end)) return;
    if (
      this.#declaration(line) ||
      this.#activation(line) ||
      this.#note(line) ||
      this.#block(line) ||
      this.#property(line)
    ) {
      return;
    }
    this.#message(line);
  }

  #declaration(line: ContentLine): boolean {
    const match = declaration.exec(line.text);
    const span =
      match === null ? undefined : (matchSpans(match, line.span.start)[2] ?? matchSpans(match, line.span.start)[3]);
    if (match === null || span === undefined) return false;
    const alias = matchSpans(match, line.span.start)[5];
    const id = this.#text.slice(span.start, span.end);
    this.#symbols.mention({
      id,
      span,
      shape: match[2],
      label: alias === undefined ? undefined : plainLabel(this.#text, alias),
    });
    if (match[1] !== undefined) this.#about('create', line, [{ text: id, span }]);
    return true;
  }

  #activation(line: ContentLine): boolean {
    const match = activation.exec(line.text);
    const span = match === null ? undefined : matchSpans(match, line.span.start)[1];
    const keyword = match?.[1];
    if (span === undefined) return false;
    if (keyword !== 'activate' && keyword !== 'deactivate' && keyword !== 'destroy') return false;
    const id = this.#text.slice(span.start, span.end);
    this.#symbols.mention({ id, span });
    this.#about(keyword, line, [{ text: id, span }]);
    return true;
  }

  #note(line: ContentLine): boolean {
    const match = note.exec(line.text);
    const over = match === null ? undefined : matchSpans(match, line.span.start)[0];
    const words = match === null ? undefined : matchSpans(match, line.span.start)[1];
    if (over === undefined || words === undefined) return false;
    const targets = matchesOf(/[^,\s][^,]*/g, this.#text.slice(over.start, over.end)).map((part) => {
      const text = part[0].trimEnd();
      const start = over.start + part.index;
      return { text, span: { start, end: start + text.length } };
    });
    for (const { text, span } of targets) this.#symbols.mention({ id: text, span });
    this.#about('note', line, targets, plainLabel(this.#text, words));
    return true;
  }

  #about(
    keyword: StatementSymbol['keyword'],
    line: ContentLine,
    targets: StatementSymbol['targets'],
    label?: StatementSymbol['label'],
  ): void {
    this.#symbols.statement({ keyword, span: line.span, targets, className: undefined, declarations: [], label });
  }

  #block(line: ContentLine): boolean {
    const match = opener.exec(line.text);
    const keyword = match?.[1];
    const title = match === null ? undefined : matchSpans(match, line.span.start)[1];
    if (keyword === undefined || title === undefined) return false;
    // `else`, `and` and `option` continue the block around them and are closed together with it.
    if (keyword === 'else' || keyword === 'and' || keyword === 'option') {
      this.#symbols.property({
        name: keyword,
        value: this.#text.slice(title.start, title.end),
        span: line.span,
        valueSpan: title,
      });
      return true;
    }
    const label = title.end > title.start ? plainLabel(this.#text, title) : undefined;
    this.#symbols.openGroup({ keyword, label, opener: line.span });
    return true;
  }

  #property(line: ContentLine): boolean {
    const match = property.exec(line.text);
    const name = match?.[1];
    const valueSpan = match === null ? undefined : matchSpans(match, line.span.start)[1];
    if (name === undefined || valueSpan === undefined) return false;
    const value = this.#text.slice(valueSpan.start, valueSpan.end);
    this.#symbols.property({ name, value, span: line.span, valueSpan });
    return true;
  }

  #message(line: ContentLine): void {
    const match = message.exec(line.text);
    if (match === null) return;
    const [from, sign, , to, words] = matchSpans(match, line.span.start);
    if (from === undefined || sign === undefined || to === undefined) return;
    const name = (span: Span): string => this.#text.slice(span.start, span.end).trim();
    this.#symbols.mention({ id: name(from), span: from, shape: undefined });
    this.#symbols.mention({ id: name(to), span: to, shape: undefined });
    this.#symbols.edge({
      from: name(from),
      to: name(to),
      span: sign,
      arrow: name(sign),
      label: words === undefined ? undefined : plainLabel(this.#text, words),
      id: undefined,
    });
    const marker = match[3];
    const who = [{ text: name(marker === '-' ? from : to), span: marker === '-' ? from : to }];
    if (marker === '+') this.#about('activate', line, who);
    if (marker === '-') this.#about('deactivate', line, who);
  }
}

/** Reads a sequence diagram; never throws, and skips lines it does not understand. */
export function readSequence(text: string, type: string): DiagramSymbols {
  return new SequenceReader(text).read(type);
}
