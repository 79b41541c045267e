/** Uptime percentages beside the downtime they are said to leave. */
import type { DocumentModel, TableBlock } from '../../../document/model.ts';
import { matchesOf } from '../../../matches.ts';
import { findQuantities, readQuantity } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Period, Quantity } from '../../../quantities/model.ts';
import { periodAdverbs, periodWords } from '../../../quantities/units.ts';
import { passagesOfPage, placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue, writeAmount } from './report.ts';

/** Months and years are not always as long. */
const calendarSlack = 0.04;
const hour = 3600;
/** As uptimes are reckoned: a year of 365 days and its twelfth. */
const secondsOf: Readonly<Record<Period, number>> = {
  second: 1,
  minute: 60,
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
  month: 730 * hour,
  quarter: 2190 * hour,
  year: 8760 * hour,
};
const leastUptime = 90;

export function downtimesOfPage(model: DocumentModel): readonly Relation[] {
  const tables = model.blocks.filter((block) => block.kind === 'table');
  return [
    ...passagesOfPage(model).flatMap((passage) => downtimesOfPassage(passage, model.text)),
    ...tables.flatMap((table) => downtimesOfTable(table, model.text)),
  ];
}

/** A downtime with the period it is a share of. */
interface Downtime {
  readonly quantity: Quantity;
  readonly period: Period;
}

export function downtimesOfPassage(passage: Passage, source: string): readonly Relation[] {
  const { text } = passage;
  if (!text.includes('%') || !uptimeWords.test(text)) return [];
  const quantities = passage.quantities;
  return quantities.flatMap((quantity, index) => {
    const uptime = isPlainDuration(quantity) ? uptimeOf(text, quantities, index) : undefined;
    const period = uptime && periodOf(text, uptime, quantity);
    if (uptime === undefined || period === undefined || !isDowntime(text, uptime, quantity)) return [];
    const downtime = { quantity: placeQuantity(quantity, passage), period };
    return [relate(placeQuantity(uptime, passage), downtime, source)];
  });
}

const uptimeWords = /uptime|availab|\bsl[ao]s?\b|nines|downtime|reliab|error budget/i;
const downtimeWords = /downtime|outage|unavailab|error budget|\bdown\b/i;

const isPlainDuration = ({ unit, value, high }: Quantity): boolean =>
  unit.dimension === 'duration' && unit.per.length === 0 && value === high;

/** Of 90 % and more; `99.9` of a percentage that says how much of the time, not how much it changed. */
const isUptime = ({ unit, value, high, sign }: Quantity): boolean =>
  unit.dimension === 'percent' && value === high && value >= leastUptime && value < 100 && sign === undefined;

/** The percentage that belongs to the duration at `index`: before it on its line, else directly behind it, else the label's own. */
function uptimeOf(text: string, quantities: readonly Quantity[], index: number): Quantity | undefined {
  const duration = quantities[index];
  const before = quantities[index - 1];
  const after = quantities[index + 1];
  if (duration === undefined) return undefined;
  if (before !== undefined && isUptime(before) && isOneLine(text, before, duration)) return before;
  const isBehind =
    after !== undefined &&
    isUptime(after) &&
    /^[^\n;.,]{0,24}\($/.test(text.slice(duration.span.end, after.span.start));
  if (isBehind) return after;
  // "Availability: 99.9%" on one line of a label, "Error budget: 43 min/month" on another.
  const line = text.slice(text.lastIndexOf('\n', duration.span.start) + 1, duration.span.start);
  if (!/^\s*(?:error budget|downtime)\W*$/i.test(line)) return undefined;
  const named = quantities.filter(
    (quantity) => isUptime(quantity) && /(?:availability|uptime)\W*$/i.test(text.slice(0, quantity.span.start)),
  );
  return named.length === 1 ? named[0] : undefined;
}

const isOneLine = (text: string, from: Quantity, to: Quantity): boolean =>
  !/[\n;]/.test(text.slice(from.span.end, to.span.start));

/** Nothing but the period up to the bracket's end. */
const inBrackets = /^(?:\s*\/\s*|\s+(?:per|an?|each|every)\s+)?(?:[a-z]{1,8}\s*)?\)/i;

