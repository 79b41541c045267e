/** Turns word lists into patterns: whole words in any case, a `*` for any ending. */

/** The words of a list written with commas. */
export const listOf = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

const pattern = (words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[a-z]*` : word))
    .join('|');

/** One of `words`, wherever it stands. */
export function anyOf(words: readonly string[], flags = 'i'): RegExp {
  return new RegExp(`(?<![\\w-])(?:${pattern(words)})(?![\\w])`, flags);
}

/** One of `words` at the very start. */
export function atStart(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${pattern(words)})(?![\\w])`, 'i');
}

/** One of `words` near the end, with at most three words behind it. */
export function nearEnd(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${pattern(words)})[\\s:=]+(?:[\\w%.-]{1,20}[\\s:]+){0,3}$`, 'i');
}
