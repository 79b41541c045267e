/** Reads and writes amounts of money, with the digits, magnitude and currency they were written with. */
import { readQuantity } from '../quantities/find.ts';
import { groupDigits } from '../quantities/groupDigits.ts';
import type { Period } from '../quantities/model.ts';
import { currencyCodes, currencySigns } from '../quantities/units.ts';

export interface Amount {
  /** In whole units of the currency. */
  readonly value: number;
  /** 1000 of `$33.4K`; 1 of plain digits. */
  readonly magnitude: number;
  readonly currency: string | undefined;
  readonly period: Period | undefined;
}

const plainNumber = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;

/** Below it sums stay exact to the cent; no bill comes near. */
const most = 1e12;

/** The amount a cell holds; undefined where it holds anything else. `(12.50)` is what accountants write for `-12.50`. */
export function readAmount(cell: string): Amount | undefined {
  const amount = readAny(cell.trim());
  return amount !== undefined && Math.abs(amount.value) < most ? amount : undefined;
}

function readAny(text: string): Amount | undefined {
  const accounted = /^\((.*)\)$/.exec(text)?.[1];
  if (accounted !== undefined) {
    const amount = readAmount(accounted);
    return amount && { ...amount, value: -amount.value };
  }
  if (/\d/.test(text) && plainNumber.test(text)) {
    return { value: Number(text.replaceAll(',', '')), magnitude: 1, currency: undefined, period: undefined };
  }
  const before = text.replace(/^([-+]?)([\d.,]+)\s*(\p{Sc})$/u, '$1$3$2');
  const quantity = readQuantity(before.replace(/^([-+]?)\s*(\p{Sc})\s*(?=\d)/u, '$1$2'));
  if (quantity === undefined || quantity.value !== quantity.high) return undefined;
  const { value, magnitude, unit } = quantity;
  const isMoney = unit.dimension === 'currency';
  if (!isMoney && (unit.dimension !== 'count' || unit.name !== '')) return undefined;
  return { value, magnitude, currency: isMoney ? unit.name : undefined, period: unit.period };
}

const signs: ReadonlyMap<string, string> = new Map([...currencySigns].map(([sign, code]) => [code, sign]));

/** A currency that a heading or a cell names: `Cost ($)`, `Amount, EUR`. */
export function currencyIn(words: string): string | undefined {
  const sign = /\p{Sc}/u.exec(words)?.[0];
  return currencySigns.get(sign ?? '') ?? words.match(/\b[A-Z]{3}\b/g)?.find((word) => currencyCodes.has(word));
}

/** What a heading says its figures are multiplied by: `Cost, $K`, `USD (millions)`. */
export function magnitudeIn(words: string): number {
  if (/[$€£¥₹]\s?K\b|\bthousands?\b|\bin K\b|\b[A-Z]{3} ?K\b|\(K\)/i.test(words)) return 1e3;
  return /[$€£¥₹]\s?M(?:M|n)?\b|\bmillions?\b|\bin M\b|\(M\)/.test(words) ? 1e6 : 1;
}

const adverbs: readonly (readonly [RegExp, Period])[] = [
  [/\bmonth(?:ly)?\b|\/mo\b|\/month\b/i, 'month'],
  [/\b(?:year(?:ly)?|annual(?:ly)?)\b|\/yr\b|\/year\b/i, 'year'],
  [/\b(?:day|daily)\b/i, 'day'],
  [/\b(?:week|weekly)\b/i, 'week'],
  [/\b(?:hour|hourly)\b|\/hr\b/i, 'hour'],
  [/\bquarter(?:ly)?\b/i, 'quarter'],
];

export const periodIn = (words: string): Period | undefined => adverbs.find(([pattern]) => pattern.test(words))?.[1];

/** How the amounts of one source are written: all with one currency, magnitude and number of decimals. */
export interface MoneyStyle {
  readonly currency: string;
  readonly magnitude: number;
  readonly decimals: number;
}

const letters: ReadonlyMap<number, string> = new Map([
  [1e3, 'K'],
  [1e6, 'M'],
  [1e9, 'B'],
]);

/** `$K` or `CHF`: the unit as a column's heading names it. */
export function unitOf({ currency, magnitude }: MoneyStyle): string {
  const letter = letters.get(magnitude) ?? '';
  const sign = signs.get(currency);
  return sign === undefined ? `${currency}${letter === '' ? '' : ` ${letter}`}` : `${sign}${letter}`;
}

/** The bare digits, as a chart takes them. */
export const digitsOf = (value: number, { magnitude, decimals }: MoneyStyle): string =>
  (value / magnitude).toFixed(decimals);

/** `$104.5K`, `-$12.50`, `CHF 1,200`. */
export function writeMoney(value: number, style: MoneyStyle): string {
  const digits = groupDigits(digitsOf(Math.abs(value), style));
  const sign = signs.get(style.currency);
  return `${value < 0 ? '-' : ''}${sign ?? `${style.currency} `}${digits}${letters.get(style.magnitude) ?? ''}`;
}

/** The value as it reads once it is written: what is added up must be what stands there. */
export const rounded = (value: number, style: MoneyStyle): number => Number(digitsOf(value, style)) * style.magnitude;

/** The sum of values as they are written, free of what binary fractions would add. */
export function sumOf(values: readonly number[], style: MoneyStyle): number {
  const step = 10 ** style.decimals / style.magnitude;
  return values.reduce((sum, value) => sum + Math.round(value * step), 0) / step;
}
