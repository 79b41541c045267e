/** What a diagram says, as lines of text, for those who do not see its picture: a heading for each kind of part, its parts below. */
import { remember } from '../memo.ts';
import type { DiagramSymbols, GroupSymbol, RowSymbol } from '../mermaid/symbols/model.ts';
import { readForPreview } from '../mermaid/symbols/read.ts';
import { sayConnection } from './connections.ts';

/** A diagram as it was checked; equal objects are read once. */
interface Readable {
  readonly text: string;
  readonly type: string | undefined;
}

/** A part in words, where it stands in the text and in which group. */
interface Item {
  readonly words: string;
  readonly start: number;
  readonly group: number | undefined;
}

/** What the parts of a type are called. */
const headings: Readonly<Record<string, readonly [nodes: string, edges: string]>> = {
  sequence: ['Participants', 'Messages'],
  class: ['Classes', 'Relations'],
  classDiagram: ['Classes', 'Relations'],
  er: ['Entities', 'Relations'],
  state: ['States', 'Transitions'],
  stateDiagram: ['States', 'Transitions'],
  requirement: ['Requirements', 'Relations'],
  gitGraph: ['Branches', 'Merges and picks'],
};

/** Types whose rows repeat what their connections or groups say. */
const saidElsewhere: ReadonlySet<string> = new Set(['sankey', 'block']);

/** Of groups nested deeper than this, only the inner ones are told. */
const deepest = 20;

/** The lines; indented by two spaces a level. Undefined of a type whose text nobody reads, or where nothing is said. */
export const outlineOf = remember(({ text, type }: Readable): readonly string[] | undefined => {
  const symbols = readForPreview(text, type);
  if (symbols === undefined) return undefined;
  const lines = [...titles(symbols), ...parts(symbols)];
  return lines.length === 0 ? undefined : lines;
});

/** What the diagram calls itself, and says of itself. */
const titles = ({ properties }: DiagramSymbols): readonly string[] =>
  ['title', 'accTitle', 'accDescr'].flatMap((name) =>
    properties.filter((property) => property.name === name).map(({ value }) => withoutQuotes(oneLine(value))),
  );

function parts(symbols: DiagramSymbols): readonly string[] {
  const { nodes, edges, groups, rows, statements, type } = symbols;
  const [nodesHeading, edgesHeading] = headings[type] ?? ['Parts', 'Connections'];
  const names = new Map(nodes.map(({ id, label }) => [id, oneLine(label?.text ?? '') || id]));
  for (const { id, label } of groups) if (id !== undefined && label !== undefined) names.set(id, oneLine(label.text));
  const nameOf = (id: string): string => (id === '[*]' ? 'start or end' : (names.get(id) ?? id));
  // A group that links lead to is told as the group, not once more as a node.
  const groupIds = new Set(groups.map(({ id }) => id));
  const isMessage = type === 'sequence';
  const fields = new Map<string, Item[]>();
  const data: Item[] = [];
  for (const row of saidElsewhere.has(type) ? [] : rows) {
    const item = { words: sayRow(row), start: row.span.start, group: row.group };
    const owner = row.id === undefined ? undefined : names.get(row.id);
    if (row.id === undefined || owner === undefined) data.push(item);
    else {
      const own = owner === oneLine(row.label?.text ?? '') ? { ...item, words: sayValues(row) } : item;
      const list = fields.get(row.id);
      if (list === undefined) fields.set(row.id, [own]);
      else list.push(own);
    }
  }
  const nodeItems = nodes
    .filter(({ id }) => id !== '[*]' && !groupIds.has(id))
    .map(({ id, span, group }): Item => {
      const own = (fields.get(id) ?? []).map(({ words }) => words).filter((words) => words !== '');
      return { words: [nameOf(id), ...own].join('\n  '), start: span.start, group };
    });
  const enclosing = enclosingGroup(groups);
  const edgeItems = edges.map((edge, index): Item => {
    const start = Math.min(edge.span.start, edge.label?.span.start ?? edge.span.start);
    const said = sayConnection(edge, type, nameOf);
    // A line of a sankey diagram is a connection and its amount.
    const amount = type === 'sankey' ? rows[index]?.values.at(-1)?.text : undefined;
    return {
      words: amount === undefined ? said : `${said}: ${amount}`,
      start,
      group: isMessage ? enclosing(start) : undefined,
    };
  });
  const notes = statements.flatMap(({ keyword, label, span }): readonly Item[] =>
    keyword === 'note' && label !== undefined
      ? [{ words: oneLine(label.text), start: span.start, group: undefined }]
      : [],
  );
  const boxes = isMessage ? groups.map(({ keyword }) => keyword === 'box') : groups.map(() => true);
  return [
    ...section(nodesHeading, nodeItems, groups, boxes),
    ...section(edgesHeading, edgeItems, groups, isMessage ? boxes.map((isBox) => !isBox) : boxes),
    ...section('Data', data, groups, boxes),
    ...section('Notes', notes, groups, boxes),
  ];
}

