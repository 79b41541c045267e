/** Pages whose figures agree, with one figure changed by a clear amount. */
import type { NumberRule, Relation } from '../../../core/gates/numbers/facts/relation.ts';
import type { Span } from '../../../core/model.ts';
import { convert } from '../../../core/quantities/convert.ts';
import type { Quantity } from '../../../core/quantities/model.ts';
import { writeQuantity } from '../../../core/quantities/write.ts';
import { factsOf } from './pages.ts';
import type { Page } from './pages.ts';

export interface Mutant {
  readonly page: Page;
  readonly rule: NumberRule;
  /** What was changed: the figure that says what the others amount to, or one of the others. */
  readonly role: 'claim' | 'part';
  readonly place: Span;
  readonly was: string;
  readonly is: string;
  readonly text: string;
}

/** By how much of what it is compared with a figure is changed: enough to be wrong however it was rounded. */
const clear = 0.53;
/** What may be off by a factor is changed by clearly more than that. */
const clearOfFactor = 1.5;
/** Shares whose sum is far from 100 are no shares: a wrong one is wrong by less. */
const clearOfWhole = 0.06;

/** Of each relation that holds, its claim changed, and each of its parts; at most `mostParts` of a long list. */
export function mutantsOf(page: Page, rules: readonly NumberRule[], mostParts: number): readonly Mutant[] {
  const facts = factsOf(page, page.text);
  return rules.flatMap((rule) =>
    rule
      .relate(facts)
      .filter(({ contradiction }) => contradiction === undefined)
      .flatMap((relation) => {
        const { claim, parts } = relation;
        const isRange = isInRange(relation);
        const changes = [
          ...(claim === undefined ? [] : [{ role: 'claim' as const, figure: claim }]),
          ...(isRange ? [] : spread(parts, mostParts)).map((figure) => ({ role: 'part' as const, figure })),
        ];
        return changes.flatMap(({ role, figure }) => mutate(page, rule, role, figure, relation) ?? []);
      }),
  );
}

/** The first and the last of a list, and as many between as are wanted. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, index) => items[Math.round((index * (items.length - 1)) / (most - 1))],
  ).filter((item) => item !== undefined);
}

function mutate(
  page: Page,
  rule: NumberRule,
  role: Mutant['role'],
  figure: Quantity,
  relation: Relation,
): Mutant | undefined {
  const value = changedValue(figure, relation);
  const { digits, span } = figure;
  // A range, a difference or a figure told in two units is not changed by changing its digits.
  const written = Number(page.text.slice(digits.start, digits.end).replaceAll(/[,_]/g, ''));
  const isPlain =
    written * figure.magnitude === figure.value && figure.high === figure.value && figure.sign === undefined;
  if (value === undefined || !isPlain) return undefined;
  const was = page.text.slice(span.start, span.end);
  const is = writeQuantity(page.text, figure, value);
  if (is === was) return undefined;
  const text = page.text.slice(0, span.start) + is + page.text.slice(span.end);
  return { page, rule, role, place: figure.span, was, is, text };
}

function changedValue(figure: Quantity, relation: Relation): number | undefined {
  const { claim, parts } = relation;
  const { value, unit } = figure;
  // 99.95 % is changed where it matters: in what it leaves.
  const isUptime = unit.dimension === 'percent' && value >= 90 && claim?.unit.dimension === 'duration';
  if (isUptime) return 100 - 5 * (100 - value);
  if (isChange(relation)) return changedChange(figure, relation);
  if (claim === undefined) return value + clearOfWhole * parts.reduce((sum, part) => sum + part.value, 0);
  const rate = convert(claim.unit, unit)?.by;
  const step = rate === undefined ? Math.abs(value) : Math.abs(claim.value) * rate;
  const change = Math.max(clear, clearOfFactor * ((relation.within ?? 1) - 1));
  const changed = beyondRange(relation) ?? value + change * Math.max(step, Math.abs(value));
  return figure.magnitude === 1 && figure.precision === 0.5 ? Math.ceil(changed) : changed;
}

/** A percentage or factor between two amounts that measure the same. */
function isChange({ claim, parts }: Relation): boolean {
  const [from, to] = parts;
  const isRelative = claim?.unit.dimension === 'percent' || claim?.unit.dimension === 'factor';
  return isRelative && from !== undefined && from.unit.dimension === to?.unit.dimension;
}

/** "50 % faster" may be told of either amount: what is wrong by half may be right in the other reading. */
const clearOfChange = 1.6;
/** From here on a change is told by what it leaves: "99 % less" of 4 hours is right of 7 hours too. */
const nearlyAll = 80;
const lessOfBase = 0.2;

function changedChange(figure: Quantity, { claim, parts: [base] }: Relation): number {
  const { value } = figure;
  const isNearlyAll = claim?.unit.dimension === 'percent' && Math.abs(claim.value) >= nearlyAll;
  const changed = value * (isNearlyAll && figure === base ? lessOfBase : 1 + clearOfChange);
  return figure.magnitude === 1 && figure.precision === 0.5 ? Math.ceil(changed) : changed;
}

/** Whether the claim has to lie between the two parts, as a chart's value lies between the ends of its axis. */
const isInRange = ({ claim, parts }: Relation): boolean => claim?.precision === 0 && parts.length === 2;

/** A value of a chart is clear of its range by half of the range's length. */
function beyondRange(relation: Relation): number | undefined {
  const [low, high] = relation.parts;
  if (!isInRange(relation) || low === undefined || high === undefined) return undefined;
  return high.value + (high.value - low.value) / 2;
}
