/** The totals of lists, labels and mappings: an item named so, behind or in front of the items it sums up. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { isSumExpected } from './additive.ts';
import type { Item } from './item.ts';
import { inPeriod, isSameKind, partOf } from './parts.ts';
import type { Relation } from './relation.ts';
import { readRunsOfDiagram, readRunsOfDocument } from './runs.ts';
import type { Run } from './runs.ts';
import { relateTotal } from './totalOf.ts';
import { periodOf, startsAsTotal, withoutPeriod } from './words.ts';

export function totalsInLabels(facts: DiagramFacts): readonly Relation[] {
  return readRunsOfDiagram(facts).flatMap((run) => relateRun(facts.text, run));
}

export function totalsInLists(model: DocumentModel): readonly Relation[] {
  return readRunsOfDocument(model).flatMap((run) => relateRun(model.text, run));
}

const partNames: Readonly<Record<Run['kind'], string>> = { items: 'items', lines: 'lines', entries: 'entries' };

/** Items that are not clearly parts are hardly ever within this of their total; where there is nothing but parts, within more. */
const plausible = { low: 0.5, high: 2 };
const certain = { low: 0.15, high: 7 };
const fewestCertain = 3;

function relateRun(text: string, { kind, items }: Run): readonly Relation[] {
  return items.flatMap((item, index) => {
    const claim = startsAsTotal(item.name) ? claimOf(item) : undefined;
    if (claim === undefined) return [];
    const parts = partsBeside(items, index, claim);
    const named = index > 0 ? items.slice(index - parts.length, index) : items.slice(1, 1 + parts.length);
    // What is told for a month and for a year is one amount.
    if (named.some(({ name }, at) => at > 0 && isSameThing(name, named[at - 1]?.name ?? ''))) return [];
    const total = { text, claim, parts, partsName: partNames[kind], claimName: 'the total' };
    const isBorneOut =
      parts.length >= Math.max(index, fewestCertain) ||
      (parts.length === index && index > 1 && claim.unit.dimension === 'currency');
    const near = isBorneOut ? certain : plausible;
    const relation = relateTotal(total, (sum) => {
      const isNear = sum.value > claim.value * near.low && sum.value < claim.value * near.high;
      const label = [item, ...named].map(({ name }) => name).join(' ');
      return isNear && isSumExpected(claim, parts, sum, { label, isBorneOut });
    });
    return relation === undefined ? [] : [relation];
  });
}

const isSameThing = (one: string, other: string): boolean =>
  periodOf(one) !== periodOf(other) && withoutPeriod(one) === withoutPeriod(other);

/** What the total is: its one amount, or the result behind a `=`. */
function claimOf(item: Item): Quantity | undefined {
  const results = item.amounts.filter(({ isResult }) => isResult);
  const claims = results.length > 0 ? results : item.amounts.filter(({ unit }) => unit.dimension !== 'percent');
  const [claim] = claims;
  return claim === undefined || claims.length > 1 || claim.sign !== undefined ? undefined : inPeriod(claim, item.name);
}

/** The items in front of the total, or behind it where it comes first, as long as each has one amount that may be part of it. */
function partsBeside(items: readonly Item[], index: number, claim: Quantity): readonly Quantity[] {
  const parts: Quantity[] = [];
  const step = index > 0 ? -1 : 1;
  for (let at = index + step; ; at += step) {
    const part = partIn(items[at], items[index]?.name ?? '', claim);
    if (part === undefined) break;
    parts.push(part);
  }
  return step < 0 ? parts.reverse() : parts;
}

function partIn(item: Item | undefined, total: string, claim: Quantity): Quantity | undefined {
  if (item === undefined || startsAsTotal(item.name)) return undefined;
  const part = partOf(item, claim);
  if (part === 'none' || part === 'unclear' || !isSameKind(total, item, part)) return undefined;
  // Daily users are among the monthly ones.
  return part.unit.dimension === 'count' && periodOf(item.name) !== undefined ? undefined : part;
}
