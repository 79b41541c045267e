/** A statement of SQL, or a part of one, read from left to right. */
import type { Token } from './tokens.ts';

/** Something in a statement that makes it unreadable. */
export class StatementProblem extends Error {
  readonly line: number | undefined;

  constructor(problem: string, line: number | undefined) {
    super(problem);
    this.line = line;
  }
}

export class Statement {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get line(): number | undefined {
    return (this.#tokens[this.#at] ?? this.#tokens.at(-1))?.line;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Whether the next token is this keyword or sign. */
  isAt(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== 'quoted' && token.kind !== 'text' && token.text.toLowerCase() === text;
  }

  take(text: string): boolean {
    const isNext = this.isAt(text);
    if (isNext) this.#at += 1;
    return isNext;
  }

  takeAny(...texts: readonly string[]): boolean {
    return texts.some((text) => this.take(text));
  }

  skip(count: number): void {
    this.#at += count;
  }

  next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  /** Goes behind the first such keyword; stays where there is none. */
  skipPast(text: string): boolean {
    const start = this.#at;
    while (!this.isDone) {
      if (this.take(text)) return true;
      this.skip(1);
    }
    this.#at = start;
    return false;
  }

  /** `shop.orders`, `"Order Lines"`. */
  readName(): { readonly name: string; readonly line: number } {
    const parts: string[] = [];
    const line = this.line;
    do {
      const token = this.next();
      if (token === undefined || token.kind === 'sign' || token.kind === 'text' || line === undefined) throw new StatementProblem('the name of a table is missing here', token?.line ?? line); // prettier-ignore
      parts.push(token.text);
    } while (this.take('.'));
    return { name: parts.join('.'), line };
  }

  /** The column an item of a list of columns names, also where only its first signs count; expressions name none. */
  readColumn(): string {
    const token = this.next();
    if (token === undefined || token.kind === 'sign') return '';
    if (!this.isAt('(')) return token.text;
    const [length, ...more] = this.readList().map((part) => part.next()?.text ?? '');
    return more.length === 0 && /^\d+$/.test(length ?? '') ? token.text : '';
  }

  /** What stands in the brackets that open here, item by item. */
  readList(): readonly Statement[] {
    const opened = this.line;
    if (!this.take('(')) throw new StatementProblem('a list in brackets is missing here', opened);
    const items = this.#split(true);
    if (!this.take(')')) throw new StatementProblem('a bracket opens here and does not close', opened);
    return items;
  }

  /** The rest, split by commas outside brackets. */
  splitRest(): readonly Statement[] {
    return this.#split(false);
  }

  #split(isInBrackets: boolean): readonly Statement[] {
    const items: Statement[] = [];
    let depth = 0;
    let start = this.#at;
    const put = (): void => {
      if (this.#at > start) items.push(new Statement(this.#tokens.slice(start, this.#at)));
    };
    for (; !this.isDone; this.#at += 1) {
      if (this.isAt(')')) {
        if (depth === 0 && isInBrackets) break;
        depth -= 1;
      } else if (this.isAt('(')) depth += 1;
      else if (this.isAt(',') && depth === 0) {
        put();
        start = this.#at + 1;
      }
    }
    put();
    return items;
  }
}
