/** What an investment brings: the ROI and the payback time that are told beside the investment and its yearly return. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { secondsPer } from '../../../quantities/units.ts';
import type { DiagramFacts } from '../../rule.ts';
import { sayDuration } from './durationWords.ts';
import type { Item } from './item.ts';
import { inPeriod } from './parts.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import { readRunsOfDiagram, readRunsOfDocument } from './runs.ts';

const invested = /\b(?:invest(?:ment|ed)|up-?front|implementation cost|migration cost|one-time cost)\b/i;
const returned = /\b(?:savings?|saved|returns?|benefits?|gains?|revenue|profit)\b/i;
const roi = /\b(?:roi|return on investment)\b/i;
const payback = /\b(?:payback|pay-?back|break-?even)\b/i;
/** Of a yearly return nobody tells the ROI of more years than this. */
const mostYears = 5;
/** What is reckoned in the head is rounded. */
const looseness = 0.1;
/** More returns than this, and one choice of them would come out by chance. */
const mostReturns = 3;

export const returnsInDiagram = (facts: DiagramFacts): readonly Relation[] =>
  readRunsOfDiagram(facts).flatMap(({ items }) => relateItems(items, facts.text));

export const returnsInDocument = (model: DocumentModel): readonly Relation[] =>
  readRunsOfDocument(model).flatMap(({ items }) => relateItems(items, model.text));

function relateItems(items: readonly Item[], text: string): readonly Relation[] {
  const [rate, otherRate] = items.flatMap((item) => (roi.test(item.name) ? (claimOf(item, 'percent') ?? []) : []));
  const [time, otherTime] = items.flatMap((item) => (payback.test(item.name) ? (claimOf(item, 'duration') ?? []) : []));
  if (rate === undefined && time === undefined) return [];
  const money = items.filter(({ name }) => !roi.test(name) && !payback.test(name));
  const [cost, otherCost] = money.filter(({ name }) => invested.test(name)).map(onlyMoney);
  const returns = money.filter(({ name }) => returned.test(name) && !invested.test(name)).map(onlyMoney);
  const yearly = returns.flatMap((amount) => (amount === undefined ? [] : (perYear(amount) ?? [])));
  if (cost === undefined || otherCost !== undefined || cost.value <= 0) return [];
  if (returns.length === 0 || returns.length > mostReturns || yearly.length < returns.length) return [];
  const parts = [cost, ...returns.flatMap((amount) => amount ?? [])];
  const ratios = sumsOf(yearly).map((sum) => sum / cost.value);
  return [
    ...(rate === undefined || otherRate !== undefined ? [] : [relateRate(rate, ratios, parts, text)]),
    ...(time === undefined || otherTime !== undefined ? [] : [relateTime(time, ratios, parts, text)]),
  ];
}

/** What each choice of the returns makes together. */
const sumsOf = (amounts: readonly number[]): readonly number[] =>
  amounts.reduce<readonly number[]>((sums, amount) => [...sums, amount, ...sums.map((sum) => sum + amount)], []);

/** Both ways of reckoning are common: what comes back for what was paid, and what is left of that. */
function relateRate(claim: Quantity, ratios: readonly number[], parts: readonly Quantity[], text: string): Relation {
  const years = Array.from({ length: mostYears }, (_, index) => index + 1);
  const rates = ratios.flatMap((ratio) => years.flatMap((count) => [100 * count * ratio, 100 * (count * ratio - 1)]));
  const holds = rates.some((rate) => Math.abs(rate - claim.value) <= claim.precision + looseness * Math.abs(rate));
  const [whole = 0] = ratios.slice(-1);
  const [gross, net] = [Math.round(100 * whole), Math.round(100 * (whole - 1))];
  return relation(claim, parts, holds, `are ${gross} % a year, or ${net} % without what was paid`, text);
}

function relateTime(claim: Quantity, ratios: readonly number[], parts: readonly Quantity[], text: string): Relation {
  const times = ratios.map((ratio) => secondsPer.year / ratio);
  const slack = claim.precision * claim.unit.scale;
  const holds = times.some(
    (time) =>
      time * (1 + looseness) + slack >= claim.value * claim.unit.scale &&
      time * (1 - looseness) - slack <= claim.high * claim.unit.scale,
  );
  const [least = 0] = times.slice(-1);
  return relation(claim, parts, holds, `pay it back after ${sayDuration({ least, most: least })}`, text);
}

function relation(claim: Quantity, parts: readonly Quantity[], holds: boolean, what: string, text: string): Relation {
  const [cost, ...returns] = parts;
  const told = returns.map((part) => withPeriod(quote(text, part), part)).join(' and ');
  return {
    claim,
    parts,
    contradiction: holds
      ? undefined
      : {
          message: `${told} for ${cost === undefined ? '' : quote(text, cost)} ${what}; the page says ${quote(text, claim)}: correct whichever is wrong.`,
          span: claim.span,
          related: parts.map(({ span }, index) => ({
            span,
            message: index === 0 ? 'What was paid' : 'What it brings',
          })),
        },
  };
}

const withPeriod = (written: string, { unit }: Quantity): string =>
  unit.period === undefined || written.includes('/') ? written : `${written} a ${unit.period}`;

function claimOf({ amounts }: Item, dimension: 'percent' | 'duration'): Quantity | undefined {
  const [claim, other] = amounts.filter(({ unit }) => unit.dimension === dimension);
  const isPlain = claim?.sign === undefined && !claim?.atLeast && !claim?.atMost && claim?.unit.period === undefined;
  return other === undefined && isPlain ? claim : undefined;
}

function onlyMoney(item: Item): Quantity | undefined {
  const [amount, other] = item.amounts.filter(({ unit }) => unit.dimension === 'currency');
  const isPlain = amount?.value === amount?.high && !amount?.atMost && !amount?.atLeast;
  return amount === undefined || other !== undefined || !isPlain ? undefined : inPeriod(amount, item.text);
}

/** What it comes to in a year; undefined where no period is told. */
function perYear({ value, unit: { period, per } }: Quantity): number | undefined {
  return period === undefined || per.length > 0 ? undefined : (Math.abs(value) * secondsPer.year) / secondsPer[period];
}
