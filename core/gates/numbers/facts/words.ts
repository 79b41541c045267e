/** The words by which a label says what its amount is: a total, a mean, a share, a period, a kind of money. */
import type { Period } from '../../../quantities/model.ts';

const totalAtStart = /^(?:grand[ -]|sub[ -]?)?(?:total|totals|sum|overall|combined|altogether)\b/i;
const totalAtEnd = /\b(?:total|totals|sum)\W*$/i;

/** "Total", "Total monthly cost", "Grand total": a name of which the total is the first word. */
export const startsAsTotal = (name: string): boolean => totalAtStart.test(name);

/** "Total", "Total monthly cost", "Grand total", "Compute total"; not "Total ordering" (which has no amount anyway). */
export function isTotalLabel(label: string): boolean {
  return totalAtStart.test(label) || totalAtEnd.test(label);
}

/** Amounts of which a table's last row tells a mean, a change or an extreme rather than a sum. */
const notAdditive =
  /\b(?:average|avg|mean|median|p\d\d|percentile|latency|rate|ratio|price|per|growth|change|delta|increase|reduction|improvement|score|rating|quality|utili[sz]ation|uptime|availability|sla|slo|target|efficiency|roi|timeframe|timeline|duration|window|rank|max|min|peak|limit|threshold)\b/i;

export function isAdditiveLabel(label: string): boolean {
  return !notAdditive.test(label);
}

/** Kinds of money that do not add up to one another: what is spent or lost, saved, earned, and what is left of it. */
const kinds: readonly RegExp[] = [
  /\b(?:saved?|savings?|benefits?|avoided)\b/i,
  /\b(?:costs?|spend|spending|expenses?|tco|budget|bill|invest(?:ment|ments|ed)?|loss|losses|fines?|penalt(?:y|ies)|damages?)\b/i,
  /\b(?:revenue|sales|income|gmv)\b/i,
  /\b(?:profit|margin|roi|net)\b/i,
];

/** Which kinds of money a label names, as bits. */
export function kindsOf(label: string): number {
  return kinds.reduce((bits, kind, index) => (kind.test(label) ? bits | (1 << index) : bits), 0);
}

const periods: readonly (readonly [RegExp, Period])[] = [
  [/\b(?:annual|annually|yearly|per year|a year)\b/i, 'year'],
  [/\bquarterly\b/i, 'quarter'],
  [/\b(?:monthly|per month|a month)\b/i, 'month'],
  [/\bweekly\b/i, 'week'],
  [/\bdaily\b/i, 'day'],
  [/\bhourly\b/i, 'hour'],
];

/** The one period a label names: `month` of "Monthly cost". */
export function periodOf(label: string): Period | undefined {
  const named = periods.filter(([word]) => word.test(label)).map(([, period]) => period);
  return named.length === 1 ? named[0] : undefined;
}

const periodWord =
  /\b(?:monthly|per month|a month|annual|annually|yearly|per year|a year|quarterly|daily|weekly|hourly)\b/gi;

/** A name without the period it names: "monthly fuel" and "Yearly fuel" name one thing. */
export const withoutPeriod = (name: string): string =>
  name.toLowerCase().replaceAll(periodWord, '').replaceAll(/[^a-z]+/g, ' ').trim(); // prettier-ignore
