/** Splits SQL into tokens, as PostgreSQL, MySQL and SQLite write it: comments are left out, names lose their quotes. */
import type { SourceProblem } from '../source.ts';

export interface Token {
  /** A name or keyword, a text or number, or one sign. */
  readonly kind: 'word' | 'quoted' | 'text' | 'sign';
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

const word = /[\p{L}_@$\p{N}][\p{L}\p{N}_@$]*(?:\.\d+)?/uy;
const space = /\s+/y;
const dollar = /\$(?:[A-Za-z_]\w*)?\$/y;
/** What psql is told and no server reads: `\\connect shop`, to the end of its line. */
const command = /\\[A-Za-z!?][^\n]*/y;
/** The end of the rows that a dump lets follow on `COPY … FROM stdin;`. */
const endOfRows = /^\\\.[ \t]*\r?$/gm;

export function readTokens(text: string): readonly Token[] | SourceProblem {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  /** The place of the first token of the statement that is read. */
  let first = 0;
  const skipTo = (end: number): void => {
    for (let found = text.indexOf('\n', at); found !== -1 && found < end; found = text.indexOf('\n', found + 1))
      line += 1;
    at = end;
  };
  const matchAt = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    const two = text.slice(at, at + 2);
    const blank = matchAt(space);
    if (blank !== undefined) skipTo(at + blank.length);
    else if (two === '--' || (sign === '#' && two !== '#>' && two !== '#-')) {
      const end = text.indexOf('\n', at);
      skipTo(end === -1 ? text.length : end);
    } else if (two === '/*') {
      const end = text.indexOf('*/', at + 2);
      if (end === -1) return { problem: 'a comment opens here and does not end', line };
      skipTo(end + 2);
    } else if (
      sign === '\\' &&
      /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 80), at)) &&
      matchAt(command) !== undefined
    ) {
      skipTo(at + (matchAt(command)?.length ?? 0));
    } else if (
      sign === "'" ||
      sign === '"' ||
      sign === '`' ||
      (sign === '[' && /[\p{L}_]/u.test(text.charAt(at + 1)))
    ) {
      const begun = line;
      const end = endOfQuote(text, at, sign === '[' ? ']' : sign);
      if (end === undefined) return { problem: `a quotation opens here with ${sign} and does not end`, line };
      const close = sign === '[' ? ']' : sign;
      const inside = text.slice(at + 1, end - 1).replaceAll(close + close, close);
      tokens.push({ kind: sign === "'" ? 'text' : 'quoted', text: inside, line: begun });
      skipTo(end);
    } else {
      const fence = matchAt(dollar);
      const end = fence === undefined ? -1 : text.indexOf(fence, at + fence.length);
      const name = fence === undefined || end === -1 ? matchAt(word) : undefined;
      if (fence !== undefined && end !== -1) {
        tokens.push({ kind: 'text', text: '', line });
        skipTo(end + fence.length);
      } else {
        // What ends a batch in a script of SQL Server.
        if (name?.toUpperCase() === 'GO' && isAlone(text, at, name.length)) {
          tokens.push({ kind: 'sign', text: ';', line });
          at += name.length;
          first = tokens.length;
          continue;
        }
        const taken = name ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
        tokens.push({ kind: name === undefined ? 'sign' : 'word', text: taken, line });
        at += taken.length;
        if (taken !== ';') continue;
        if (hasRows(tokens.slice(first))) {
          endOfRows.lastIndex = at;
          const rowsEnd = endOfRows.exec(text);
          if (rowsEnd === null) return { problem: 'the rows of this COPY do not end with \\.', line };
          skipTo(rowsEnd.index + rowsEnd[0].length);
        }
        first = tokens.length;
      }
    }
  }
  return tokens;
}

const isAlone = (text: string, at: number, length: number): boolean =>
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 20), at)) &&
  /^[ \t]*(?:\r?\n|$)/.test(text.slice(at + length, at + length + 20));

/** Whether rows follow on a statement, in place of SQL. */
function hasRows(statement: readonly Token[]): boolean {
  const words = statement.filter(({ kind }) => kind === 'word').map(({ text }) => text.toLowerCase());
  return words[0] === 'copy' && words.some((word, index) => word === 'stdin' && words[index - 1] === 'from');
}

/** Behind the closing sign; twice it stands for itself, and a backslash before it in a text too. */
function endOfQuote(text: string, start: number, close: string): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\' && close === "'" && text.charAt(at + 1) === "'" && /^'\s*[,;)]/.test(text.slice(at + 1, at + 20))) return at + 2; // prettier-ignore
    if (sign === '\\' && close === "'") at += 1;
    else if (sign === close && text.charAt(at + 1) === close) at += 1;
    else if (sign === close) return at + 1;
  }
  return undefined;
}
