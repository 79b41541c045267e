/** What the pieces of a page are called. */
import { plainWords } from './plainWords.ts';
import type { SourceOption } from './source.ts';

const mostTitle = 100;

/** Taken by every kind. */
export const titleOption: SourceOption = {
  name: 'title',
  label: 'What it is about, for the heading and the diagram',
  otherwise: 'what the text or its file is called',
  problemOf: (value) =>
    value.trim() === '' ? 'write something' : value.length > mostTitle ? 'write something shorter' : undefined,
};

/** `2026-05_checkout-costs.csv` in words; undefined for texts that are no files. */
export function titleFromName(name: string): string | undefined {
  const stem = /^(.+)\.\w{1,8}$/.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const words = stem
    .replaceAll(/(?<!\d)[-_.]|[-_.](?!\d)|_/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

/** As far down as a text may say what it is called. */
const titleReach = 4_000;

/** The first heading, or a comment on the first line; undefined where the text begins with something else. */
export function titleFromText(text: string, name: string): string | undefined {
  const head = text.slice(0, titleReach);
  const heading = /\.(?:md|markdown|mdx)$/i.test(name) ? /^#{1,2} +(.+)$/m.exec(head) : /^\s*#{1,2} +(.+)/.exec(head);
  const title = heading?.[1] === undefined ? '' : plainWords(heading[1].replace(/ +#+ *$/, ''));
  return title === '' || title.length > mostTitle ? undefined : title;
}
