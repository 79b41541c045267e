/** The groups, nodes and rows of a diagram as a tree, for outlines and for going to a symbol. Pure. */
import type { GroupSymbol, NodeSymbol, RowSymbol } from '../mermaid/symbols/model.ts';
import { readForPreview } from '../mermaid/symbols/read.ts';
import type { Span } from '../model.ts';
import type { NamedDiagram } from './names.ts';

export interface TreeEntry {
  readonly kind: 'group' | 'node' | 'row';
  /** What the reader sees. */
  readonly title: string;
  /** The name in the text, the keyword or the amounts, where that says more. */
  readonly detail: string;
  /** All of it. */
  readonly span: Span;
  /** Where one goes to. */
  readonly place: Span;
  readonly children: readonly TreeEntry[];
}

/** What stands in deeper groups is listed in the last one that counts. */
const deepest = 20;

/** In order of place; nothing of a type whose text nobody reads. */
export function treeOf({ text, type }: NamedDiagram): readonly TreeEntry[] {
  const symbols = readForPreview(text, type);
  if (symbols === undefined) return [];
  const { nodes, groups, rows } = symbols;
  const isGroup = new Set(groups.map(({ id }) => id));
  const rowsOf = new Map<string, RowSymbol[]>(nodes.map(({ id }) => [id, []]));
  for (const row of rows) if (row.id !== undefined) rowsOf.get(row.id)?.push(row);
  const parents = parentsOf(groups);
  const parentOf = (group: number | undefined): number | undefined =>
    group === undefined ? undefined : parents[group];

  const within = new Map<number | undefined, TreeEntry[]>();
  const put = (parent: number | undefined, entry: TreeEntry): void => {
    const present = within.get(parent);
    if (present === undefined) within.set(parent, [entry]);
    else present.push(entry);
  };
  for (const node of nodes) {
    if (node.id !== '[*]' && !isGroup.has(node.id))
      put(parentOf(node.group), nodeEntry(node, rowsOf.get(node.id) ?? []));
  }
  for (const row of rows) if (row.id === undefined || !rowsOf.has(row.id)) put(parentOf(row.group), rowEntry(row));
  // The inner ones first: a group is made when everything in it is there.
  for (const [index, group] of [...groups.entries()].toReversed()) {
    if (parents[index] === index) put(outerOf(groups, parents, index), groupEntry(group, ordered(within.get(index))));
  }
  return ordered(within.get(undefined));
}

/** For each group the one that lists what stands in it: itself, unless it is too deep. */
function parentsOf(groups: readonly GroupSymbol[]): readonly number[] {
  const depths: number[] = [];
  const parents: number[] = [];
  for (const [index, { parent }] of groups.entries()) {
    // One that names its parent may come before it; then it stands for itself.
    const depth = parent === undefined || parent >= index ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    parents.push(depth >= deepest && parent !== undefined ? (parents[parent] ?? index) : index);
  }
  return parents;
}

function outerOf(groups: readonly GroupSymbol[], parents: readonly number[], index: number): number | undefined {
  const parent = groups[index]?.parent;
  return parent === undefined || parent >= index ? undefined : parents[parent];
}

function groupEntry({ label, id, keyword, span, opener }: GroupSymbol, children: readonly TreeEntry[]): TreeEntry {
  const title = oneLine(label?.text ?? '') || (id ?? '') || keyword;
  const detail = id === undefined || id === title ? keyword : id;
  return {
    kind: 'group',
    title,
    detail: detail === title ? '' : detail,
    span: around(opener, [span]),
    place: opener,
    children,
  };
}

function nodeEntry({ id, label, span }: NodeSymbol, rows: readonly RowSymbol[]): TreeEntry {
  const title = oneLine(label?.text ?? '') || id;
  const children = ordered(rows.map(rowEntry));
  const all = around(
    span,
    rows.map((row) => row.span),
  );
  return { kind: 'node', title, detail: title === id ? '' : id, span: all, place: span, children };
}

function rowEntry({ label, values, span }: RowSymbol): TreeEntry {
  const amounts = values.map(({ text }) => oneLine(text)).join(', ');
  const title = oneLine(label?.text ?? '') || amounts || '…';
  return { kind: 'row', title, detail: title === amounts ? '' : amounts, span, place: span, children: [] };
}

function around(first: Span, others: readonly Span[]): Span {
  return others.reduce(
    (all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }),
    first,
  );
}

const ordered = (entries: readonly TreeEntry[] = []): readonly TreeEntry[] =>
  entries.toSorted((a, b) => a.place.start - b.place.start);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
