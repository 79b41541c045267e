/** Reads state diagrams: states, transitions, composite states and notes. */
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { Cursor } from './cursor.ts';
import { plainLabel, readLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import { matchSpans } from './matchSpans.ts';
import { maskNonContent } from './mask.ts';
import type { DiagramSymbols } from './model.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const name = String.raw`(?:\[\*\]|"[^"]*"|[^\s:{}<>"-](?:[^\s:{}<>"-]|-(?!->|-))*)`;
const transition = new RegExp(
  `^(${name})(?::::([\\w-]+))?\\s*(-->)\\s*(${name})(?::::([\\w-]+))?\\s*(?::\\s*(.*))?$`,
  'd',
);
const declaration = /^state\s+(?:"([^"]*)"\s+as\s+)?([^\s{}:<"]+)\s*(?:<<(\w+)>>|\[\[(\w+)\]\])?\s*(\{)?\s*$/d;
const quotedState = /^state\s+"([^"]*)"\s*(\{)\s*$/d;
const note = /^note\s+(?:left of|right of)\s+(\S+?)\s*(?::\s*(.*))?$/di;
const described = new RegExp(`^(${name})(?::::([\\w-]+))?\\s*(?::\\s*(.+))?$`, 'd');

class StateReader {
  readonly #text: string;
  readonly #symbols: SymbolsBuilder;
  #inNote = false;

  constructor(text: string) {
    this.#text = text;
    this.#symbols = new SymbolsBuilder(text.length);
  }

  read(type: string): DiagramSymbols {
    const lines = contentLines(this.#text);
    const at = lines.findIndex(({ text }) => /^stateDiagram(?:-v2)?\b/.test(text));
    const header = lines[at]?.span ?? { start: 0, end: 0 };
    let direction: string | undefined;
    for (const line of lines.slice(at + 1)) {
      direction ??= this.#symbols.group === undefined ? /^direction\s+(\w+)/.exec(line.text)?.[1] : undefined;
      this.#line(line);
    }
    while (this.#symbols.closeGroup(this.#text.length, false));
    return this.#symbols.build(type, header, direction);
  }

  #line(line: ContentLine): void {
    if (this.#inNote) {
      if (/^end\s*note\b/i.test(line.text)) this.#inNote = false;
    } else if (/^\}+$/.test(line.text)) {
      this.#symbols.closeGroup(line.span.end);
    } else if (/^(?:--|direction\b|hide\b|scale\b)/.test(line.text)) {
      return;
    } else if (!this.#property(line) && !this.#style(line) && !this.#note(line) && !this.#declaration(line)) {
      this.#relation(line);
    }
  }

  #property(line: ContentLine): boolean {
    const match = /^(accTitle|accDescr|title)\b\s*:?\s*(.*)$/d.exec(line.text);
    const valueSpan = matchSpans(match, line.span.start)[1];
    if (match?.[1] === undefined || valueSpan === undefined) return false;
    this.#symbols.property({ name: match[1], value: match[2] ?? '', span: line.span, valueSpan });
    return true;
  }

  #style(line: ContentLine): boolean {
    const keyword = /^\w+/.exec(line.text)?.[0];
    return (
      isStyleKeyword(keyword) &&
      readStyleStatement(new Cursor(maskNonContent(this.#text), line.span.start), this.#symbols)
    );
  }

  #note(line: ContentLine): boolean {
    const match = note.exec(line.text);
    const [about, words] = matchSpans(match, line.span.start);
    if (about === undefined) return false;
    const target = { text: this.#text.slice(about.start, about.end), span: about };
    this.#inNote = words === undefined;
    this.#symbols.statement({
      keyword: 'note',
      span: line.span,
      targets: [target],
      className: undefined,
      declarations: [],
      label: words === undefined ? undefined : plainLabel(this.#text, words),
    });
    return true;
  }

  #declaration(line: ContentLine): boolean {
    const quoted = matchSpans(quotedState.exec(line.text), line.span.start);
    const match = declaration.exec(line.text);
    const [title, id, shape, oldShape, brace] = matchSpans(match, line.span.start);
    const span = quoted[0] ?? id;
    if (span === undefined) return false;
    const own = this.#text.slice(span.start, span.end);
    const label = title === undefined ? undefined : plainLabel(this.#text, title);
    const kind = shape ?? oldShape;
    const word = kind === undefined ? undefined : this.#text.slice(kind.start, kind.end);
    this.#symbols.mention({ id: own, span, label, shape: word ?? 'state' });
    if (brace !== undefined || quoted[1] !== undefined) {
      this.#symbols.openGroup({ keyword: 'state', id: own, label, opener: line.span });
    }
    return true;
  }

  #relation(line: ContentLine): void {
    const match = transition.exec(line.text);
    const [from, fromClass, sign, to, toClass, words] = matchSpans(match, line.span.start);
    if (from !== undefined && sign !== undefined && to !== undefined) {
      const label = words === undefined ? undefined : plainLabel(this.#text, words);
      const ends = [this.#mention(from, fromClass), this.#mention(to, toClass)];
      this.#symbols.edge({ from: ends[0] ?? '', to: ends[1] ?? '', span: sign, arrow: '-->', label, id: undefined });
      return;
    }
    const [own, cls, description] = matchSpans(described.exec(line.text), line.span.start);
    if (own === undefined) return;
    const id = this.#mention(own, cls);
    const label = description === undefined ? undefined : readLabel(this.#text, description);
    if (label !== undefined) this.#symbols.mention({ id, span: own, label });
  }

  #mention(span: Span, cls: Span | undefined): string {
    const id = this.#text.slice(span.start, span.end);
    this.#symbols.mention({ id, span, shape: undefined });
    if (cls !== undefined) this.#symbols.assignClass(id, this.#text.slice(cls.start, cls.end));
    return id;
  }
}

/** Reads a state diagram; never throws, and skips lines it does not understand. `[*]` is a state of that name. */
export function readState(text: string, type: string): DiagramSymbols {
  return new StateReader(text).read(type);
}
