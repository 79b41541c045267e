/** Collects symbols while a reader walks through a text, and hands them over in order of place. */
import type { Span } from '../../model.ts';
import type {
  DiagramSymbols,
  EdgeSymbol,
  GroupSymbol,
  Label,
  NodeSymbol,
  PropertySymbol,
  RowSymbol,
  StatementSymbol,
} from './model.ts';

interface OpenNode {
  id: string;
  span: Span;
  label: Label | undefined;
  labels: Label[];
  shape: string;
  uses: Span[];
  classes: string[];
  group: number | undefined;
}

interface OpenGroup {
  keyword: string;
  id: string | undefined;
  label: Label | undefined;
  opener: Span;
  span: Span;
  closed: boolean;
  parent: number | undefined;
}

export interface NodeMention {
  readonly id: string;
  readonly span: Span;
  readonly label?: Label | undefined;
  readonly shape?: string | undefined;
  /** The group it is said to stand in, for types that name it; else the innermost open one. */
  readonly group?: number | undefined;
}

export class SymbolsBuilder {
  readonly #textLength: number;
  readonly #nodes = new Map<string, OpenNode>();
  readonly #edges: EdgeSymbol[] = [];
  readonly #groups: OpenGroup[] = [];
  readonly #open: number[] = [];
  readonly #rows: RowSymbol[] = [];
  readonly #statements: StatementSymbol[] = [];
  readonly #properties: PropertySymbol[] = [];

  constructor(textLength: number) {
    this.#textLength = textLength;
  }

  /** The innermost open group, as an index into `groups`. */
  get group(): number | undefined {
    return this.#open.at(-1);
  }

  isNode(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** Records an occurrence of a node; the first one with a label defines it. A node belongs to the first group that names it. */
  mention({ id, span, label, shape, group: named }: NodeMention): void {
    const known = this.#nodes.get(id);
    if (known === undefined) {
      const labels = label === undefined ? [] : [label];
      const group = named ?? this.group;
      this.#nodes.set(id, { id, span, label, labels, shape: shape ?? 'rect', uses: [span], classes: [], group });
      return;
    }
    known.uses.push(span);
    known.group ??= this.group;
    if (label !== undefined) {
      if (known.label === undefined) known.span = span;
      known.label = label;
      known.labels.push(label);
    }
    if (shape !== undefined) known.shape = shape;
  }

  assignClass(id: string, name: string): void {
    this.#nodes.get(id)?.classes.push(name);
  }

  edge(edge: EdgeSymbol): void {
    this.#edges.push(edge);
  }

  /** Records a group that names its parent instead of standing in it; returns its index in `groups`. */
  declareGroup(group: Omit<GroupSymbol, 'closed'>): number {
    return this.#groups.push({ ...group, closed: true }) - 1;
  }

  openGroup(group: { keyword: string; id?: string | undefined; label?: Label | undefined; opener: Span }): void {
    this.#groups.push({
      keyword: group.keyword,
      id: group.id,
      label: group.label,
      opener: group.opener,
      span: { start: group.opener.start, end: this.#textLength },
      closed: false,
      parent: this.group,
    });
    this.#open.push(this.#groups.length - 1);
  }

  /** Closes the innermost group; false when none is open. */
  closeGroup(end: number, closed = true): boolean {
    const index = this.#open.pop();
    const group = index === undefined ? undefined : this.#groups[index];
    if (group === undefined) return false;
    group.span = { start: group.span.start, end };
    group.closed = closed;
    return true;
  }

  row(row: Omit<RowSymbol, 'group'>): void {
    this.#rows.push({ ...row, group: this.group });
  }

  statement(statement: StatementSymbol): void {
    this.#statements.push(statement);
  }

  property(property: PropertySymbol): void {
    this.#properties.push(property);
  }

  build(type: string, header: Span, direction: string | undefined): DiagramSymbols {
    const nodes: NodeSymbol[] = [...this.#nodes.values()];
    const groups: GroupSymbol[] = this.#groups;
    return {
      type,
      header,
      direction,
      nodes,
      edges: this.#edges,
      groups,
      rows: this.#rows,
      statements: this.#statements,
      properties: this.#properties,
    };
  }
}
