/** What a list of records is, however it was written down. */

/** One record: what each of its fields says, as it is written. */
export interface RecordRow {
  /** 1-based, where the record begins. */
  readonly line: number;
  /** By the column's name; nested fields have a path (`service.description`), lists are joined by commas. */
  readonly fields: ReadonlyMap<string, string>;
  /** The lines of fields that stand elsewhere. */
  readonly lines?: ReadonlyMap<string, number>;
}

export interface Records {
  /** In order of first appearance. */
  readonly columns: readonly string[];
  readonly rows: readonly RecordRow[];
  /** Where the columns are named; undefined where each record names its own. */
  readonly headerLine: number | undefined;
}
