/** Amounts of nodes over the amounts of the nodes they point to, in diagrams that are drawn as breakdowns. */
import type { NodeSymbol } from '../../../mermaid/symbols/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import type { Relation } from './relation.ts';
import { isAlike } from './sum.ts';
import { relateTotal } from './totalOf.ts';

/** An arrow may mean anything; where this many nodes are what theirs add up to, it means "consists of". */
const fewestHolding = 2;

export function childRollUps({ symbols, text }: DiagramFacts): readonly Relation[] {
  if (symbols === undefined || symbols.edges.length < fewestHolding * 2) return [];
  const items = new Map(symbols.nodes.flatMap((node) => itemOf(node, text)));
  const children = childrenOf(symbols.edges);
  const relations = [...children].flatMap(([id, ids]) => {
    const claim = onlyMoney(items.get(id));
    const parts = ids.map((child) => onlyMoney(items.get(child)));
    if (claim === undefined || parts.length < 2) return [];
    const known = parts.filter((part) => part !== undefined).filter(({ unit }) => isAlike(unit, claim.unit));
    if (known.length < parts.length) return [];
    return relateTotal({ text, claim, parts: known, partsName: 'nodes it points to', claimName: 'this one' }) ?? [];
  });
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  const isMeant = holding >= fewestHolding && holding * 2 >= relations.length;
  // With one less nothing could be said of any.
  return isMeant && relations.length > fewestHolding ? relations : [];
}

const itemOf = ({ id, label }: NodeSymbol, text: string): readonly (readonly [string, Item])[] =>
  label === undefined ? [] : [[id, readItem(text, label.span)]];

/** The nodes each node points to, without those that more than one points to. */
function childrenOf(
  edges: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const known = parents.get(to);
    if (known === undefined) parents.set(to, new Set([from]));
    else known.add(from);
  }
  const children = new Map<string, string[]>();
  for (const [child, from] of parents) {
    const [parent, other] = from;
    if (parent === undefined || other !== undefined || parent === child) continue;
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [child]);
    else known.push(child);
  }
  return children;
}

function onlyMoney(item: Item | undefined): Amount | undefined {
  const [amount, other] = item?.amounts.filter(({ unit }) => unit.dimension === 'currency') ?? [];
  return other === undefined && amount?.sign === undefined ? amount : undefined;
}
