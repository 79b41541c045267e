/** What AWS Cost Explorer exports: JSON by period and group, and CSV with a column for each service. */
import type { Node } from 'jsonc-parser';
import type { LineTable } from '../../document/lines.ts';
import { currencyIn, readAmount } from '../money.ts';
import { readJson } from '../records/json.ts';
import type { Records } from '../records/model.ts';
import type { SourceProblem } from '../source.ts';
import type { Entries, Entry } from './build.ts';

/** A field of a JSON object. */
function field(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

const textOf = (node: Node | undefined): string => (node === undefined ? '' : String(node.value));

/** The answer of `aws ce get-cost-and-usage`: `ResultsByTime` with `Groups`, or with totals alone. */
export function readCostExplorerJson(text: string, lines: LineTable): Entries | SourceProblem {
  const roots = readJson(text, lines);
  if ('problem' in roots) return roots;
  const lineOf = (node: Node): number => lines.lineAt(node.offset) + 1;
  const entries: Entry[] = [];
  const periods = field(roots[0], 'ResultsByTime')?.children ?? [];
  for (const period of periods) {
    const groups = field(period, 'Groups')?.children ?? [];
    const start = textOf(field(field(period, 'TimePeriod'), 'Start'));
    for (const group of groups.length > 0 ? groups : [period]) {
      const keys = (field(group, 'Keys')?.children ?? []).map(textOf).join(', ');
      // One metric or several: the first is the one that was asked for first.
      const metric = (field(group, 'Metrics') ?? field(group, 'Total'))?.children?.[0]?.children?.[1];
      const written = field(metric, 'Amount');
      const amount = readAmount(textOf(written));
      if (written === undefined || amount === undefined) {
        return { problem: 'this group has no amount', line: lineOf(group) };
      }
      const currency = currencyIn(textOf(field(metric, 'Unit')));
      entries.push({ name: keys === '' ? start : keys, line: lineOf(written), amount: { ...amount, currency }, lever: undefined }); // prettier-ignore
    }
  }
  const first = textOf(field(field(periods[0], 'TimePeriod'), 'Start'));
  const end = textOf(field(field(periods.at(-1), 'TimePeriod'), 'End'));
  const days = /^\d{4}-\d\d-\d\d$/.test(first) && /^\d{4}-\d\d-\d\d$/.test(end) ? `${first} to ${end}` : undefined;
  return { entries, total: undefined, users: undefined, heading: '', headerLine: undefined, period: undefined, days };
}

const costColumn = /\((?:\$|[A-Z]{3})\)\s*$/;
const totalColumn = /^total costs?\b/i;

/** A table with a column of costs for each service; undefined where it is another one. */
export function readCostColumns({ columns, rows, headerLine }: Records): Entries | undefined {
  const [key, ...others] = columns;
  const services = others.filter((column) => costColumn.test(column));
  if (key === undefined || services.length < 2 || services.length < others.length) return undefined;
  if (!others.some((column) => totalColumn.test(column))) return undefined;
  const sums = rows.find(({ fields }) => /\btotal$/i.test(fields.get(key) ?? ''));
  const days = rows.filter(({ fields }) => /^\d{4}-\d\d-\d\d$/.test(fields.get(key) ?? ''));
  const entries: Entry[] = [];
  let total: Entry | undefined;
  for (const column of services) {
    const name = column.replace(costColumn, '').trim();
    for (const { fields, line } of sums === undefined ? days : [sums]) {
      const amount = readAmount(fields.get(column) ?? '');
      if (amount === undefined) continue;
      const entry: Entry = { name, line, amount, lever: undefined };
      if (!totalColumn.test(column)) entries.push(entry);
      else if (sums !== undefined) total = entry;
    }
  }
  const [from, to] = [days[0]?.fields.get(key), days.at(-1)?.fields.get(key)];
  return {
    entries,
    total,
    users: undefined,
    heading: services.join(' '),
    headerLine,
    period: undefined,
    days: from === undefined || to === undefined ? undefined : from === to ? from : `${from} to ${to}`,
  };
}
