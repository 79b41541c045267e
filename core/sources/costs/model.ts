/** A bill: its items and what can be done about them. */
import type { Period } from '../../quantities/model.ts';
import type { MoneyStyle } from '../money.ts';

export interface BillItem {
  readonly name: string;
  /** In whole units of the currency, as it is written with the bill's style. Negative for a credit. */
  readonly cost: number;
  /** 1-based lines it was read from. */
  readonly lines: readonly number[];
  readonly lever: Lever | undefined;
}

/** What makes an item cheaper, and what it costs then. */
export interface Lever {
  readonly what: string;
  readonly after: number;
}

export interface Bill {
  /** The dearest first. */
  readonly items: readonly BillItem[];
  readonly style: MoneyStyle;
  /** What the amounts are paid per. */
  readonly period: Period | undefined;
  /** The days it covers, in words. */
  readonly days: string | undefined;
  readonly users: { readonly count: number; readonly line: number | undefined } | undefined;
}
