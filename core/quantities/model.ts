/** What a quantity is: an amount somebody wrote down, with its unit and how exactly it was meant. */
import type { Span } from '../model.ts';

export type Dimension = 'currency' | 'percent' | 'factor' | 'bytes' | 'duration' | 'count';

/** What something happens per, or is paid per. */
export type Period = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Unit {
  readonly dimension: Dimension;
  /**
   * What is counted: a currency's code (`USD`), `%`, `x`, `byte`, `second`, or the thing itself, singular and in lower case
   * (`broker` of "30 Kafka brokers", `request` of "5K RPS"); empty for a bare number.
   */
  readonly name: string;
  /** How many of `name` one unit is: 60 for minutes, 1000 for kB, 1 where there is nothing to convert. */
  readonly scale: number;
  /** What it is per besides time, singular and in lower case, in order: `['user']` of "$5/user/month"; `each` is one of them. */
  readonly per: readonly string[];
  /** The period of a rate: `month` of "$5/user/month", `second` of "5K RPS". */
  readonly period: Period | undefined;
}

export interface Quantity {
  /** From the sign or currency symbol to the end of the unit (and a `+` behind it); without words like "about". */
  readonly span: Span;
  /** As `span`, with the qualifier in front: "about 5 ms", "~5 ms", "> 5 ms". */
  readonly qualified: Span;
  /** The digits alone, with separators and fraction: `1.2` of "$1.2M"; of a range, those of its low end. */
  readonly digits: Span;
  /** In units of `unit`, scale words applied: 1_200_000 of "$1.2M". Of a range its low end. Negative behind a minus. */
  readonly value: number;
  /** The high end of a range; `value` where there is none. */
  readonly high: number;
  /** Half a unit of the last digit: 50_000 of "$1.2M", 0.5 of "30 brokers"; of a range, that of its coarser end. */
  readonly precision: number;
  /** What a written figure is multiplied by: 1_000_000 of "$1.2M", 1 of "$120". */
  readonly magnitude: number;
  /** The sign that was written: `+50%` and `-50%` speak of a change. */
  readonly sign: '+' | '-' | undefined;
  readonly unit: Unit;
  /** "~", "about", "roughly", "estimated", … in front. */
  readonly approximate: boolean;
  /** ">", "at least", "over" in front, or "+" behind. */
  readonly atLeast: boolean;
  /** "<", "up to", "under" in front. */
  readonly atMost: boolean;
}
