/** Reads a bill from whatever a provider or a person wrote: finds the columns, adds up what belongs together. */
import { LineTable } from '../../document/lines.ts';
import { currencyIn, periodIn, readAmount } from '../money.ts';
import type { Amount } from '../money.ts';
import { readRecords } from '../records.ts';
import type { Records } from '../records/model.ts';
import type { OptionValues, Read, SourceInput } from '../source.ts';
import { buildBill } from './build.ts';
import type { Entry } from './build.ts';
import { readCostColumns, readCostExplorerJson } from './costExplorer.ts';
import { withPoints } from './decimals.ts';
import type { Bill } from './model.ts';

const itemNames = [
  /^service(?:[ ._]?(?:description|name))?$/i,
  /^service\b/i,
  /^(?:item|component|category|resource|product|name|what|team|area)\b/i,
];
const costNames = [
  /^(?:pretax)?cost(?:in[a-z]+|usd)$/i,
  /^(?:unblended[ _]?|total[ _]?|current[ _]?|monthly[ _]?|annual[ _]?|yearly[ _]?)?(?:costs?|spend|amount|billed|price|now)\b/i,
  /\b(?:costs?|kosten|betrag|coûts?|montant|costos?|coste|importe|custos?)(?![\p{L}])/iu,
  /\b(?:spend|amount|price|billed)\b/i,
];
/** What is saved, what one costs, a share: figures about costs, and not the costs. */
const otherFigures = /per[ _-](?!month|year|day|hour)|saved|saving|%/i;
/** What a column of one of several periods is called. */
const periodName =
  /\b(?:Q[1-4]|H[12]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)|20\d\d|(?:week|month) ?\d+)\b/i;
const discountName = /\b(?:discounts?|credits?|promotions?)\b/i;
const paidName = /^(?:sub-?total|net(?: cost)?|total)\b/i;
const leverName = /\b(?:lever|optimi[sz]ation|action|measure|how|what makes it cheaper)\b/i;
const afterName = /^(?:after|target|new|optimi[sz]ed|reduced)\b/i;
const totalName = /^(?:grand |sub-?)?totals?\b|^sum\b|^overall\b|^(?:summe|gesamt|somme|suma)(?![\p{L}])/iu;
const usersName = /^(?:(?:monthly|daily|active|paying|total) )*(?:users|customers|subscribers|MAU|DAU)$/i;

export function readBill({ text }: SourceInput, options: OptionValues): Read<Bill> {
  if (/"ResultsByTime"\s*:/.test(text)) {
    const read = readCostExplorerJson(text, new LineTable(text));
    return 'problem' in read ? read : buildBill(read, options);
  }
  const read = readRecords(text);
  if ('problem' in read) return read;
  const tables = read.map(withPoints);
  const wide = tables.map(readCostColumns).find((read) => read !== undefined);
  if (wide !== undefined) return buildBill(wide, options);
  const table = tables.map((records) => ({ records, columns: findColumns(records) })).find(({ columns }) => columns);
  if (table?.columns === undefined) {
    return { problem: 'no column names a cost: call one “cost”, “amount” or “spend”', line: tables[0]?.headerLine };
  }
  return readRows(table.records, table.columns, options);
}

interface Columns {
  readonly item: string;
  /** Of several periods there is one each: they are added up. */
  readonly costs: readonly string[];
  readonly lever: string | undefined;
  readonly after: string | undefined;
  readonly currency: string | undefined;
}

