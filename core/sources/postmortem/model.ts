/** What happened when. */

/** A moment as it stands in the text, before it is known on what day it was. */
export interface Stamp {
  /** Seconds since midnight; undefined where only a day is named. */
  readonly time: number | undefined;
  /** Seconds from 1970 to the start of the day that was written; undefined where none was. */
  readonly date: number | undefined;
  /** False of a date without a year, which then is in a year of no meaning. */
  readonly hasYear: boolean;
  /** `Day 2` is 2. */
  readonly day: number | undefined;
  readonly zone: string | undefined;
  /** Seconds after the start of the incident, of `T+5 min`; the other fields are undefined then. */
  readonly after: number | undefined;
  /** Whether seconds were written. */
  readonly isExact: boolean;
}

/** An entry of a log as it was read. */
export interface Entry {
  readonly stamp: Stamp;
  /** Where it ends, if that was written. */
  readonly until: Stamp | undefined;
  readonly label: string;
  /** 1-based. */
  readonly line: number;
  /** The words of the heading or section right above it. */
  readonly section: string;
}

/** Entries that belong together. */
export interface Log {
  readonly entries: readonly Entry[];
  /** The words of the headings above it. */
  readonly under: string;
  /** Text is somebody's account; code and diagrams are taken where there is none. */
  readonly form: 'text' | 'table' | 'diagram' | 'code';
}

/** Something that happened. Times are in seconds, from midnight of the first day, or from 1970 where the date is known. */
export interface Happening {
  readonly at: number;
  /** Its own end, if one was written. */
  readonly until: number | undefined;
  readonly label: string;
  readonly line: number;
  readonly section: string;
}

export const phaseNames = ['began', 'detected', 'mitigated', 'resolved'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** A turning point: when it was, and what the text says of it. */
export type Turn = Pick<Happening, 'at' | 'label' | 'line'>;

export interface Timeline {
  /** In order of time; at least two. */
  readonly happenings: readonly Happening[];
  readonly phases: Readonly<Partial<Record<PhaseName, Turn>>>;
  /** Whether `at` counts from 1970. */
  readonly isDated: boolean;
  /** Whether `at` counts from the start of the incident, whose time of day is not known. */
  readonly isRelative: boolean;
  readonly hasSeconds: boolean;
  /** Whether every entry has a time of day; otherwise days alone are compared. */
  readonly hasTimes: boolean;
  /** As written, such as `UTC`. */
  readonly zone: string | undefined;
}
