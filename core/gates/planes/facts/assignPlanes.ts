/** The edits that give nodes the colour of a plane: class definitions, assignments, replaced colours. Ids, edges and words stay. */
import { isSameColour, parseColour } from '../../../colour/colour.ts';
import { planeClassDefinition, planeClassName } from '../../../lexicon/planes.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { DiagramSymbols, NodeSymbol, StatementSymbol } from '../../../mermaid/symbols/model.ts';
import type { TextEdit } from '../../../model.ts';
import { readClassPlaces, readColours } from './nodeColours.ts';
import type { GivenColour } from './nodeColours.ts';
import { classPlane } from './classPlane.ts';
import { refill } from './refill.ts';

/** A node that is to show a plane. */
export interface Assignment {
  readonly node: NodeSymbol;
  readonly plane: Plane;
  /** The colour it has now, where that has to go. */
  readonly instead: GivenColour | undefined;
}

export interface ColouringTarget {
  readonly text: string;
  readonly symbols: DiagramSymbols;
  readonly planes: readonly Plane[];
  readonly palette: number;
  /** The planes that a legend is to explain. */
  readonly legend?: readonly Plane[];
}

/** Everything the edits of one diagram need to know of it, and what they have come to so far. */
class Colouring {
  readonly #target: ColouringTarget;
  readonly #edits: TextEdit[] = [];
  /** Class definitions to be added. */
  readonly #definitions: string[] = [];
  readonly #classNames = new Map<Plane, string>();
  /** The nodes to be given each class, in order. */
  readonly #assigned = new Map<string, NodeSymbol[]>();
  /** The ids to be taken out of statements that give another class. */
  readonly #withdrawn = new Map<StatementSymbol, Set<string>>();

  constructor(target: ColouringTarget) {
    this.#target = target;
  }

  assign({ node, plane, instead }: Assignment): void {
    const className = this.#classOf(plane);
    if (instead !== undefined && instead.className === undefined) {
      // A `style` statement is stronger than any class.
      const fill = plane.fills[this.#target.palette] ?? plane.fills[0];
      if (fill !== undefined) this.#edits.push(...refill(instead, fill));
      return;
    }
    if (instead?.className !== undefined && this.#replaceShorthand(node, instead.className, className)) return;
    if (instead?.className !== undefined) this.#withdraw(node, instead.className);
    const nodes = this.#assigned.get(className);
    if (nodes === undefined) this.#assigned.set(className, [node]);
    else nodes.push(node);
  }

  /** The class that gives a plane's colour: the author's own where there is one. */
  #classOf(plane: Plane): string {
    const known = this.#classNames.get(plane);
    if (known !== undefined) return known;
    const { symbols, planes, palette } = this.#target;
    const { classes } = readColours(symbols);
    const wanted = parseColour(plane.fills[palette] ?? plane.fills[0] ?? '');
    const own = [...classes.entries()].filter(([name, statements]) => {
      const fill = statements
        .flatMap(({ declarations }) => declarations)
        .findLast(({ property }) => property === 'fill');
      const colour = fill && parseColour(fill.value);
      const meant = classPlane(name, planes);
      if (colour === undefined || wanted === undefined || name === 'default') return false;
      return isSameColour(colour, wanted) && (meant === undefined || meant === plane);
    });
    const named = own.find(([name]) => classPlane(name, planes) === plane) ?? own[0];
    let className = named?.[0];
    if (className === undefined) {
      className = planeClassName(plane);
      const definition = planeClassDefinition(plane, palette);
      for (let copy = 2; classes.has(className); copy += 1) className = `${planeClassName(plane)}${copy}`;
      this.#definitions.push(definition.replace(planeClassName(plane), className));
    }
    this.#classNames.set(plane, className);
    return className;
  }

  /** `a:::edge` becomes `a:::state`. */
  #replaceShorthand({ id }: NodeSymbol, from: string, to: string): boolean {
    const { text, symbols } = this.#target;
    const found = readClassPlaces(symbols)
      .shorthandsOf(id, text)
      .filter(({ name }) => name === from);
    for (const { span } of found) this.#edits.push({ span, text: to });
    return found.length > 0;
  }

