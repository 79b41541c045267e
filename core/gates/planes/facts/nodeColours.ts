/** The fill and the label colour an author gave each node, and where that is written. */
import { groupBy } from '../../../groupBy.ts';
import { matchesOf } from '../../../matches.ts';
import { remember } from '../../../memo.ts';
import { maskNonContent } from '../../../mermaid/symbols/mask.ts';
import type { DiagramSymbols, NodeSymbol, StatementSymbol } from '../../../mermaid/symbols/model.ts';
import type { Span } from '../../../model.ts';

type Declaration = StatementSymbol['declarations'][number];

/** A colour and the statement that gives it. */
export interface GivenColour {
  readonly declaration: Declaration;
  readonly statement: StatementSymbol;
  /** The class it comes from; undefined of a `style` statement. */
  readonly className: string | undefined;
}

export interface NodeColours {
  readonly fill: GivenColour | undefined;
  readonly text: GivenColour | undefined;
  /** The fills that a later one lies over. */
  readonly covered: readonly GivenColour[];
}

/** `:::name` behind a node. */
export interface Shorthand {
  readonly node: string;
  readonly name: string;
  /** The class's name. */
  readonly span: Span;
}

export interface DiagramColours {
  readonly of: (node: NodeSymbol) => NodeColours;
  /** By name, in order; a class may be defined piece by piece. */
  readonly classes: ReadonlyMap<string, readonly StatementSymbol[]>;
}

/** The statements with a keyword, by what they speak about. */
function statementsByTarget(
  { statements }: DiagramSymbols,
  keyword: StatementSymbol['keyword'],
): ReadonlyMap<string, readonly StatementSymbol[]> {
  const targeted = statements
    .filter((statement) => statement.keyword === keyword)
    .flatMap((statement) => statement.targets.map(({ text }) => ({ text, statement })));
  const groups = groupBy(targeted, ({ text }) => text);
  return new Map([...groups].map(([text, found]) => [text, found.map(({ statement }) => statement)]));
}

/** As Mermaid resolves them: the default class, the node's classes in order, its `style`; the last one wins. */
export const readColours = remember((symbols: DiagramSymbols): DiagramColours => {
  const classes = statementsByTarget(symbols, 'classDef');
  const styles = statementsByTarget(symbols, 'style');
  const of = remember(({ id, classes: own }: NodeSymbol): NodeColours => {
    const colours: { fill?: GivenColour; text?: GivenColour } = {};
    const covered: GivenColour[] = [];
    const take = (statements: readonly StatementSymbol[] | undefined, className: string | undefined): void => {
      for (const statement of statements ?? []) {
        for (const declaration of statement.declarations) {
          const given = { declaration, statement, className };
          if (declaration.property === 'fill' || declaration.property === 'background-color') {
            if (colours.fill !== undefined) covered.push(colours.fill);
            colours.fill = given;
          }
          if (declaration.property === 'color') colours.text = given;
        }
      }
    };
    for (const name of ['default', ...own.flatMap((list) => list.split(/[\s,]+/))]) take(classes.get(name), name);
    take(styles.get(id), undefined);
    return { fill: colours.fill, text: colours.text, covered };
  });
  return { of, classes };
});

/** Where each node of a diagram is given its classes; `text` is the diagram's. */
export interface ClassPlaces {
  shorthandsOf(id: string, text: string): readonly Shorthand[];
  /** The `class` statements that name a node. */
  statementsOf(id: string): readonly StatementSymbol[];
}

export const readClassPlaces = remember((symbols: DiagramSymbols): ClassPlaces => {
  let shorthands: ReadonlyMap<string, readonly Shorthand[]> | undefined;
  const statements = statementsByTarget(symbols, 'class');
  return {
    shorthandsOf(id, text) {
      shorthands ??= groupBy(findShorthands(text, symbols), ({ node }) => node);
      return shorthands.get(id) ?? [];
    },
    statementsOf: (id) => statements.get(id) ?? [],
  };
});

/** Every `:::name` of a diagram with the node it stands behind, in order of place. */
function findShorthands(text: string, symbols: DiagramSymbols): readonly Shorthand[] {
  const uses = symbols.nodes
    .flatMap(({ id, uses: spans }) => spans.map((span) => ({ id, span })))
    .sort((one, other) => one.span.start - other.span.start);
  const found: Shorthand[] = [];
  let next = 0;
  for (const match of matchesOf(/:::((?:\w|-(?![->.]))+)/g, maskNonContent(text))) {
    while ((uses[next]?.span.start ?? Infinity) < match.index) next += 1;
    const node = uses[next - 1];
    const name = match[1] ?? '';
    const start = match.index + 3;
    if (node !== undefined) found.push({ node: node.id, name, span: { start, end: start + name.length } });
  }
  return found;
}
