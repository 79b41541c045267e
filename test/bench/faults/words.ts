/** What a reader of a diagram sees of its text: the words, whatever quotes or brackets stand around them. */

const entities: Readonly<Record<string, string>> = { quot: '"', colon: ':', semi: ';', lt: '<', gt: '>', amp: '&' };

const decoded = (text: string): string =>
  text
    .replace(/[#&](\w+);/g, (whole, name: string) => entities[name] ?? (/^\d+$/.test(name) ? ' ' : whole))
    .replace(/\u200B/g, '');

/** The words of `text` in order of the alphabet, so that two texts with the same words compare equal. */
export function wordsOf(text: string): string {
  return (decoded(text).match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}
