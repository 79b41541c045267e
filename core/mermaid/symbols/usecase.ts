/** Reads use case diagrams: actors and use cases as nodes, boundaries as groups, what joins them as edges. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import type { SymbolsBuilder } from './builder.ts';
import { Cursor, trimSpan } from './cursor.ts';
import { readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols, Label } from './model.ts';
import { readStyleStatement } from './styleStatement.ts';

/** A name with what it shows behind it: `Buy(Buy a product)`, `Support("Support desk")`, `"On-call"`. */
const name = /^(?:"([^"]*)"|([\w-]+))/d;
const shown = /^\s*(?:\(([^)]*)\)|\[([^\]]*)\])/d;
const boundary = /^systemBoundary\s+(?:"([^"]*)"|([\w-]+))\s*(?:\[([^\]]*)\])?/d;
const note = /^note\s+(?:for|(?:left|right)\s+of)\s+\S+\s+(.+)$/d;
/** `Roll ..> : include Ack` */
const dependency = /^([\w-]+|"[^"]*")\s*(\.\.>|<\.\.)\s*:\s*(include|extend)\s+([\w-]+|"[^"]*")$/d;
const arrow = /\s((?:[\w-]{1,100}@)?[<ox]?(?:--|==|\.\.)(?:\s{1,9}(.{1,300}?)\s{1,9}(?:--|==|\.\.))?(?:\|?>|[xo])?)\s/d;

/** Reads a use case diagram; never throws. */
export function readUsecase(text: string, type: string): DiagramSymbols {
  const properties = ['title', 'direction', 'accTitle', 'accDescr'];
  return readLines(text, type, /^usecase(?:-beta|Diagram)?\b/, properties, ({ line, symbols }) => {
    if (line.text === 'end') {
      symbols.closeGroup(line.span.end);
      return;
    }
    if (readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols)) return;
    if (readBoundary(text, line.span, symbols) || readNote(text, line.span, symbols)) return;
    if (readEdge(text, line.span, symbols)) return;
    const actors = /^actor\s+/.exec(line.text);
    const from = line.span.start + (actors?.[0].length ?? 0);
    for (const span of actors === null ? [line.span] : listed(text, { start: from, end: line.span.end })) {
      mention(text, span, symbols, actors === null ? undefined : 'actor');
    }
  });
}

/** The names between commas outside brackets and quotes. */
function listed(text: string, span: Span): readonly Span[] {
  return matchesOf(/(?:"[^"]{0,300}"|\([^)]{0,300}\)|@\{[^}]{0,300}\}|[^,])+/g, text.slice(span.start, span.end)).map(
    (match) => trimSpan(text, { start: span.start + match.index, end: span.start + match.index + match[0].length }),
  );
}

/** Records a node and gives its id; undefined where none stands. */
function mention(text: string, span: Span, symbols: SymbolsBuilder, shape?: string): string | undefined {
  const [quoted, plain] = matchSpans(name.exec(text.slice(span.start, span.end)), span.start);
  const own = quoted ?? plain;
  if (own === undefined) return undefined;
  const id = text.slice(own.start, own.end);
  const behind = quoted === undefined ? own.end : own.end + 1;
  const [round, square] = matchSpans(shown.exec(text.slice(behind, span.end)), behind);
  const words = round ?? square;
  const label: Label | undefined = words === undefined ? undefined : readLabel(text, words);
  symbols.mention({ id, span: own, label, shape });
  return id;
}

function readBoundary(text: string, line: Span, symbols: SymbolsBuilder): boolean {
  const [quoted, plain, title] = matchSpans(boundary.exec(text.slice(line.start, line.end)), line.start);
  const own = quoted ?? plain;
  if (own === undefined) return false;
  const id = text.slice(own.start, own.end);
  const label = title === undefined ? undefined : readLabel(text, title);
  symbols.openGroup({ keyword: 'systemBoundary', id, label, opener: line });
  return true;
}

function readNote(text: string, line: Span, symbols: SymbolsBuilder): boolean {
  const [words] = matchSpans(note.exec(text.slice(line.start, line.end)), line.start);
  if (words === undefined) return false;
  symbols.statement({
    keyword: 'note',
    span: line,
    targets: [],
    className: undefined,
    declarations: [],
    label: readLabel(text, words),
  });
  return true;
}

function readEdge(text: string, line: Span, symbols: SymbolsBuilder): boolean {
  const written = text.slice(line.start, line.end);
  const [left, sign, kind, right] = matchSpans(dependency.exec(written), line.start);
  const [middle, words] = matchSpans(arrow.exec(written), line.start);
  const between = sign ?? middle;
  if (between === undefined) return false;
  const ends = [left ?? { start: line.start, end: between.start }, right ?? { start: between.end, end: line.end }];
  const [from, to] = ends.map((end) => mention(text, trimSpan(text, end), symbols));
  if (from === undefined || to === undefined) return false;
  const label = kind ?? words;
  const sent = text.slice(between.start, between.end);
  symbols.edge({
    from,
    to,
    span: between,
    label: label === undefined ? undefined : readLabel(text, label),
    arrow: sent,
    id: /^([\w-]+)@/.exec(sent)?.[1],
  });
  return true;
}
