/** Percentiles of one measurement on one line, or in one row: a lower one cannot be above a higher one. */
import type { DocumentModel } from '../../../document/model.ts';
import { matchesOf } from '../../../matches.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { Passage } from './passages.ts';
import { placeQuantity } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import { readTables } from './tables.ts';

/** A percentile with the amount it is of. */
interface Percentile {
  /** 50, 99, 99.9. */
  readonly rank: number;
  readonly amount: Quantity;
}

const rankPattern = /\bp(\d{2})(?:\.?(\d{1,2}))?\b/gi;
const rankOf = (whole: string, fraction = ''): number => Number(`${whole}.${fraction}`);

/** "p50: 12ms, p99: 45ms", "12ms p50, 45ms p99". */
export function percentilesOnLines(passages: readonly Passage[], source: string): readonly Relation[] {
  return passages.flatMap((passage) => {
    const read = readLine(passage);
    return read.length < 2 ? [] : relateOrder(read, source);
  });
}

function readLine(passage: Passage): readonly Percentile[] {
  const { text, quantities } = passage;
  const ranks = matchesOf(rankPattern, text);
  const [firstRank] = ranks;
  const [firstAmount] = quantities;
  if (ranks.length < 2 || firstRank === undefined || firstAmount === undefined) return [];
  const isBehind = firstAmount.span.start > firstRank.index;
  let next = 0;
  return ranks.flatMap((rank, index) => {
    const start = isBehind ? rank.index + rank[0].length : (ranks[index - 1]?.index ?? 0);
    const end = isBehind ? (ranks[index + 1]?.index ?? text.length) : rank.index;
    while ((quantities[next]?.span.start ?? Infinity) < start) next += 1;
    const amount = quantities[next];
    if (amount === undefined || amount.span.end > end) return [];
    const between = isBehind ? text.slice(start, amount.qualified.start) : text.slice(amount.span.end, end);
    const isIts = /^(?:[ ]?latency)?\s{0,2}[:=<(]{0,2}\s{0,2}["']?\s?$/i.test(between);
    return isIts ? [{ rank: rankOf(rank[1] ?? '', rank[2]), amount: placeQuantity(amount, passage) }] : [];
  });
}

/** The columns of a row that are headed "p50" and "p99". */
export function percentilesInTables(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap(({ header, rows }) => {
    const ranks = header.map(({ text }) => {
      const [rank, other] = matchesOf(rankPattern, text);
      return rank === undefined || other !== undefined
        ? undefined
        : { rank: rankOf(rank[1] ?? '', rank[2]), rest: text.replace(rank[0], '').trim() };
    });
    // "p50 before" and "p99 after" are of two measurements.
    const rests = new Set(ranks.flatMap((rank) => rank?.rest ?? []));
    if (rests.size !== 1) return [];
    return rows.flatMap((row) => {
      const read = ranks.flatMap((rank, column): readonly Percentile[] => {
        const [amount, other] = row[column]?.amounts ?? [];
        return rank === undefined || amount === undefined || other !== undefined ? [] : [{ rank: rank.rank, amount }];
      });
      return read.length < 2 ? [] : relateOrder(read, model.text);
    });
  });
}

/** Each percentile against the one before it; where the ranks fall, another measurement begins. */
function relateOrder(percentiles: readonly Percentile[], source: string): readonly Relation[] {
  return percentiles.flatMap(({ rank, amount }, index): readonly Relation[] => {
    const before = percentiles[index - 1];
    if (before === undefined || rank <= before.rank || !isComparable(before.amount, amount)) return [];
    const least = before.amount.value * before.amount.unit.scale;
    const most = amount.high * amount.unit.scale;
    return [
      {
        claim: undefined,
        parts: [],
        contradiction:
          least <= most
            ? undefined
            : {
                message: `p${rank} cannot be below p${before.rank}, the page says ${quote(source, amount)} and ${quote(source, before.amount)}: correct whichever is wrong.`,
                span: amount.span,
                related: [{ span: before.amount.span, message: `p${before.rank}` }],
              },
      },
    ];
  });
}

/** Two durations that are measured; "p50 < 100ms" is an objective. */
function isComparable(one: Quantity, other: Quantity): boolean {
  return [one, other].every(
    ({ unit, atMost, atLeast, sign }) =>
      unit.dimension === 'duration' &&
      unit.per.length === 0 &&
      unit.period === undefined &&
      !atMost &&
      !atLeast &&
      sign === undefined,
  );
}
