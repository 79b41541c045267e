/** What we use of Papa Parse; its published types would bring Node's along. */
declare module 'papaparse' {
  export interface ParseConfig {
    readonly delimiter?: string;
    readonly newline?: '\n';
  }

  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly message: string;
    /** Index into `data`; missing where no row is meant. */
    readonly row?: number;
  }

  export interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
  }

  const Papa: { parse(text: string, config?: ParseConfig): ParseResult };
  export default Papa;
}