/** A heading and its items, each in its group; groups without items are left out. */
function section(
  heading: string,
  items: readonly Item[],
  groups: readonly GroupSymbol[],
  isTold: readonly boolean[],
): readonly string[] {
  if (items.length === 0) return [];
  const lines = [`${heading}:`];
  let open: readonly number[] = [];
  const ordered = grouped(items, groups, isTold);
  for (const { item, path } of ordered) {
    const shared = path.findIndex((group, level) => open[level] !== group);
    for (const [level, group] of path.entries()) {
      if (shared !== -1 && level >= shared) lines.push(`${indent(level + 1)}${sayGroup(groups[group])}:`);
    }
    open = path;
    const own = indent(path.length + 1);
    lines.push(...item.words.split('\n').map((words) => own + words));
  }
  return lines;
}

/** The items in the order of the text, those of a group together where its first one or its opener stands. */
function grouped(
  items: readonly Item[],
  groups: readonly GroupSymbol[],
  isTold: readonly boolean[],
): readonly { readonly item: Item; readonly path: readonly number[] }[] {
  const pathOf = (group: number | undefined): readonly number[] => {
    const path: number[] = [];
    let at = group;
    for (let step = 0; at !== undefined && step < deepest; step += 1) {
      if (isTold[at] === true) path.unshift(at);
      at = groups[at]?.parent;
    }
    return path;
  };
  const placed = items.map((item) => {
    const path = pathOf(item.group);
    return { item, path, order: [...path.map((group) => groups[group]?.opener.start ?? 0), item.start] };
  });
  return placed.toSorted((a, b) => compare(a.order, b.order));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, level) => value !== b[level]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/** Finds the innermost group around an offset; asked in rising order, each group is entered and left once. */
function enclosingGroup(groups: readonly GroupSymbol[]): (offset: number) => number | undefined {
  const opened: number[] = [];
  let next = 0;
  return (offset) => {
    while ((groups[next]?.opener.start ?? Infinity) <= offset) opened.push(next++);
    while (opened.length > 0 && (groups[opened.at(-1) ?? 0]?.span.end ?? 0) <= offset) opened.pop();
    return opened.at(-1);
  };
}

function sayGroup(group: GroupSymbol | undefined): string {
  const name = oneLine(group?.label?.text ?? '') || (group?.id ?? '');
  const keyword = group?.keyword ?? '';
  return name === '' ? keyword : spoken.has(keyword) ? `${keyword} ${name}` : name;
}

/** Keywords that say what happens inside. */
const spoken: ReadonlySet<string> = new Set([
  'loop',
  'alt',
  'else',
  'opt',
  'par',
  'and',
  'critical',
  'option',
  'break',
]);

function sayRow(row: RowSymbol): string {
  const name = oneLine(row.label?.text ?? '') || (row.id ?? '');
  return [name, sayValues(row)].filter((words) => words !== '').join(': ');
}

const sayValues = ({ values }: RowSymbol): string =>
  values
    .map(({ text }) => oneLine(text))
    .filter((text) => text !== '')
    .join(', ');

const indent = (level: number): string => '  '.repeat(level);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const withoutQuotes = (text: string): string => text.replace(/^"(.*)"$/, '$1');
