/** Words that a project adds to those the gates know, and how they are found in a text. */
import { matchesOf } from '../matches.ts';
import { remember } from '../memo.ts';
import type { Span } from '../model.ts';
import type { ComponentKind } from './componentTerms.ts';

/** What can be added to: claims that want a figure, names of organisations and of what they run, marks of unfinished work. */
export const wordLists = ['vague', 'organisations', 'placeholders'] as const;
export type WordList = (typeof wordLists)[number];

/** Names of the project's own parts, by what kind of part each is. */
export type OwnComponents = Readonly<Partial<Record<ComponentKind, readonly string[]>>>;

export type OwnWords = Readonly<Partial<Record<WordList, readonly string[]>>> & {
  readonly components?: OwnComponents;
};

/** A word of a list as it stands in a text. */
export interface OwnMatch extends Span {
  readonly words: string;
}

/** Where one of `list` stands in `text` as a word of its own, in any case, in order; the longest where several begin. */
export function findOwnWords(text: string, list: readonly string[] | undefined): readonly OwnMatch[] {
  if (list === undefined || list.length === 0) return [];
  return matchesOf(patternOf(list), text).map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}

/** Those of `spans` that touch none of `others`. */
export function clearOf<Found extends Span>(spans: readonly Found[], others: readonly Span[]): readonly Found[] {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  return [...spans]
    .sort((a, b) => a.end - b.end)
    .filter(({ start, end }) => {
      for (let other = sorted[next]; other !== undefined && other.start < end; other = sorted[++next])
        reached = Math.max(reached, other.end);
      return reached <= start;
    })
    .sort((a, b) => a.start - b.start);
}

const patternOf: (list: readonly string[]) => RegExp = remember((list) => {
  const longestFirst = [...list].map((words) => words.trim()).sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((words) =>
    words.replace(/[.+*?^$()|[\]{}\\/]/g, '\\$&').replace(/\s+/g, '\\s'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
});