/** Whether the duration is said to be time lost: by a word beside it, or because the percentage is said to be it. */
function isDowntime(text: string, uptime: Quantity, { span }: Quantity): boolean {
  const after = /^[^\n,;.(]*/.exec(text.slice(span.end, span.end + 40))?.[0] ?? '';
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (downtimeWords.test(after) || /(?:downtime|outage|unavailability|error budget)\W*(?:of\W*)?$/i.test(before))
    return true;
  const between = text.slice(uptime.span.end, span.start);
  // "99.9% uptime (8.8 hours a year)"
  const isNote = /^\s*(?:uptime|availability)?\s*\(\s*[~≈]?$/i.test(between) && inBrackets.test(text.slice(span.end));
  return isNote || /^\W*(?:=|means|allows|leaves)\W*$/.test(between);
}

/** The period of "26 min/year", "8.7 hours downtime/year", "monthly (22 minutes downtime)". */
function periodOf(text: string, uptime: Quantity, { span, unit }: Quantity): Period | undefined {
  if (unit.period !== undefined) return unit.period;
  const after = /^[^\n,;.)]{0,48}/.exec(text.slice(span.end))?.[0] ?? '';
  const per = /(?:\/[ ]?|\b(?:per|an?|each|every)[ ])([a-z]+)/i.exec(after)?.[1]?.toLowerCase() ?? '';
  const named = periodWords.get(per) ?? adverbIn(after);
  if (named !== undefined) return named;
  const between = uptime.span.end <= span.start ? text.slice(uptime.span.end, span.start) : '';
  return adverbIn(between) ?? adverbIn(text.slice(Math.max(0, span.start - 24), span.start));
}

function adverbIn(text: string): Period | undefined {
  for (const [word] of matchesOf(/[a-z]+/gi, text)) {
    const period = periodAdverbs.get(word.toLowerCase());
    if (period !== undefined) return period;
  }
  return undefined;
}

function relate(uptime: Quantity, { quantity, period }: Downtime, source: string): Relation {
  const left = ((1 - uptime.value / 100) * secondsOf[period]) / quantity.unit.scale;
  const slack = (quantity.approximate ? 0.1 : calendarSlack) * left;
  const tolerance = quantity.precision + slack;
  const isMore = quantity.value > left + tolerance && !uptime.atMost && !quantity.atLeast;
  const isLess = quantity.value < left - tolerance && !uptime.atLeast && !quantity.atMost;
  if (quantity.atMost || !(isMore || isLess)) return { claim: quantity, parts: [uptime], contradiction: undefined };
  const right = withPeriod(writeAmount(source, quantity, left), quantity, period);
  return {
    claim: quantity,
    parts: [uptime],
    contradiction: {
      message: `${quote(source, uptime)} leaves ${right} of downtime, the page says ${quote(source, quantity)}: correct whichever is wrong.`,
      span: quantity.span,
      fixes: [replaceValue(source, `Replace the downtime with ${right}`, quantity, left)],
      related: [{ span: uptime.span, message: 'The uptime' }],
    },
  };
}

function withPeriod(written: string, { unit }: Quantity, period: Period): string {
  return unit.period === undefined ? `${written} a ${period}` : written;
}

/** A table of nines: one column of uptimes, columns headed "Downtime per year". */
function downtimesOfTable(table: TableBlock, source: string): readonly Relation[] {
  const periods = table.header.cells.map(({ text }) => (downtimeWords.test(text) ? periodInHeader(text) : undefined));
  if (periods.every((period) => period === undefined)) return [];
  return table.rows.flatMap(({ cells }) => {
    const read = cells.map(({ span }) => readCell(source, span));
    const uptimes = onlyOne(read.filter((cell) => cell.length > 0 && cell.every(isUptime)));
    if (uptimes === undefined) return [];
    return read.flatMap((cell, column) => {
      if (cell.length !== uptimes.length || !cell.every(isPlainDuration)) return [];
      return cell.flatMap((quantity, index) => {
        const uptime = uptimes[index];
        const period = quantity.unit.period ?? periods[column];
        return uptime === undefined || period === undefined ? [] : [relate(uptime, { quantity, period }, source)];
      });
    });
  });
}

/** What a cell says: one quantity, the two of "99% → 99.9%", or none that could be told apart. */
function readCell(source: string, span: { readonly start: number; readonly end: number }): readonly Quantity[] {
  const text = blankMarkup(source.slice(span.start, span.end));
  const whole = readQuantity(text);
  const found = whole === undefined ? findQuantities(text) : [whole];
  return found.length === 1 || isChange(text, found) ? found.map((quantity) => placeQuantity(quantity, span)) : [];
}

function isChange(text: string, found: readonly Quantity[]): boolean {
  const [from, to] = found;
  if (from === undefined || to === undefined || found.length > 2) return false;
  return /^\s*(?:→|-+>|=>|to)\s*$/.test(text.slice(from.span.end, to.span.start));
}

const onlyOne = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

function periodInHeader(header: string): Period | undefined {
  const words = header.toLowerCase().match(/[a-z]+/g) ?? [];
  const named = words.flatMap((word) =>
    word.length > 2 ? (periodWords.get(word) ?? periodAdverbs.get(word) ?? []) : [],
  );
  return onlyOne(named);
}
