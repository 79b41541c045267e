/** Reads flowcharts (`graph`, `flowchart`, `swimlane-beta`, `agentflow-beta`) the way Mermaid's lexer does, and keeps going after faults. */
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { Cursor, trimSpan } from './cursor.ts';
import { readLabel } from './label.ts';
import { maskNonContent } from './mask.ts';
import type { DiagramSymbols, Label } from './model.ts';
import { readShapedLabel } from './shapes.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const header =
  /\s*(?:flowchart-elk|flowchart|graph|swimlane-beta|agentflow-beta)\b[^\S\n]*(LR|RL|TB|BT|TD|BR|<|>|\^|v)?/y;
const blankSpace = /[\s;]+/y;
const spaces = /[^\S\n]+/y;
const word = /[A-Za-z][\w-]*/y;

/** Letters, digits and the signs Mermaid allows in an identifier; a dash or `=` only where no link starts. */
const identifier = /(?:[\w!"#$%&'*+.`?\\/,\p{L}\p{N}]|:(?!::)|-(?![->.])|=(?!=))+/uy;
const link = /\s*(?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)/y;
const linkStart = /\s*(?:[xo<]?--|[xo<]?==|[xo<]?-\.)(?![->.=])/y;
const linkEnd: Readonly<Record<string, RegExp>> = {
  '-': /--+[-xo>]/g,
  '=': /==+[=xo>]/g,
  '.': /\.+-[xo>]?/g,
};
const edgeId = /[^\s"[\](){}|]+@(?=[^{"])/y;

/** What opens a group; an agent flow has words of its own. */
const groupWords = /^subgraph$/;
const agentGroupWords = /^(?:flow|global)$/;

class FlowchartReader {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #symbols: SymbolsBuilder;
  readonly #isAgentFlow: boolean;

  constructor(text: string, type: string) {
    this.#isAgentFlow = type === 'agentflow';
    this.#text = maskNonContent(text);
    this.#cursor = new Cursor(this.#text);
    this.#symbols = new SymbolsBuilder(text.length);
  }

  read(type: string): DiagramSymbols {
    const cursor = this.#cursor;
    const direction = cursor.peek(header)?.[1];
    const headerSpan = trimSpan(this.#text, cursor.take(header) ?? { start: 0, end: 0 });
    while (!cursor.atEnd) {
      if (cursor.take(blankSpace) !== undefined) continue;
      const before = cursor.pos;
      this.#statement();
      if (cursor.pos === before) cursor.pos = Math.max(cursor.lineEnd(), before + 1);
    }
    while (this.#symbols.closeGroup(this.#text.length, false));
    return this.#symbols.build(type, headerSpan, direction);
  }

  #statement(): void {
    const cursor = this.#cursor;
    const keyword = cursor.peek(word)?.[0];
    if (keyword !== undefined && (this.#isAgentFlow ? agentGroupWords : groupWords).test(keyword)) {
      this.#subgraph(keyword);
    } else if (this.#isAgentFlow && keyword === 'connector') {
      cursor.take(word);
      cursor.take(spaces);
      this.#chain();
    } else if (keyword === 'end' && this.#symbols.closeGroup(cursor.pos + keyword.length)) {
      cursor.take(word);
    } else if (keyword === 'direction' || keyword === 'accTitle' || keyword === 'accDescr') {
      this.#property(keyword);
    } else if (!isStyleKeyword(keyword) || !readStyleStatement(cursor, this.#symbols)) {
      this.#chain();
    }
  }

  #subgraph(keyword: string): void {
    const cursor = this.#cursor;
    const start = cursor.pos;
    cursor.take(word);
    cursor.take(spaces);
    const rest = trimSpan(this.#text, { start: cursor.pos, end: this.#statementEnd() });
    const bracket = this.#text.slice(rest.start, rest.end).indexOf('[');
    const closes = this.#text.charAt(rest.end - 1) === ']';
    let id: string | undefined;
    let label: Label | undefined;
    if (bracket > 0 && closes) {
      id = cursor.slice(trimSpan(this.#text, { start: rest.start, end: rest.start + bracket }));
      label = readLabel(this.#text, { start: rest.start + bracket + 1, end: rest.end - 1 });
    } else if (rest.end > rest.start) {
      label = readLabel(this.#text, rest);
      id = label.quoted || /\s/.test(label.text) ? undefined : label.text;
    }
    this.#symbols.openGroup({ keyword, id, label, opener: { start, end: rest.end } });
    cursor.pos = rest.end;
  }

  /** Where a statement ends: at the line's end or at a `;` outside quotes. */
  #statementEnd(): number {
    const end = this.#cursor.lineEnd();
    let quoted = false;
    for (let at = this.#cursor.pos; at < end; at += 1) {
      const char = this.#text.charAt(at);
      if (char === '"') quoted = !quoted;
      if (char === ';' && !quoted && !/#\w*$/.test(this.#text.slice(Math.max(0, at - 12), at))) return at;
    }
    return end;
  }

  #property(name: string): void {
    const cursor = this.#cursor;
    const start = cursor.pos;
    cursor.take(word);
    cursor.take(/[^\S\n]*:?[^\S\n]*/y);
    const block = cursor.peek(/\{[^}]*\}?/y);
    const raw = { start: cursor.pos, end: block === undefined ? cursor.lineEnd() : cursor.pos + block[0].length };
    const valueSpan = trimSpan(this.#text, block === undefined ? raw : { start: raw.start + 1, end: raw.end - 1 });
    this.#symbols.property({ name, value: cursor.slice(valueSpan), span: { start, end: raw.end }, valueSpan });
    cursor.pos = raw.end;
  }

  /** `a & b --> c --> d`: node lists joined by links. */
  #chain(): void {
    const cursor = this.#cursor;
    let sources = this.#nodeList();
    for (;;) {
      const back = cursor.pos;
      cursor.take(spaces);
      const ownId = cursor.take(edgeId);
      const arrow = this.#link();
      if (arrow === undefined) {
        cursor.pos = back;
        return;
      }
      cursor.take(/\s+/y);
      const targets = this.#nodeList();
      const id = ownId === undefined ? undefined : cursor.slice(ownId).slice(0, -1);
      for (const from of sources) for (const to of targets) this.#symbols.edge({ from, to, id, ...arrow });
      if (targets.length === 0) return;
      sources = targets;
    }
  }

  #link(): { span: Span; arrow: string; label: Label | undefined } | undefined {
    const cursor = this.#cursor;
    const whole = cursor.take(link);
    if (whole !== undefined) {
      const span = trimSpan(this.#text, whole);
      const piped = cursor.take(/\s*\|(?:\s*"[^"\n]*"\s*|[^|\n]*)\|/y);
      if (piped === undefined) return { span, arrow: cursor.slice(span), label: undefined };
      const inner = trimSpan(this.#text, piped);
      return {
        span,
        arrow: cursor.slice(span),
        label: readLabel(this.#text, { start: inner.start + 1, end: inner.end - 1 }),
      };
    }
    const begin = cursor.peek(linkStart);
    if (begin === undefined) return undefined;
    const from = cursor.pos + begin[0].length;
    const end = linkEnd[begin[0].includes('.') ? '.' : begin[0].includes('=') ? '=' : '-'];
    if (end === undefined) return undefined;
    end.lastIndex = from;
    const closing = end.exec(this.#text.slice(0, cursor.lineEnd()));
    if (closing === null) return undefined;
    const span = trimSpan(this.#text, { start: cursor.pos, end: from });
    cursor.pos = closing.index + closing[0].length;
    return {
      span: { start: span.start, end: cursor.pos },
      arrow: `${cursor.slice(span)} ${closing[0]}`,
      label: readLabel(this.#text, { start: from, end: closing.index }),
    };
  }

  #nodeList(): string[] {
    const cursor = this.#cursor;
    const ids: string[] = [];
    for (;;) {
      const id = this.#node();
      if (id === undefined) return ids;
      ids.push(id);
      if (cursor.take(/[^\S\n]+&[^\S\n]+/y) === undefined) return ids;
    }
  }

  #node(): string | undefined {
    const cursor = this.#cursor;
    const span = cursor.take(identifier);
    if (span === undefined) return undefined;
    const id = cursor.slice(span);
    const shaped = readShapedLabel(this.#text, cursor.pos);
    if (shaped !== undefined) cursor.pos = shaped.end;
    const data = this.#shapeData();
    this.#symbols.mention({
      id,
      span,
      label: data.label ?? (shaped === undefined ? undefined : readLabel(this.#text, shaped.label)),
      shape: data.shape ?? shaped?.shape,
    });
    const name = cursor.take(/:::(?:\w|-(?![->.]))+(?:,(?:\w|-(?![->.]))+)*/y);
    if (name !== undefined) {
      for (const part of cursor.slice(name).slice(3).split(',')) this.#symbols.assignClass(id, part);
    }
    return id;
  }

  /** `@{ shape: cyl, label: "Orders" }` behind a node. */
  #shapeData(): { shape?: string; label?: Label } {
    const cursor = this.#cursor;
    const span = cursor.take(/@\{[^}]*\}/y);
    if (span === undefined) return {};
    const body = cursor.slice(span);
    const shape = /\bshape\s*:\s*["']?([\w-]+)/.exec(body)?.[1];
    const label = /\blabel\s*:\s*("[^"]*"|'[^']*'|[^,}\n]+)/d.exec(body)?.indices?.[1];
    return {
      ...(shape === undefined ? {} : { shape }),
      ...(label === undefined
        ? {}
        : { label: readLabel(this.#text, { start: span.start + label[0], end: span.start + label[1] }) }),
    };
  }
}

/** Reads a flowchart; never throws, and reads what it can of a broken one. */
export function readFlowchart(text: string, type: string): DiagramSymbols {
  return new FlowchartReader(text, type).read(type);
}