  /** Takes a node out of `class a,b edge`. */
  #withdraw({ id }: NodeSymbol, from: string): void {
    for (const statement of readClassPlaces(this.#target.symbols).statementsOf(id)) {
      if (statement.className?.text !== from) continue;
      this.#withdrawn.set(statement, (this.#withdrawn.get(statement) ?? new Set()).add(id));
    }
  }

  finish(): readonly TextEdit[] {
    const edits = [...this.#edits, ...[...this.#withdrawn].map(([statement, ids]) => this.#shorten(statement, ids))];
    const legend = this.#legendLines();
    const lines = [...this.#definitions];
    for (const [className, nodes] of this.#assigned) {
      const ids = nodes.map(({ id }) => id).join(',');
      const last = this.#findStatement(className, nodes)?.targets.at(-1);
      if (last === undefined) lines.push(`class ${ids} ${className}`);
      else edits.push({ span: { start: last.span.end, end: last.span.end }, text: `,${ids}` });
    }
    lines.push(...legend);
    const added = appendLines(this.#target.text, this.#target.symbols, lines);
    return [...edits, ...(added === undefined ? [] : [added])].sort(
      (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
    );
  }

  /** A statement that gives the class already, behind all of the nodes: Mermaid gives none to what it has not seen yet. */
  #findStatement(className: string, nodes: readonly NodeSymbol[]): StatementSymbol | undefined {
    const behind = Math.max(...nodes.map(({ uses: [first], span }) => (first ?? span).start));
    return this.#target.symbols.statements.find(
      (each) =>
        each.keyword === 'class' &&
        each.className?.text === className &&
        each.span.start > behind &&
        !this.#withdrawn.has(each),
    );
  }

  /** A subgraph with a node a plane. */
  #legendLines(): readonly string[] {
    const { legend = [] } = this.#target;
    if (legend.length === 0) return [];
    const nodes = legend.map((plane) => {
      const id = `${legendId}${plane.name.charAt(0).toUpperCase()}${plane.name.slice(1)}`;
      return `    ${id}["${plane.name}"]:::${this.#classOf(plane)}`;
    });
    return [`subgraph ${legendId}["Planes"]`, ...nodes, 'end'];
  }

  /** An assignment without some of its nodes; it goes as a whole where none is left. */
  #shorten({ targets, span }: StatementSymbol, ids: ReadonlySet<string>): TextEdit {
    const left = targets.filter(({ text }) => !ids.has(text));
    const [first] = targets;
    const last = targets.at(-1);
    return left.length === 0 || first === undefined || last === undefined
      ? { span: wholeLine(this.#target.text, span), text: '' }
      : { span: { start: first.span.start, end: last.span.end }, text: left.map(({ text }) => text).join(',') };
  }
}

/** The edits that make `assignments` true and add the legend, where one is wanted; empty where there is nothing to do. */
export function assignPlanes(target: ColouringTarget, assignments: readonly Assignment[]): readonly TextEdit[] {
  const colouring = new Colouring(target);
  for (const assignment of assignments) colouring.assign(assignment);
  return colouring.finish();
}

const legendId = 'planeLegend';

/** Adds statements at the end of a diagram, indented as the first one below its header is. */
function appendLines(text: string, { header }: DiagramSymbols, lines: readonly string[]): TextEdit | undefined {
  if (lines.length === 0) return undefined;
  const end = text.trimEnd().length;
  const line = /\n([^\S\n]*)\S/g;
  line.lastIndex = header.end;
  const indent = line.exec(text)?.[1] ?? '  ';
  return { span: { start: end, end }, text: lines.map((each) => `\n${indent}${each}`).join('') };
}

/** A statement with its line, where it stands alone there. */
function wholeLine(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1);
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline;
  const isAlone = text.slice(lineStart + 1, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return isAlone && lineStart !== -1 ? { start: lineStart, end: lineEnd } : { start, end };
}
