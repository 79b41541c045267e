/** Reads JSON, or one JSON value after the other, in steps: large files give others their turn, and what is done with is let go. */
import { createScanner } from 'jsonc-parser';
import type { SourceProblem, Steps } from '../source.ts';
import type { Mapping, Tree } from './model.ts';

/** What stands in for a mapping once it is complete: itself, or something smaller. */
export type Reduce = (mapping: Mapping) => Tree;

const tokensAtOnce = 20_000;

export function* readJsonTrees(
  text: string,
  reduce: Reduce = (mapping) => mapping,
): Steps<readonly Tree[] | SourceProblem> {
  const scanner = createScanner(text, true);
  const builder = new Builder(reduce);
  for (let tokens = 1; ; tokens += 1) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) break;
    if (tokens % tokensAtOnce === 0) yield offset / text.length;
    const line = scanner.getTokenStartLine() + 1;
    const value = scanner.getTokenValue();
    // Its kinds of token are constants that only TypeScript's own compiler could put in: the first character says as much.
    const wrong = scanner.getTokenError() ? unreadable(value) : builder.take(text.charAt(offset), value, line); // prettier-ignore
    if (wrong !== undefined) return { problem: `this is no JSON: ${wrong}`, line };
  }
  return builder.finish();
}

const mostDepth = 200;

type Open =
  | { readonly kind: 'list'; readonly items: Tree[]; readonly line: number }
  /** `name` waits for its value. */
  | { readonly kind: 'map'; readonly fields: Map<string, Tree>; readonly line: number; name: string };

type Expected = 'a value' | 'a value or ]' | 'a name' | 'a name or }' | 'a colon' | 'a comma or the end';

/** Puts tokens together, without a function that calls itself: depth is the file's to choose. */
class Builder {
  readonly #reduce: Reduce;
  readonly #roots: Tree[] = [];
  readonly #open: Open[] = [];
  #expected: Expected = 'a value';

  constructor(reduce: Reduce) {
    this.#reduce = reduce;
  }

  /** Takes a token by its first character; says what is wrong with it. */
  take(sign: string, value: string, line: number): string | undefined {
    switch (sign) {
      case '{':
        return this.#begin({ kind: 'map', fields: new Map(), line, name: '' }, 'a name or }');
      case '[':
        return this.#begin({ kind: 'list', items: [], line }, 'a value or ]');
      case '}':
      case ']':
        return this.#end(sign);
      case ',':
        if (this.#expected !== 'a comma or the end') return this.#missing();
        this.#expected = this.#open.at(-1)?.kind === 'map' ? 'a name' : 'a value';
        return undefined;
      case ':':
        if (this.#expected !== 'a colon') return this.#missing();
        this.#expected = 'a value';
        return undefined;
      default:
        return this.#word(sign, value, line);
    }
  }

  finish(): readonly Tree[] | SourceProblem {
    const open = this.#open.at(-1);
    if (open !== undefined) return { problem: 'this is no JSON: what opens here is not closed', line: open.line };
    return this.#roots.length > 0 ? this.#roots : { problem: 'this is no JSON: it is empty', line: undefined };
  }

  #word(sign: string, value: string, line: number): string | undefined {
    const around = this.#open.at(-1);
    if (sign === '"' && around?.kind === 'map' && (this.#expected === 'a name' || this.#expected === 'a name or }')) {
      around.name = value;
      this.#expected = 'a colon';
      return undefined;
    }
    if (!this.#takesValue()) return this.#missing();
    if (sign !== '"' && !/^(?:[-\d].*|true|false|null)$/.test(value)) return unreadable(value);
    this.#put({ kind: 'scalar', text: sign !== '"' && value === 'null' ? '' : value, line });
    return undefined;
  }

  #begin(opened: Open, expected: Expected): string | undefined {
    if (!this.#takesValue()) return this.#missing();
    if (this.#open.length === mostDepth) return `it is nested more than ${mostDepth} levels deep`;
    this.#open.push(opened);
    this.#expected = expected;
    return undefined;
  }

  #end(sign: '}' | ']'): string | undefined {
    const around = this.#open.at(-1);
    const isEnd = this.#expected === 'a comma or the end' || this.#expected.endsWith(` ${sign}`);
    if (around === undefined || !isEnd || (around.kind === 'map') !== (sign === '}')) return this.#missing();
    this.#open.pop();
    this.#put(
      around.kind === 'list' ? around : this.#reduce({ kind: 'map', fields: around.fields, line: around.line }),
    );
    return undefined;
  }

  #put(value: Tree): void {
    const around = this.#open.at(-1);
    this.#expected = around === undefined ? 'a value' : 'a comma or the end';
    if (around === undefined) this.#roots.push(value);
    else if (around.kind === 'list') around.items.push(value);
    else around.fields.set(around.name, value);
  }

  #takesValue(): boolean {
    return this.#expected === 'a value' || this.#expected === 'a value or ]';
  }

  #missing(): string {
    return `${this.#expected} is missing`;
  }
}

const unreadable = (token: string): string =>
  `“${token.length > 30 ? `${token.slice(0, 30)}…` : token}” cannot be read`;
