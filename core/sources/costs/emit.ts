/** Writes a bill as a pie, a table of savings and the cost per user. */
import { groupDigits } from '../../quantities/groupDigits.ts';
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, oneLine, planText, quoted } from '../labels.ts';
import { digitsOf, rounded, sumOf, unitOf, writeMoney } from '../money.ts';
import type { MoneyStyle } from '../money.ts';
import type { EmitContext } from '../source.ts';
import type { Bill, BillItem } from './model.ts';

/** A pie with more slices, or with thinner ones, is read by nobody. */
const mostSlices = 8;
const leastShare = 0.03;
const mostRows = 25;
/** What one finds without being told how: a tenth of each. */
const usualSaving = 0.1;

/** Their percentages read in light and dark alike; Mermaid's own slices are near black in dark. */
const sliceColours = ['#3B82F6', '#F59E0B', '#10B981', '#8B5CF6', '#EC4899', '#06B6D4', '#84CC16', '#F97316'];

export function emitBill(bill: Bill, context: EmitContext): readonly Block[] {
  const title = context.title ?? 'Bill';
  const { items, period, days } = bill;
  const hasLevers = items.some(({ lever }) => lever !== undefined);
  const heading = /\bcosts?\b|\bbill\b|\bspend/i.test(title) ? title : `${title}: costs`;
  return [
    { kind: 'heading', level: 2, text: days === undefined ? heading : `${heading}, ${days}` },
    drawPie(bill, title, context.cite),
    { kind: 'heading', level: 3, text: 'What makes it cheaper' },
    hasLevers ? leverTable(bill, context.cite) : shareTable(bill, context.cite),
    ...(bill.users === undefined ? [] : userTable(bill, bill.users, period, context.cite)),
  ];
}

/** Items one by one, and those that would be too thin to see, or too many, together. */
function fold(items: readonly BillItem[], most: number, isKept: (item: BillItem) => boolean) {
  const kept = items.filter((item, index) => index < most - 1 && isKept(item));
  const rest = items.filter((item) => !kept.includes(item));
  return rest.length === 1 ? { kept: items, rest: [] } : { kept, rest };
}

const linesOf = (items: readonly BillItem[]): readonly number[] => items.flatMap(({ lines }) => lines);

function drawPie({ items, style, period }: Bill, title: string, cite: Cite): Block {
  // A credit is no slice.
  const paid = items.filter(({ cost }) => cost > 0);
  const costs = (of: readonly BillItem[]): number => sumOf(of.map(({ cost }) => cost), style); // prettier-ignore
  const all = costs(paid);
  const { kept, rest } = fold(paid, mostSlices, ({ cost }) => cost >= leastShare * all);
  const slice = (name: string, of: readonly BillItem[]): readonly string[] => [
    `    ${comment(cite(...linesOf(of)))}`,
    `    ${quoted(name)} : ${digitsOf(costs(of), style)}`,
  ];
  const slices = kept.length + (rest.length > 0 ? 1 : 0);
  const colours = sliceColours.slice(0, slices).map((colour, index) => `pie${index + 1}: "${colour}"`);
  const paidPer = period === undefined ? '' : ` a ${period}`;
  const before = paid.length < items.length ? ' before credits' : '';
  return {
    kind: 'diagram',
    lines: [
      '---',
      `config: { themeVariables: { ${colours.join(', ')}, pieOpacity: "1", pieSectionTextColor: "#030712" } }`,
      '---',
      'pie showData',
      `    title ${planText(title)}: ${writeMoney(all, style)}${paidPer}${before} (slices in ${unitOf(style)})`,
      ...kept.flatMap((item) => slice(item.name, [item])),
      ...(rest.length > 0 ? slice(`Other, ${rest.length} items`, rest) : []),
    ],
  };
}

const per = ({ style, period }: Bill): string => `${unitOf(style)}${period === undefined ? '' : `/${period}`}`;

