/** A node named total beside the nodes it is the total of, in one subgraph or diagram. */
import type { DiagramFacts } from '../../rule.ts';
import { isSumExpected } from './additive.ts';
import { readBranches } from './branches.ts';
import type { Item } from './item.ts';
import { inPeriod, isSameKind, partOf } from './parts.ts';
import type { Relation } from './relation.ts';
import { relateTotal } from './totalOf.ts';
import { startsAsTotal } from './words.ts';

export function nodeTotals(facts: DiagramFacts): readonly Relation[] {
  return readBranches(facts).flatMap(({ nodes }) => {
    const [total, other] = nodes.filter(({ name }) => startsAsTotal(name));
    return total === undefined || other !== undefined ? [] : relateNode(total, nodes, facts.text);
  });
}

/** Every other node has to carry one amount that may be a part, or they are not the parts. */
function relateNode(total: Item, nodes: readonly Item[], text: string): readonly Relation[] {
  const money = total.amounts.filter(({ unit, sign }) => unit.dimension === 'currency' && sign === undefined);
  const [claim, second] = money;
  if (claim === undefined || second !== undefined) return [];
  const whole = inPeriod(claim, total.text);
  const parts = nodes
    .filter((node) => node !== total)
    .flatMap((node) => {
      const part = partOf(node, whole);
      return part === 'none' || part === 'unclear' || !isSameKind(total.words, node, part) ? [] : [part];
    });
  if (parts.length < nodes.length - 1) return [];
  const names = nodes.map(({ name }) => name).join(' ');
  const isPlausible: Parameters<typeof relateTotal>[1] = (sum) =>
    sum.value > claim.value / 2 &&
    sum.value < claim.value * 2 &&
    isSumExpected(whole, parts, sum, { label: names, isBorneOut: true });
  const relation = relateTotal({ text, claim: whole, parts, partsName: 'nodes', claimName: 'the total' }, isPlausible);
  return relation === undefined ? [] : [relation];
}
