/** What is found in a drawing made of letters. */

export type RulerUnit = 'day' | 'week' | 'month' | 'quarter';

/** A bar on the scale of its ruler: from 3 to 5.5 is weeks three, four and half of five. */
export interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly unit: RulerUnit;
  /** What its author wrote beside it, such as `2-3 days`. */
  readonly note: string;
  /** The words of the heading above. */
  readonly section: string;
  /** 1-based. */
  readonly line: number;
}

export interface Milestone {
  readonly name: string;
  readonly isDone: boolean;
  readonly section: string;
  readonly line: number;
}

export interface BoxedTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

export interface Art {
  readonly bars: readonly Bar[];
  readonly milestones: readonly Milestone[];
  readonly boxes: readonly BoxedTable[];
  /** `YYYY-MM-DD`, wherever there are bars. */
  readonly start: string | undefined;
}
