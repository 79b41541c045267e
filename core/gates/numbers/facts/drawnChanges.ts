/** Changes that a diagram draws: on an arrow between two amounts, and on lines of a label named before and after. */
import type { DiagramFacts } from '../../rule.ts';
import { isChange } from './changes.ts';
import { changeWords, looseWords, relateChange } from './growth.ts';
import type { Amount, Item } from './item.ts';
import { readItem } from './item.ts';
import type { Relation } from './relation.ts';
import { readRunsOfDiagram } from './runs.ts';

/** A factor on an arrow may mean anything; where another one is the change between its ends, it means that. */
const fewestHolding = 1;

/** `a["75 orders"] -->|"2x"| b["150 orders"]` */
export function changesOnEdges({ text, symbols }: DiagramFacts): readonly Relation[] {
  const labelled = (symbols?.edges ?? []).filter(({ label }) => label !== undefined && /\d/.test(label.text));
  if (symbols === undefined || labelled.length <= fewestHolding) return [];
  const amounts = new Map(symbols.nodes.map(({ id, label }) => [id, label && onlyAmount(readItem(text, label.span))]));
  const relations = labelled.flatMap(({ from, to, label }) => {
    const item = label && readItem(text, label.span);
    const [change, other] = item?.amounts ?? [];
    const [start, end] = [amounts.get(from), amounts.get(to)];
    if (item === undefined || change === undefined || other !== undefined || !isChange(change)) return [];
    if (start === undefined || end === undefined || item.words !== '' || !isGrowth(change, start, end)) return [];
    return relateChange({ text, from: start, to: end, label: change, isLoose: false }) ?? [];
  });
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return holding >= fewestHolding && holding * 2 >= relations.length ? relations : [];
}

/** Along an arrow a factor leads to more, and a percentage has a sign. */
const isGrowth = ({ unit, sign }: Amount, from: Amount, to: Amount): boolean =>
  unit.dimension === 'factor' ? to.value * to.unit.scale > from.value * from.unit.scale : sign !== undefined;

function onlyAmount({ amounts }: Item): Amount | undefined {
  const [amount, other] = amounts;
  return other === undefined ? amount : undefined;
}

const before = /^(?:before|old|previous|previously|traditional|legacy|was|baseline)\b/i;
const after = /^(?:after|new|now|current|optimi[sz]ed|today)\b/i;

/** "Before: 2,500/s", "After: 25,000/s", "10x improvement" */
export function changesInLabels(facts: DiagramFacts): readonly Relation[] {
  return readRunsOfDiagram(facts).flatMap(({ items }) =>
    items.flatMap((item, index) => {
      const [first, second] = [items[index - 2], items[index - 1]];
      const [change, other] = item.amounts;
      if (first === undefined || second === undefined || change === undefined || other !== undefined) return [];
      if (!before.test(first.name) || !after.test(second.name) || !isChange(change)) return [];
      const [from, to] = [onlyAmount(first), onlyAmount(second)];
      if (from === undefined || to === undefined || !(change.sign !== undefined || changeWords.test(item.words)))
        return [];
      const isLoose = looseWords.test(item.words);
      return relateChange({ text: facts.text, from, to, label: change, isLoose }) ?? [];
    }),
  );
}
