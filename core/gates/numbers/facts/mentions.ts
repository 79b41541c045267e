/** Named quantities as they are compared with one another: by the words of their name, in the unit and period that are meant. */
import type { Quantity } from '../../../quantities/model.ts';
import type { DocumentFacts } from '../../rule.ts';
import { namedQuantitiesOf } from './namedQuantities.ts';
import type { NamedQuantity } from './namedQuantities.ts';
import { inPeriod } from './parts.ts';
import { nameWords } from './quantityNames.ts';
import { periodOf } from './words.ts';

export interface Mention extends NamedQuantity {
  /** The words of its name, sorted. */
  readonly name: readonly string[];
  /** In the period that its name or what it stands under tells; of a count without what is counted, which is in its name. */
  readonly amount: Quantity;
}

/** A name that stands in more places than this is the name of many things. */
const mostMentions = 12;

/** The mentions of each name that measure the same. */
export function mentionsByName(facts: DocumentFacts): readonly (readonly Mention[])[] {
  const groups = new Map<string, Mention[]>();
  for (const each of namedQuantitiesOf(facts)) {
    const mention = mentionOf(each);
    if (mention === undefined) continue;
    const { dimension, name, per } = mention.amount.unit;
    const key = `${mention.name.join(' ')}\n${dimension} ${name} ${per.join('/')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= mostMentions);
}

/** A sentence tells more of an amount than what it measures. */
const mostWordsBehind = 4;

function mentionOf(each: NamedQuantity): Mention | undefined {
  const { names, counted, under, rest, quantity } = each;
  const { unit, sign, atMost } = quantity;
  if (sign !== undefined || atMost || unit.dimension === 'factor') return undefined;
  // The last row of a table is the total of that table.
  if (names.length > 1 && /^(?:grand |sub-?)?totals?$/i.test(names[0] ?? '')) return undefined;
  // An hour's price is that of one.
  if (unit.dimension === 'currency' && names.some((name) => periodOf(name) === 'hour')) return undefined;
  // What is measured may stand behind the amount: "95% hit rate".
  const clause = /^[^,.;:()|–—]*/.exec(rest)?.[0] ?? '';
  const behind = unit.dimension === 'currency' ? [] : nameWords(clause);
  if (behind.length > mostWordsBehind) return undefined;
  const name = [...new Set([...names.flatMap(nameWords), ...nameWords(counted), ...behind])].sort();
  if (name.length === 0) return undefined;
  const plain = unit.dimension === 'count' ? { ...quantity, unit: { ...unit, name: '' } } : quantity;
  if (unit.dimension === 'duration') return { ...each, name, amount: plain };
  const near = unit.dimension === 'currency' ? (/^[a-z]+/i.exec(rest)?.[0] ?? '') : clause;
  const around = unit.dimension === 'currency' ? under : [];
  return { ...each, name, amount: inPeriodOf(plain, [near, ...names.toReversed(), ...around.toReversed()]) };
}

/** The amount in the period that the first of `labels` tells which tells one. */
export const inPeriodOf = (amount: Quantity, labels: readonly string[]): Quantity => labels.reduce(inPeriod, amount);
