/** A node named total: beside the nodes it is the total of, in one subgraph or diagram, or where their arrows lead. */
import type { DiagramFacts } from '../../rule.ts';
import { isSumExpected } from './additive.ts';
import { readBranches } from './branches.ts';
import { readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import { inPeriod, isSameKind, partOf } from './parts.ts';
import type { Relation } from './relation.ts';
import { relateTotal } from './totalOf.ts';
import { isAdditiveLabel, startsAsTotal } from './words.ts';

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

/** A node named total and the nodes whose arrows lead into it, each amount of theirs a part. */
export function arrowTotals({ symbols, text }: DiagramFacts): readonly Relation[] {
  const items = new Map(
    (symbols?.nodes ?? []).flatMap(({ id, label }) => (label === undefined ? [] : [[id, readItem(text, label.span)]])),
  );
  const sources = new Map<string, Set<string>>();
  for (const { from, to } of symbols?.edges ?? []) {
    if (startsAsTotal(items.get(to)?.name ?? '')) sources.set(to, (sources.get(to) ?? new Set()).add(from));
  }
  return [...sources].flatMap(([id, from]) => {
    const total = items.get(id);
    const claim = total && moneyOf(total)[0];
    const parts = [...from].flatMap((source) => items.get(source) ?? []);
    if (
      total === undefined ||
      claim === undefined ||
      parts.length < 2 ||
      parts.length < from.size ||
      !isAdditiveLabel(total.name)
    )
      return [];
    return relateArrows(text, inPeriod(claim, total.name), parts);
  });
}

function relateArrows(text: string, claim: Amount, items: readonly Item[]): readonly Relation[] {
  const parts = items.map((item) => moneyOf(item).map((amount) => inPeriod(amount, item.name)));
  const isClear = items.every((item, index) => {
    const amounts = parts[index] ?? [];
    const lines = new Set(amounts.map(({ line }) => line));
    const isPlain = amounts.every(
      (amount) => !amount.atMost && amount.value === amount.high && isSameKind('cost', item, amount),
    );
    return (
      amounts.length > 0 && lines.size === amounts.length && isPlain && !items.some(({ name }) => startsAsTotal(name))
    );
  });
  const isDated = claim.unit.period !== undefined && parts.flat().every(({ unit }) => unit.period !== undefined);
  if (!isClear || !isDated) return [];
  const total = {
    text,
    claim,
    parts: parts.flat(),
    partsName: 'amounts of the nodes that lead here',
    claimName: 'the total',
  };
  const relation = relateTotal(total);
  return relation === undefined ? [] : [relation];
}

const moneyOf = ({ amounts }: Item): readonly Amount[] =>
  amounts.filter(({ unit, sign }) => unit.dimension === 'currency' && unit.per.length === 0 && sign === undefined);
