/** Tables and what refers to what, as the statements that create them say. */

export interface ColumnTold {
  readonly name: string;
  /** As it is written, such as `numeric(10,2)`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly line: number;
}

export interface Reference {
  readonly columns: readonly string[];
  readonly to: string;
  readonly line: number;
}

export interface Table {
  /** With its schema where one is written. */
  readonly name: string;
  readonly line: number;
  readonly columns: readonly ColumnTold[];
  readonly primary: readonly string[];
  /** Each of these sets of columns is unique. */
  readonly unique: readonly (readonly string[])[];
  readonly references: readonly Reference[];
}

export interface Schema {
  readonly tables: readonly Table[];
  /** Tables that are referred to and created elsewhere, with the line of the first reference. */
  readonly elsewhere: ReadonlyMap<string, number>;
  /** How many there are of what is left out: `view`, `partition`. */
  readonly others: ReadonlyMap<string, number>;
}
