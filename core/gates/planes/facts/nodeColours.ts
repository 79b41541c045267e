/** The fill and the label colour an author gave each node, and where that is written. */
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

/** As Mermaid resolves them: the default class, the node's classes in order, its `style`; the last one wins. */
export const readColours = remember((symbols: DiagramSymbols): DiagramColours => {
  const classes = new Map<string, StatementSymbol[]>();
  const styles = new Map<string, StatementSymbol[]>();
  for (const statement of symbols.statements) {
    const byName = statement.keyword === 'classDef' ? classes : statement.keyword === 'style' ? styles : undefined;
    for (const { text } of byName === undefined ? [] : statement.targets) {
      const known = byName?.get(text);
      if (known === undefined) byName?.set(text, [statement]);
      else known.push(statement);
    }
  }
  const of = remember(({ id, classes: own }: NodeSymbol): NodeColours => {
    const colours: { fill?: GivenColour; text?: GivenColour } = {};
    const take = (statements: readonly StatementSymbol[] | undefined, className: string | undefined): void => {
      for (const statement of statements ?? []) {
        for (const declaration of statement.declarations) {
          const given = { declaration, statement, className };
          if (declaration.property === 'fill' || declaration.property === 'background-color') colours.fill = given;
          if (declaration.property === 'color') colours.text = given;
        }
      }
    };
    for (const name of ['default', ...own.flatMap((list) => list.split(/[\s,]+/))]) take(classes.get(name), name);
    take(styles.get(id), undefined);
    return { fill: colours.fill, text: colours.text };
  });
  return { of, classes };
});

/** Every `:::name` of a diagram with the node it stands behind, in order of place. */
export function findShorthands(text: string, symbols: DiagramSymbols): readonly Shorthand[] {
  const uses = symbols.nodes
    .flatMap(({ id, uses: spans }) => spans.map((span) => ({ id, span })))
    .sort((one, other) => one.span.start - other.span.start);
  const found: Shorthand[] = [];
  let next = 0;
  for (const match of maskNonContent(text).matchAll(/:::((?:\w|-(?![->.]))+)/g)) {
    while ((uses[next]?.span.start ?? Infinity) < match.index) next += 1;
    const node = uses[next - 1];
    const name = match[1] ?? '';
    const start = match.index + 3;
    if (node !== undefined) found.push({ node: node.id, name, span: { start, end: start + name.length } });
  }
  return found;
}
