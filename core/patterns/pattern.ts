/** What a pattern is: plain data that every way of inserting, documenting and testing it is drawn from. */

/** The families of the library in the order in which they are shown. */
export const patternFamilies = [
  { id: 'system', title: 'Systems' },
  { id: 'incident', title: 'Incidents' },
  { id: 'cost', title: 'Costs' },
  { id: 'plan', title: 'Decisions and plans' },
  { id: 'case-study', title: 'Case studies' },
] as const;
export type PatternFamily = (typeof patternFamilies)[number]['id'];

interface FieldBase {
  /** Unique in its pattern, in camelCase. */
  readonly name: string;
  /** What to fill in, for a person. */
  readonly label: string;
}

/** Free text on one line. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly default: string;
}

/** A decimal number without grouping, such as `33.4`, so that a chart takes it as it stands. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly default: string;
}

/** A time of day, `HH:mm`. */
export interface ClockField extends FieldBase {
  readonly kind: 'clock';
  readonly default: string;
}

/** A day, `YYYY-MM-DD`. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
  readonly default: string;
}

/** One of a few words; the first is the default. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly [string, ...string[]];
}

/** A tab stop; using the same field again mirrors it. */
export type Field = TextField | NumberField | ClockField | DateField | ChoiceField;

/** A figure that follows from others; a tab stop too, visited after the fields, so that an author can correct it. */
export interface Computed extends FieldBase {
  readonly kind: 'computed';
  readonly formula: Formula;
}

export type Value = Field | Computed;

/** How a figure follows from others. Decimals: a sum or difference keeps its finest operand's, the others say theirs. */
export type Formula =
  | { readonly op: 'sum'; readonly of: readonly Value[] }
  | { readonly op: 'difference'; readonly from: Value; readonly less: Value }
  | { readonly op: 'product'; readonly of: Value; readonly by: Value | number; readonly decimals: number }
  | { readonly op: 'quotient'; readonly of: Value; readonly by: Value; readonly decimals: number }
  | { readonly op: 'percent'; readonly part: Value; readonly whole: Value; readonly decimals: number }
  /** Whole minutes from one clock time to the next occurrence of another. */
  | { readonly op: 'minutes'; readonly from: Value; readonly to: Value };

/** A piece of a block's text: literal text or the place of a value. */
export type Part = string | Value;

/** A block of Markdown; diagrams and code carry their content without fences. */
export type PatternBlock =
  | { readonly kind: 'heading' | 'diagram' | 'table' | 'text'; readonly parts: readonly Part[] }
  | { readonly kind: 'code'; readonly language: string; readonly parts: readonly Part[] };

export interface Pattern {
  /** Kebab-case; also the name of its picture and its anchor in the docs. */
  readonly id: string;
  readonly family: PatternFamily;
  readonly title: string;
  /** What an author types to get it. */
  readonly trigger: string;
  /** One line: what is inserted. */
  readonly description: string;
  /** One sentence: the page it belongs on. */
  readonly when: string;
  /** The few fields that matter most, in the order in which to ask for them. */
  readonly inputs: readonly Field[];
  readonly body: readonly PatternBlock[];
}
