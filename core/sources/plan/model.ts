/** Tasks, and when they can begin. */

export const timeUnits = ['h', 'd', 'w'] as const;
export type TimeUnit = (typeof timeUnits)[number];

export interface Duration {
  readonly count: number;
  /** The digits as they were written. */
  readonly written: string;
  readonly unit: TimeUnit;
}

export interface Task {
  readonly id: string;
  readonly name: string;
  readonly duration: Duration;
  /** Ids of tasks that must be done before. */
  readonly after: readonly string[];
  readonly owner: string | undefined;
  /** `YYYY-MM-DD`: not before this day. */
  readonly start: string | undefined;
  readonly status: 'done' | 'active' | undefined;
  /** 1-based. */
  readonly line: number;
}

/** A task on the scale of the plan, in hours from its start. */
export interface Scheduled extends Task {
  readonly from: number;
  readonly to: number;
  /** How late it may begin and end without moving the end of the plan; 0 on the critical path. */
  readonly slack: number;
}

export interface Plan {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** In the order of the text. */
  readonly tasks: readonly Scheduled[];
  /** The longest chain of tasks, first to last. */
  readonly critical: readonly Scheduled[];
  /** The finest unit of a duration. */
  readonly unit: TimeUnit;
}

export const hoursOf: Readonly<Record<TimeUnit, number>> = { h: 1, d: 24, w: 168 };
