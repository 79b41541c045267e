/** Makes a bill of what was read: one currency, one way of writing amounts, equal names added up, the total checked. */
import { currencyIn, digitsOf, magnitudeIn, readAmount, rounded, sumOf, writeMoney } from '../money.ts';
import type { Amount, MoneyStyle } from '../money.ts';
import type { OptionValues, Read } from '../source.ts';
import type { Bill, BillItem } from './model.ts';

/** A row as it was read. */
export interface Entry {
  readonly name: string;
  readonly line: number;
  readonly amount: Amount;
  readonly lever: { readonly what: string; readonly after: number; readonly amount: Amount } | undefined;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** What the text itself says they add up to. */
  readonly total: Entry | undefined;
  readonly users: Bill['users'];
  /** What names the amounts: it may say their currency and magnitude. */
  readonly heading: string;
  readonly headerLine: number | undefined;
  readonly period: Bill['period'];
  readonly days: string | undefined;
}

export function buildBill(read: Entries, options: OptionValues): Read<Bill> {
  const { entries, total, heading, headerLine } = read;
  const [first] = entries;
  if (first === undefined) return { problem: 'there is no row with an amount', line: headerLine };
  const known = options['currency']?.toUpperCase() ?? currencyIn(heading);
  const currency = known ?? entries.find(({ amount }) => amount.currency !== undefined)?.amount.currency;
  if (currency === undefined) return { needs: 'currency' };
  const foreign = entries.find(({ amount }) => amount.currency !== undefined && amount.currency !== currency);
  if (foreign !== undefined) {
    return { problem: `this amount is in ${foreign.amount.currency ?? ''}, the others are in ${currency}: they cannot be added up`, line: foreign.line }; // prettier-ignore
  }
  const scaled = inWholeUnits(read, magnitudeIn(heading));
  const style = styleOf(scaled, currency);
  const items = addUp(scaled.entries, style);
  const sum = sumOf(items.map(({ cost }) => cost), style); // prettier-ignore
  const exact = scaled.entries.reduce((all, { amount }) => all + amount.value, 0);
  if (scaled.total !== undefined && Math.abs(scaled.total.amount.value - exact) > leeway(style)) {
    const said = writeMoney(scaled.total.amount.value, style);
    return { problem: `the total says ${said}, the rows add up to ${writeMoney(sum, style)}: correct whichever is wrong`, line: total?.line }; // prettier-ignore
  }
  if (!(sum > 0)) return { problem: 'the amounts add up to nothing that could be drawn', line: first.line };
  const users = options['users'] === undefined ? read.users : { count: readAmount(options['users'])?.value ?? 0, line: undefined }; // prettier-ignore
  const period = read.period ?? entries.find(({ amount }) => amount.period !== undefined)?.amount.period;
  return { model: { items, style, period, days: read.days, users } };
}

/** Plain figures under a heading in thousands are thousands. */
function inWholeUnits(read: Entries, by: number): Pick<Entries, 'entries' | 'total'> {
  if (by === 1) return read;
  const scale = (amount: Amount): Amount =>
    amount.magnitude === 1 ? { ...amount, value: amount.value * by, magnitude: by } : amount;
  const scaleEntry = (entry: Entry): Entry => ({
    ...entry,
    amount: scale(entry.amount),
    lever: entry.lever && {
      ...entry.lever,
      amount: scale(entry.lever.amount),
      after: scale(entry.lever.amount).value,
    },
  });
  return { entries: read.entries.map(scaleEntry), total: read.total && scaleEntry(read.total) };
}

/** Written as the text writes them: with its magnitude where all share one, and with as few decimals as lose nothing, three at most. */
function styleOf({ entries }: Pick<Entries, 'entries'>, currency: string): MoneyStyle {
  const amounts = entries.flatMap(({ amount, lever }) => (lever === undefined ? [amount] : [amount, lever.amount]));
  const magnitude = Math.min(...amounts.map((amount) => amount.magnitude));
  // Cents are written with both digits.
  const decimals = (magnitude === 1 ? [0, 2] : [0, 1, 2, 3]).find((count) =>
    amounts.every(({ value }) => Math.abs(Number((value / magnitude).toFixed(count)) - value / magnitude) < 1e-9),
  );
  return { currency, magnitude, decimals: decimals ?? (magnitude === 1 ? 2 : 3) };
}

/** One item for each name; what rounds to nothing is left out. */
function addUp(entries: readonly Entry[], style: MoneyStyle): readonly BillItem[] {
  const byName = new Map<string, { cost: number; lines: number[]; levers: Entry[] }>();
  for (const entry of entries) {
    const same = byName.get(entry.name) ?? { cost: 0, lines: [], levers: [] };
    same.cost += entry.amount.value;
    same.lines.push(entry.line);
    if (entry.lever !== undefined) same.levers.push(entry);
    byName.set(entry.name, same);
  }
  return [...byName]
    .map(([name, { cost, lines, levers }]): BillItem => {
      const [lever] = levers.flatMap((each) => each.lever ?? []);
      const isOne = lines.length === 1 && lever !== undefined;
      return {
        name,
        cost: rounded(cost, style),
        lines,
        lever: isOne ? { what: lever.what, after: rounded(lever.after, style) } : undefined,
      };
    })
    .filter(({ cost }) => Number(digitsOf(cost, style)) !== 0)
    .sort((a, b) => b.cost - a.cost);
}

/** Half a unit of the last digit for the total, and as much for its parts, which may have been rounded. */
const leeway = ({ magnitude, decimals }: MoneyStyle): number => (magnitude / 10 ** decimals) * (1 + 1e-6);