function shareTable(bill: Bill, cite: Cite): Block {
  const { items, style } = bill;
  const total = sumOf(items.map(({ cost }) => cost), style); // prettier-ignore
  const { kept, rest } = fold(items, mostRows, () => true);
  const lines = [
    ...kept.map(({ name, cost }) => ({ name: oneLine(name, 80), cost })),
    ...(rest.length > 0 ? [{ name: `Other, ${rest.length} items`, cost: sumOf(rest.map(({ cost }) => cost), style) }] : []), // prettier-ignore
  ];
  const saved = lines.map(({ cost }) => rounded(Math.max(0, cost) * usualSaving, finer(style)));
  const money = (value: number, by = style): string => groupDigits(digitsOf(value, by));
  return {
    kind: 'table',
    columns: [
      { title: 'Item' },
      { title: `Cost, ${per(bill)}`, isFigure: true },
      { title: 'Share', isFigure: true },
      { title: `A tenth less saves, ${per(bill)}`, isFigure: true },
    ],
    rows: [
      ...lines.map(({ name, cost }, index) => [
        name,
        money(cost),
        percent(cost, total),
        money(saved[index] ?? 0, finer(style)),
      ]),
      ['**Total**', `**${money(total)}**`, '**100%**', `**${money(sumOf(saved, finer(style)), finer(style))}**`],
    ],
    from: `${cite(...linesOf(items))}; shares, savings and totals are computed`,
  };
}

/** A tenth of whole amounts has a digit more. */
const finer = (style: MoneyStyle): MoneyStyle => ({ ...style, decimals: Math.max(style.decimals, 1) });

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

function leverTable(bill: Bill, cite: Cite): Block {
  const { items, style } = bill;
  const after = (item: BillItem): number => item.lever?.after ?? item.cost;
  const sum = (of: (item: BillItem) => number): number => sumOf(items.map(of), style);
  const money = (value: number): string => groupDigits(digitsOf(value, style));
  const now = sum(({ cost }) => cost);
  const saved = now - sum(after);
  return {
    kind: 'table',
    columns: [
      { title: 'Item' },
      { title: 'Lever' },
      { title: `Now, ${per(bill)}`, isFigure: true },
      { title: `After, ${per(bill)}`, isFigure: true },
      { title: `Saved, ${per(bill)}`, isFigure: true },
    ],
    rows: [
      ...items.map((item) => [
        oneLine(item.name, 80),
        oneLine(item.lever?.what ?? '', 160),
        money(item.cost),
        money(after(item)),
        money(item.cost - after(item)),
      ]),
      [
        '**Total**',
        saved > 0 ? `${percent(saved, now)} less` : '',
        `**${money(now)}**`,
        `**${money(now - saved)}**`,
        `**${money(saved)}**`,
      ],
    ],
    from: `${cite(...linesOf(items))}; what is saved and totals are computed`,
  };
}

function userTable(
  bill: Bill,
  users: NonNullable<Bill['users']>,
  period: Bill['period'],
  cite: Cite,
): readonly Block[] {
  const { items, style } = bill;
  const total = sumOf(items.map(({ cost }) => cost), style); // prettier-ignore
  const each = total / users.count;
  // Three digits that mean something, however little it is.
  const decimals = Math.min(9, Math.max(2, 2 - Math.floor(Math.log10(each))));
  const paidPer = period === undefined ? '' : `/${period}`;
  const source = users.line === undefined ? 'users as they were given' : cite(users.line);
  return [
    { kind: 'heading', level: 3, text: 'Cost per user' },
    {
      kind: 'table',
      columns: [
        { title: 'Users', isFigure: true },
        { title: 'Bill', isFigure: true },
        { title: 'Per user', isFigure: true },
      ],
      rows: [
        [
          groupDigits(String(users.count)),
          `${writeMoney(total, style)}${paidPer}`,
          `${writeMoney(each, { ...style, magnitude: 1, decimals })}${paidPer}`,
        ],
      ],
      from: `${source}; the bill and what it is per user are computed`,
    },
  ];
}
