/**
 * The parts of a diagram that its picture shows, each with the names a picture may give it. The preview reads names off the
 * SVG, and a part answers to them: a click finds its text, and the cursor finds its shape.
 */
import { remember } from '../memo.ts';
import type { DiagramSymbols, EdgeSymbol, Label, NodeSymbol, RowSymbol } from '../mermaid/symbols/model.ts';
import { readForPreview } from '../mermaid/symbols/read.ts';
import type { Span } from '../model.ts';
import { partNames } from '../protocol.ts';

/** Spans are offsets into the diagram's text. */
export interface Part {
  /** From `partNames`; the first ones say more surely which part is meant. */
  readonly names: readonly string[];
  /** Where the part is defined. */
  readonly span: Span;
  /** Every place that speaks of it, in order, the definition among them. */
  readonly uses: readonly Span[];
  /** The name of the part it is drawn inside of, where the picture shows it only there: an attribute of an entity. */
  readonly owner?: string;
}

/** A diagram as it was checked; equal objects are read once. */
interface Readable {
  readonly text: string;
  readonly type: string | undefined;
}

/** The parts of a diagram; none of a type whose text nobody reads. */
export const partsOf = remember(({ text, type }: Readable): readonly Part[] => {
  const symbols = readForPreview(text, type);
  if (symbols === undefined) return [];
  const parts = [
    ...nodeParts(symbols),
    ...(edgeless.has(symbols.type) ? [] : edgeParts(symbols)),
    ...groupParts(symbols),
    ...(symbols.type === 'sankey' ? [] : rowParts(symbols)),
    ...noteParts(symbols),
  ];
  return parts.filter(({ names }) => names.length > 0);
});

/** Types whose pictures draw edges without saying which. */
const edgeless: ReadonlySet<string> = new Set([
  ...['gitGraph', 'c4'],
  ...['railroad', 'railroadEbnf', 'railroadAbnf', 'railroadPeg'],
]);

/**
 * The part that is meant by names read off a picture, the surest first. A name that several parts share means none, unless
 * they are read from the same place.
 */