function findColumns({ columns, rows }: Records): Columns | undefined {
  const sample = rows.slice(0, 50);
  const amounts = (column: string): number =>
    sample.filter(({ fields }) => readAmount(fields.get(column) ?? '') !== undefined).length;
  const isFigures = (column: string): boolean => amounts(column) * 2 > sample.length;
  const named = costNames.flatMap((name) =>
    columns.filter((column) => name.test(column) && !afterName.test(column) && !otherFigures.test(column)),
  );
  // Where discounts stand in a column of their own, what is paid stands behind them.
  const paid = columns.some((column) => discountName.test(column)) ? columns.find((column) => paidName.test(column) && isFigures(column)) : undefined; // prettier-ignore
  const cost = paid ?? named.find(isFigures) ?? named[0];
  const periods = columns.filter((column) => periodName.test(column) && !otherFigures.test(column) && amounts(column) > 0); // prettier-ignore
  const isWhole = cost !== undefined && isFigures(cost) && !periods.includes(cost);
  const costs = !isWhole && periods.length > 1 ? periods : cost === undefined ? [] : [cost];
  const others = columns.filter((column) => !costs.includes(column) && !isFigures(column));
  const item = itemNames.flatMap((name) => others.filter((column) => name.test(column)))[0] ?? others[0];
  if (costs.length === 0 || item === undefined) return undefined;
  return {
    item,
    costs,
    lever: others.find((column) => column !== item && leverName.test(column)),
    after: columns.find((column) => !costs.includes(column) && afterName.test(column) && amounts(column) > 0),
    // What the heading says of its own amounts counts more.
    currency: currencyIn(headingOf(costs)) === undefined ? columns.find((column) => /^currency$|^unit$|\.unit$/i.test(column)) : undefined, // prettier-ignore
  };
}

/** The words over the amounts; `CostUSD` is two of them. */
const headingOf = (costs: readonly string[]): string => costs.join(' ').replaceAll(/(?<=[a-z])(?=[A-Z]{3}\b)/g, ' ');

/** The amounts of a row in one; periods in which nothing was paid are passed over. */
function addedUp(cells: readonly string[]): { readonly amount: Amount | undefined; readonly wrong: string } {
  const paid = cells.length > 1 ? cells.filter((cell) => !/^[-–—]?$/.test(cell.trim())) : cells;
  const amounts = paid.map(readAmount);
  const [first] = amounts;
  const wrong = paid[amounts.indexOf(undefined)];
  if (first === undefined || wrong !== undefined) return { amount: undefined, wrong: wrong ?? '' };
  const value = amounts.reduce((sum, amount) => sum + (amount?.value ?? 0), 0);
  return {
    amount: { ...first, value, magnitude: Math.min(...amounts.map((amount) => amount?.magnitude ?? 1)) },
    wrong: '',
  };
}

function readRows({ rows, headerLine }: Records, columns: Columns, options: OptionValues): Read<Bill> {
  const entries: Entry[] = [];
  let total: Entry | undefined;
  let users: Bill['users'];
  for (const [index, { fields, line, lines }] of rows.entries()) {
    const said = (column: string | undefined): string => (column === undefined ? '' : (fields.get(column) ?? ''));
    // Taxes and rounding have no service in a bill of Google Cloud.
    const cells = columns.costs.map(said);
    const { amount, wrong } = addedUp(cells);
    const written = cells.join('');
    // A last row that names nothing is the sum of the others, which is checked.
    const isLast = index > 0 && index === rows.length - 1;
    const name = said(columns.item) || (fields.get('Cost type') ?? '') || (isLast && written !== '' ? 'Total' : '');
    if (written === '' && name === '') continue;
    const at = lines?.get(columns.costs[0] ?? '') ?? line;
    if (amount === undefined) {
      if (written === '' && said(columns.after) === '') continue;
      return { problem: `“${wrong}” is no amount of money`, line: at };
    }
    if (name === '') return { problem: 'the row says what is paid, and not for what', line };
    if (usersName.test(name)) {
      users = { count: amount.value, line };
      continue;
    }
    const after = readAmount(said(columns.after));
    const currency = amount.currency ?? currencyIn(said(columns.currency));
    const entry: Entry = {
      name,
      line: at,
      amount: { ...amount, currency },
      lever: after === undefined ? undefined : { what: said(columns.lever), after: after.value, amount: after },
    };
    if (totalName.test(name)) total = entry;
    else entries.push(entry);
  }
  return buildBill(
    {
      entries,
      total,
      users,
      heading: headingOf(columns.costs),
      headerLine,
      period: columns.costs.length > 1 ? undefined : periodIn(columns.costs[0] ?? ''),
      days: columns.costs.length > 1 ? `${columns.costs[0] ?? ''} to ${columns.costs.at(-1) ?? ''}` : undefined,
    },
    options,
  );
}
