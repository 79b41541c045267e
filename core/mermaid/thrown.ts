/** Reads what Mermaid throws, which comes from four kinds of parsers and is known to none of our types. */
import type { Span } from '../model.ts';

/** Where a jison grammar was reading when it threw; added by `build/mermaidParser.mjs`. */
export interface GrammarPlace {
  /** The text the grammar was given. */
  readonly input: string;
  /** The latest token, as offsets into `input`. */
  readonly token: Span;
  /** The statement whose action threw, with 1-based lines and 0-based columns; undefined when the grammar itself refused. */
  readonly statement:
    | {
        readonly firstLine: number;
        readonly firstColumn: number;
        readonly lastLine: number;
        readonly lastColumn: number;
      }
    | undefined;
}

/** One error of a langium or chevrotain parser; its span counts in the text the parser was given, undefined at the end of the input. */
export interface ParserError {
  readonly message: string;
  readonly span: Span | undefined;
  /** The offending text, for lexical errors too. */
  readonly image: string | undefined;
  readonly lexical: boolean;
}

/** The message of an error, or the thing itself as text. */
export function messageOf(thrown: unknown): string {
  const message = field(thrown, 'message');
  return typeof message === 'string' ? message : String(thrown);
}

/** An error of the YAML reader: its reason, and its offset into the front matter's body. */
export function readYamlError(thrown: unknown): { readonly reason: string; readonly position: number } | undefined {
  if (field(thrown, 'name') !== 'YAMLException') return undefined;
  const reason = field(thrown, 'reason');
  const position = field(field(thrown, 'mark'), 'position');
  return {
    reason: typeof reason === 'string' ? reason : messageOf(thrown),
    position: typeof position === 'number' ? position : 0,
  };
}

/** The place a jison grammar added to its error. */
export function readGrammarPlace(thrown: unknown): GrammarPlace | undefined {
  const place = field(thrown, 'place');
  const input = field(place, 'input');
  const start = field(place, 'start');
  const end = field(place, 'end');
  if (typeof input !== 'string' || typeof start !== 'number' || typeof end !== 'number') return undefined;
  return { input, token: { start: Math.max(0, Math.min(start, end)), end }, statement: readStatement(place) };
}

function readStatement(place: unknown): GrammarPlace['statement'] {
  const statement = field(place, 'statement');
  const firstLine = field(statement, 'first_line');
  const firstColumn = field(statement, 'first_column');
  const lastLine = field(statement, 'last_line');
  const lastColumn = field(statement, 'last_column');
  const known =
    typeof firstLine === 'number' &&
    typeof firstColumn === 'number' &&
    typeof lastLine === 'number' &&
    typeof lastColumn === 'number';
  return known ? { firstLine, firstColumn, lastLine, lastColumn } : undefined;
}

/** What a jison grammar says it would have accepted and what it found. */
export function readExpectation(thrown: unknown): {
  readonly found: string | undefined;
  /** The grammar's name of what it found, such as `STR`. */
  readonly token: string | undefined;
  readonly expected: readonly string[];
} {
  const hash = field(thrown, 'hash');
  const found = field(hash, 'text');
  const token = field(hash, 'token');
  const expected = field(hash, 'expected');
  return {
    found: typeof found === 'string' ? found : undefined,
    token: typeof token === 'string' ? token : undefined,
    expected: Array.isArray(expected)
      ? expected.filter((each) => typeof each === 'string').map((each) => each.replace(/^'(.*)'$/s, '$1'))
      : [],
  };
}

/** The errors of a langium parser, lexical ones first; undefined when another kind of parser threw. */
export function readParserErrors(thrown: unknown): readonly ParserError[] | undefined {
  const result = field(thrown, 'result');
  const lexerErrors = field(result, 'lexerErrors');
  const parserErrors = field(result, 'parserErrors');
  if (!Array.isArray(lexerErrors) || !Array.isArray(parserErrors)) return undefined;
  return [...lexerErrors.map(readLexerError), ...parserErrors.map(readTokenError)];
}

function readLexerError(error: unknown): ParserError {
  const offset = field(error, 'offset');
  const length = field(error, 'length');
  const known = typeof offset === 'number' && typeof length === 'number';
  return {
    message: messageOf(error),
    span: known ? { start: offset, end: offset + length } : undefined,
    image: undefined,
    lexical: true,
  };
}

function readTokenError(error: unknown): ParserError {
  const token = field(error, 'token');
  const image = field(token, 'image');
  const start = field(token, 'startOffset');
  const last = field(token, 'endOffset');
  const known = typeof start === 'number' && typeof last === 'number' && start >= 0 && last >= start;
  return {
    message: messageOf(error),
    span: known ? { start, end: last + 1 } : undefined,
    image: typeof image === 'string' ? image : undefined,
    lexical: false,
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
