/** Whether edits keep every word that a reader of the diagram sees. */
import type { TextEdit } from '../../model.ts';

const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  colon: ':',
  semi: ';',
  nbsp: ' ',
};
const entity = /[#&](?:#?(\d{1,6})|([a-z]+));/g;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** What is shown for a text: entities decoded, invisible characters left out. */
const shown = (text: string): string =>
  text
    .replace(entity, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replace(invisible, '');

/** The letters and digits a reader sees, sorted. */
export const lettersOf = (texts: readonly string[]): string =>
  texts
    .flatMap((text) => shown(text).match(/[\p{L}\p{N}]/gu) ?? [])
    .sort()
    .join('');

/** True when what `edits` put in shows the same letters and digits as what they take out of `text`. */
export function keepsWords(text: string, edits: readonly TextEdit[]): boolean {
  const removed = edits.map(({ span }) => text.slice(span.start, span.end));
  return lettersOf(removed) === lettersOf(edits.map((edit) => edit.text));
}
