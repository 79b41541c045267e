/** One amount told for a month and for a year: "Monthly savings: $224" beside "Annual savings: $2,688", and what is saved in total. */
import { createSpanMapper } from '../../../document/edits.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { boundsOf, convert } from '../../../quantities/convert.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import type { Item } from './item.ts';
import { inPeriod } from './parts.ts';
import { passagesOfDiagram, passagesOfPage, placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import { moveQuantity } from './relation.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue, writeAmount } from './report.ts';
import { readRunsOfDiagram, readRunsOfDocument } from './runs.ts';
import type { Run } from './runs.ts';
import { periodOf, withoutPeriod } from './words.ts';

export const periodPairsInDiagram = (facts: DiagramFacts): readonly Relation[] =>
  readRunsOfDiagram(facts).flatMap((run) => pairsOf(run, facts.text));
export const periodPairsInDocument = (model: DocumentModel): readonly Relation[] =>
  readRunsOfDocument(model).flatMap((run) => pairsOf(run, model.text));

/** Two items side by side whose names differ in nothing but the period. */
function pairsOf({ items }: Run, source: string): readonly Relation[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    if (before === undefined) return [];
    const [first, claim] = [moneyOf(before), moneyOf(item)];
    if (first === undefined || claim === undefined || withoutPeriod(before.name) !== withoutPeriod(item.name))
      return [];
    return relate(first, claim, source) ?? [];
  });
}

/** An item's one amount of money, in the period that its name tells. */
function moneyOf(item: Item): Quantity | undefined {
  const [amount, other] = item.amounts.filter(({ unit }) => unit.dimension === 'currency');
  if (amount === undefined || other !== undefined || amount.unit.per.length > 0 || amount.sign !== undefined)
    return undefined;
  const period = periodOf(item.name);
  // An hour's price is that of one, a month's bill that of all.
  return period === 'month' || period === 'year' ? inPeriod(amount, item.name) : undefined;
}

const totalSavings = /\btotal (?:annual|yearly|monthly) savings\W*$/i;
const headlineSavings = /^(?:[ ](?:in[ ])?(?:annual|yearly|monthly))?[ ]savings\b/i;

/** What is saved in total is one amount, wherever the page tells it: as a total, or in what it says first. */
export function savingsTotals(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const opening = endOfOpening(model);
  const told = [
    ...passagesOfPage(model).flatMap((passage) => savingsIn(passage, passage.start < opening)),
    ...facts.diagrams.flatMap((diagram) => {
      const move = createSpanMapper(diagram.block);
      return passagesOfDiagram(diagram.facts)
        .flatMap((passage) => savingsIn(passage, false))
        .map((found) => moveQuantity(found, move));
    }),
  ].sort((a, b) => a.span.start - b.span.start);
  const [first, claim, third] = told;
  // Of three, one may be the total of the others.
  if (first === undefined || claim === undefined || third !== undefined) return [];
  const relation = relate(first, claim, model.text);
  return relation === undefined ? [] : [relation];
}

/** Where the second section of a page starts. */
function endOfOpening({ blocks, text }: DocumentModel): number {
  const [, second] = blocks.filter((block) => block.kind === 'heading' && block.level === 2);
  return second?.span.start ?? text.length;
}

function savingsIn(passage: Passage, isOpening: boolean): readonly Quantity[] {
  return passage.quantities.flatMap((quantity) => {
    const { unit, sign, qualified, span } = quantity;
    const before = passage.text.slice(Math.max(0, qualified.start - 40), qualified.start);
    const after = passage.text.slice(span.end, span.end + 24);
    if (unit.dimension !== 'currency' || unit.per.length > 0 || sign !== undefined) return [];
    if (totalSavings.test(before)) return [inPeriod(placeQuantity(quantity, passage), before)];
    const headline = inPeriod(placeQuantity(quantity, passage), after);
    return isOpening && headlineSavings.test(after) && headline.unit.period !== undefined ? [headline] : [];
  });
}

/** Nearer than this, one of the two is rounded. */
const near = 0.05;

function relate(first: Quantity, claim: Quantity, source: string): Relation | undefined {
  const rate = convert(first.unit, claim.unit);
  const isLimit = [first, claim].some(({ atLeast, atMost, value, high }) => atLeast || atMost || value !== high);
  if (rate === undefined || isLimit) return undefined;
  const value = first.value * rate.by;
  const [one, other] = [boundsOf(first), boundsOf(claim)];
  const slack = rate.slack + near;
  const isSame = one.low * rate.by * (1 - slack) <= other.high && one.high * rate.by * (1 + slack) >= other.low;
  if (isSame) return { claim, parts: [first], contradiction: undefined };
  const right = writeAmount(source, claim, value);
  const said =
    first.unit.period === claim.unit.period
      ? `It is ${quote(source, first)} elsewhere and ${quote(source, claim)} here`
      : `${quote(source, first)}${periodWords(first, claim)} is ${right}, the page says ${quote(source, claim)}`;
  return {
    claim,
    parts: [first],
    contradiction: {
      message: `${said}: correct whichever is wrong.`,
      span: claim.span,
      fixes: [replaceValue(source, `Replace it with ${right}`, claim, value)],
      related: [{ span: first.span, message: 'The same amount' }],
    },
  };
}

/** "$224 a month" where the name told the period. */
const periodWords = ({ unit, span, digits }: Quantity, { unit: other }: Quantity): string =>
  unit.period === undefined || unit.period === other.period || span.end - digits.end > 2 ? '' : ` a ${unit.period}`;
