/** A list within a JSON text, written an element at a time as `JSON.stringify` would write the whole with two spaces. */

export class JsonList {
  readonly #indent: string;
  #isEmpty = true;

  /** `depth` is how deep the line stands on which the list begins. */
  constructor(depth: number) {
    this.#indent = '  '.repeat(depth);
  }

  /** Another element, with what parts it from the one before. */
  element(value: object): string {
    const before = this.#isEmpty ? '\n' : ',\n';
    this.#isEmpty = false;
    return `${before}${this.#indent}  ${nested(value, `${this.#indent}  `)}`;
  }

  /** The bracket at the end. */
  close(): string {
    return this.#isEmpty ? ']' : `\n${this.#indent}]`;
  }
}

/** `value` with all lines but the first moved to the right; a line break within a string is written as `\n`. */
export const nested = (value: object, indent: string): string =>
  JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
