/** Reads class diagrams: classes with their members, relations, namespaces and notes. */
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { Cursor } from './cursor.ts';
import { plainLabel, readLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols, StatementSymbol } from './model.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const name = String.raw`(?:\x60[^\x60]+\x60|[\p{L}\p{N}_.$][\p{L}\p{N}_.$-]*(?:~[^~\s]*(?:~[^~\s]*~)*[^~\s]*~)?)`;
const arrow = String.raw`(?:<\||\|>|<|\*|o|\(\))?\s?(?:--|\.\.)\s?(?:<\||\|>|>|\*|o|\(\))?`;
const relation = new RegExp(
  `^(${name})(?::::\\S+)?\\s*("[^"]*")?\\s*(${arrow})\\s*("[^"]*")?\\s*(${name})(?::::\\S+)?\\s*(?::\\s*(.*))?$`,
  'du',
);
const declaration = new RegExp(
  `^class\\s+(${name})\\s*(?:\\["([^"]*)"\\])?\\s*(?::::(\\S+))?\\s*(?:<<.*>>)?\\s*(\\{)?(.*)$`,
  'du',
);
const member = new RegExp(`^(${name})\\s*:\\s*(.+)$`, 'du');
const annotation = new RegExp(`^<<(.+)>>\\s+(${name})$`, 'du');
const note = /^note\s+(?:for\s+(\S+)\s+)?"(.*)"$/d;

class ClassReader {
  readonly #text: string;
  readonly #symbols: SymbolsBuilder;
  /** The class whose body is being read. */
  #body: string | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#symbols = new SymbolsBuilder(text.length);
  }

  read(type: string): DiagramSymbols {
    const lines = contentLines(this.#text);
    const at = lines.findIndex(({ text }) => /^classDiagram(?:-v2)?\b/.test(text));
    const header = lines[at]?.span ?? { start: 0, end: 0 };
    for (const line of lines.slice(at + 1)) this.#line(line);
    while (this.#symbols.closeGroup(this.#text.length, false));
    return this.#symbols.build(type, header, undefined);
  }

  #line(line: ContentLine): void {
    if (this.#body !== undefined) {
      if (line.text.endsWith('}')) this.#body = undefined;
      else this.#member(line.span, this.#body);
    } else if (line.text === '}') {
      this.#symbols.closeGroup(line.span.end);
    } else if (!this.#namespace(line) && !this.#property(line) && !this.#note(line) && !this.#declaration(line)) {
      this.#other(line);
    }
  }

  #namespace(line: ContentLine): boolean {
    const [title] = matchSpans(/^namespace\s+(\S+?)\s*\{$/d.exec(line.text), line.span.start);
    if (title === undefined) return false;
    const id = this.#slice(title);
    this.#symbols.openGroup({ keyword: 'namespace', id, label: plainLabel(this.#text, title), opener: line.span });
    return true;
  }

  #property(line: ContentLine): boolean {
    const match = /^(accTitle|accDescr|title|direction)\b\s*:?\s*(.*)$/d.exec(line.text);
    const valueSpan = matchSpans(match, line.span.start)[1];
    if (match?.[1] === undefined || valueSpan === undefined) return false;
    this.#symbols.property({ name: match[1], value: match[2] ?? '', span: line.span, valueSpan });
    return true;
  }

  #note(line: ContentLine): boolean {
    const [about, words] = matchSpans(note.exec(line.text), line.span.start);
    if (words === undefined) return false;
    const targets = about === undefined ? [] : [{ text: this.#slice(about), span: about }];
    this.#about('note', line, targets, plainLabel(this.#text, words));
    return true;
  }

  #declaration(line: ContentLine): boolean {
    const [own, title, cls, brace, rest] = matchSpans(declaration.exec(line.text), line.span.start);
    if (own === undefined) return false;
    const id = this.#mention(own, title);
    if (cls !== undefined) this.#symbols.assignClass(id, this.#slice(cls));
    if (brace !== undefined && rest !== undefined && !this.#slice(rest).includes('}')) this.#body = id;
    return true;
  }

  #other(line: ContentLine): void {
    const keyword = /^\w+/.exec(line.text)?.[0];
    if (isStyleKeyword(keyword) && keyword !== 'class') {
      const cursor = new Cursor(maskNonContent(this.#text), line.span.start);
      if (readStyleStatement(cursor, this.#symbols)) return;
    }
    if (this.#link(line)) return;
    const [from, , sign, , to, words] = matchSpans(relation.exec(line.text), line.span.start);
    if (from !== undefined && sign !== undefined && to !== undefined) {
      const label = words === undefined ? undefined : plainLabel(this.#text, words);
      const arrowText = this.#slice(sign).trim();
      const ends = { from: this.#mention(from), to: this.#mention(to) };
      this.#symbols.edge({ ...ends, span: sign, arrow: arrowText, label, id: undefined });
      return;
    }
    const [, marked] = matchSpans(annotation.exec(line.text), line.span.start);
    const [owner, signature] = matchSpans(member.exec(line.text), line.span.start);
    if (marked !== undefined) this.#mention(marked);
    else if (owner !== undefined && signature !== undefined) this.#member(signature, this.#mention(owner));
  }

  /** `link Order "https://…"` and `callback Order "function"`. */
  #link(line: ContentLine): boolean {
    const match = /^(?:link|callback)\s+(\S+)\s+("[^"]*")/d.exec(line.text);
    const [target, address] = matchSpans(match, line.span.start);
    if (target === undefined || address === undefined) return false;
    const text = this.#slice(target).replace(/~.*$/, '').replaceAll('`', '');
    this.#about('link', line, [{ text, span: target }], readLabel(this.#text, address));
    return true;
  }

  /** A class's member as a row: its label is the signature, its id the class. */
  #member(span: Span, owner: string): void {
    this.#symbols.row({ label: plainLabel(this.#text, span), span, values: [], id: owner });
  }

  #mention(span: Span, title?: Span): string {
    const id = this.#slice(span).replace(/~.*$/, '').replaceAll('`', '');
    const label = title === undefined ? undefined : readLabel(this.#text, title);
    this.#symbols.mention({ id, span, label, shape: 'class' });
    return id;
  }

  #about(
    keyword: StatementSymbol['keyword'],
    line: ContentLine,
    targets: StatementSymbol['targets'],
    label: StatementSymbol['label'],
  ): void {
    this.#symbols.statement({ keyword, span: line.span, targets, className: undefined, declarations: [], label });
  }

  #slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }
}

/** Reads a class diagram; never throws, and skips lines it does not understand. */
export function readClassDiagram(text: string, type: string): DiagramSymbols {
  return new ClassReader(text).read(type);
}