export function findPart(parts: readonly Part[], names: readonly string[]): Part | undefined {
  for (const name of names) {
    const [part, ...others] = parts.filter((candidate) => candidate.names.includes(name));
    if (part !== undefined && others.every(({ span }) => overlap(span, part.span))) return part;
  }
  return undefined;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The part at an offset of the diagram's text: the smallest place around it; else all parts defined on its line. */
export function partsAt(parts: readonly Part[], text: string, offset: number): readonly Part[] {
  const around = parts.flatMap((part) =>
    part.uses.filter(({ start, end }) => start <= offset && offset <= end).map((span) => ({ part, span })),
  );
  const [first, ...others] = around;
  if (first !== undefined) {
    const length = ({ span }: (typeof around)[number]): number => span.end - span.start;
    return [others.reduce((best, each) => (length(each) < length(best) ? each : best), first).part];
  }
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next === -1 ? text.length : next;
  return parts.filter(({ span }) => span.start >= start && span.start < end);
}

function nodeParts({ nodes, type }: DiagramSymbols): readonly Part[] {
  return nodes
    .map((node, index): Part => ({
      names: [partNames.node(node.id), partNames.nodeAt(index), ...wordsOf(node, type)],
      span: node.span,
      uses: [...node.uses, ...node.labels.map(({ span }) => span)].toSorted((a, b) => a.start - b.start),
    }))
    .filter((_, index) => nodes[index]?.id !== '[*]');
}

/** What the picture says of a node; a railroad says `name =`. */
const wordsOf = ({ id, label }: NodeSymbol, type: string): readonly string[] => [
  partNames.words(type.startsWith('railroad') ? `${id}=` : (label?.text ?? id)),
];

function edgeParts({ edges, type }: DiagramSymbols): readonly Part[] {
  const seen = new Map<string, number>();
  return edges.map((edge, index) => {
    const pair = `${edge.from}_${edge.to}`;
    const count = seen.get(pair) ?? 0;
    seen.set(pair, count + 1);
    const own = edgeName(type, pair, index, count);
    const names = [
      ...(edge.id === undefined ? [] : [partNames.edge(edge.id)]),
      partNames.edge(own),
      ...(type === 'block' ? [partNames.edge(`${edge.from}-${edge.to}`)] : []),
      partNames.edgeAt(index),
      ...labelNames(edge.label),
    ];
    const span = edgeSpan(edge);
    return { names, span, uses: [span] };
  });
}

/** The id Mermaid gives an edge in the picture. */
function edgeName(type: string, pair: string, index: number, count: number): string {
  if (type.startsWith('class')) return `id_${pair}_${index + 1}`;
  if (type === 'mindmap') return `edge_${pair}`;
  return `L_${pair}_${count}`;
}

/** The arrow with its label, whichever stands first. */
function edgeSpan({ span, label }: EdgeSymbol): Span {
  if (label === undefined) return span;
  return { start: Math.min(span.start, label.span.start), end: Math.max(span.end, label.span.end) };
}

function groupParts({ groups }: DiagramSymbols): readonly Part[] {
  return groups.map(({ id, label, opener }) => ({
    names: [
      ...(id === undefined ? [] : [partNames.group(id)]),
      ...labelNames(label),
      // A sequence diagram shows the condition of a block in brackets.
      ...(label === undefined ? [] : [partNames.words(`[${label.text}]`)]),
      ...(id === undefined || label !== undefined ? [] : [partNames.words(id)]),
    ],
    span: opener,
    uses: [opener],
  }));
}

/** Types whose rows stand inside the shape of the node they belong to. */
const withAttributes = /^(?:er|class|classDiagram|requirement)$/;

/** Charts list data, entities their attributes; each event of a timeline is a part of its own. */
function rowParts({ rows, nodes, type }: DiagramSymbols): readonly Part[] {
  const owners = new Set(withAttributes.test(type) ? nodes.map(({ id }) => id) : []);
  // The picture of an XY chart numbers its bars and lines, and not its axes.
  let plots = 0;
  const ids = new Set(nodes.map((node) => node.id));
  return rows.flatMap((row, index) => {
    const { id, span, values } = row;
    if (id !== undefined && isNodeToo.has(type) && ids.has(id)) return [];
    const isPlot = type === 'xychart' && (id === 'bar' || id === 'line');
    const names = [
      ...(isPlot ? [partNames.row(`plot${plots++}`)] : []),
      ...(id === undefined ? [] : [partNames.row(type === 'venn' ? sorted(id) : id)]),
      partNames.rowAt(index),
      ...rowWords(row),
      // An axis shows its categories.
      ...(type === 'xychart' && !isPlot
        ? values.slice(0, mostCategories).map((value) => partNames.words(unquoted(value.text)))
        : []),
    ];
    const part = { names, span, uses: [span] };
    return [
      id !== undefined && owners.has(id) ? { ...part, owner: partNames.node(id) } : part,
      ...(type === 'timeline' ? values : []).map((value) => ({
        names: [partNames.words(value.text)],
        span: value.span,
        uses: [value.span],
      })),
    ];
  });
}

/** Types whose rows only say more of a node. */
const isNodeToo: ReadonlySet<string> = new Set(['venn', 'wardley']);

const mostCategories = 40;

/** A union of sets, whichever is named first. */
const sorted = (sets: string): string => sets.split(',').toSorted().join(',');

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

/** As written, and as a legend shows it with its value. */
function rowWords({ label, values }: RowSymbol): readonly string[] {
  if (label === undefined) return [];
  const [value] = values;
  const names = labelNames(label);
  return value === undefined ? names : [...names, partNames.words(`${label.text} [${value.text}]`)];
}

function noteParts({ statements }: DiagramSymbols): readonly Part[] {
  return statements
    .filter(({ keyword }) => keyword === 'note')
    .map(({ label, span }) => ({ names: labelNames(label), span, uses: [span] }));
}

const labelNames = (label: Label | undefined): readonly string[] =>
  label === undefined || label.text.trim() === '' ? [] : [partNames.words(label.text)];
