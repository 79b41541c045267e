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
import { periodOf, startsAsTotal } from './words.ts';

export function totalsInLabels(facts: DiagramFacts): readonly Relation[] {
  return readRunsOfDiagram(facts).flatMap((run) => relateRun(facts.text, run));
}

export function totalsInLists(model: DocumentModel): readonly Relation[] {
  return readRunsOfDocument(model).flatMap((run) => relateRun(model.text, run));
}

const partNames: Readonly<Record<Run['kind'], string>> = { items: 'items', lines: 'lines', entries: 'entries' };

/** Items that are not clearly parts are hardly ever within this of their total. */
const plausible = { low: 0.5, high: 2 };

function relateRun(text: string, { kind, items }: Run): readonly Relation[] {
  return items.flatMap((item, index) => {
    const claim = startsAsTotal(item.name) ? claimOf(item) : undefined;
    if (claim === undefined) return [];
    const before = partsBeside(items.slice(0, index).reverse(), item, claim);
    const parts = before.length > 1 || index > 0 ? before : partsBeside(items.slice(1), item, claim);
    const total = { text, claim, parts, partsName: partNames[kind], claimName: 'the total' };
    const relation = relateTotal(total, (sum) => {
      const isNear = sum.value > claim.value * plausible.low && sum.value < claim.value * plausible.high;
      return isNear && isSumExpected(claim, parts, sum, [item, ...items].map(({ name }) => name).join(' '));
    });
    return relation === undefined ? [] : [relation];
  });
}

/** What the total is: its one amount, or the result behind a `=`. */
function claimOf(item: Item): Quantity | undefined {
  const results = item.amounts.filter(({ isResult }) => isResult);
  const claims = results.length > 0 ? results : item.amounts.filter(({ unit }) => unit.dimension !== 'percent');
  const [claim] = claims;
  return claim === undefined || claims.length > 1 || claim.sign !== undefined ? undefined : inPeriod(claim, item.name);
}

/** The items next to the total as long as each has one amount that may be part of it. */
function partsBeside(items: readonly Item[], total: Item, claim: Quantity): readonly Quantity[] {
  const parts: Quantity[] = [];
  for (const item of items) {
    const part = startsAsTotal(item.name) ? 'none' : partOf(item, claim);
    if (part === 'none' || part === 'unclear' || !isSameKind(total.name, item, part)) break;
    // Daily users are among the monthly ones.
    if (part.unit.dimension === 'count' && periodOf(item.name) !== undefined) break;
    parts.push(part);
  }
  return parts.reverse();
}
