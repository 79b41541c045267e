/** Finds the names of organisations in a line of words, and judges by the words around them whether they are spoken of. */
import { deeds, happenings, offers, subjects } from '../../../lexicon/deeds.ts';
import { clouds, commonWords, operators, projects, vendors } from '../../../lexicon/organisations.ts';
import { clearOf, findOwnWords } from '../../../lexicon/ownWords.ts';
import type { OwnWords } from '../../../lexicon/ownWords.ts';
import { matchesOf } from '../../../matches.ts';
import { rememberText } from '../../../memo.ts';

export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Whether the name alone says that somebody's system is meant. */
  readonly isOperator: boolean;
}

const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.+*?^$()|[\]{}\\]/g, '\\$&'))
    .join('|');

const names = new RegExp(`(?<![\\w.@/-])(?:${oneOf([...operators, ...vendors])})(?![\\w@]|\\.\\w|-[a-z])`, 'g');
const knownOperators: ReadonlySet<string> = new Set(operators);
const project = new RegExp(`^ (?:${oneOf(projects)})\\b`);

/**
 * Every organisation that is named in `text`, in order; one that is only its project's first name is not. Those of `own` are
 * the configuration's: somebody who adds a name means that the name alone says enough.
 */
export function mentionsIn(text: string, own?: OwnWords): readonly Mention[] {
  const usual = usualMentionsIn(text);
  const added = findOwnWords(text, own?.organisations);
  if (added.length === 0) return usual;
  return [
    ...clearOf(usual, added),
    ...added.map(({ words, start, end }) => ({ name: words, start, end, isOperator: true })),
  ].sort((a, b) => a.start - b.start);
}

const usualMentionsIn = rememberText((text): readonly Mention[] =>
  matchesOf(names, text)
    .map(({ 0: name, index }) => ({
      name,
      start: index,
      end: index + name.length,
      isOperator: knownOperators.has(name),
    }))
    .filter(({ end }) => !project.test(text.slice(end, end + reach))),
);

/** As far as the words around a name are read. */
const reach = 60;

const possessive = new RegExp(`^['’]s\\b(?! (?:${oneOf(offers)})\\b)`, 'i');
const acts = new RegExp(`^ (?:${oneOf(deeds)})\\b`, 'i');
const happensTo = new RegExp(`^ (?:[\\w-]+ ){0,3}(?:${oneOf(happenings)})\\b`, 'i');
const happensAtOnce = new RegExp(`^ (?:${oneOf(happenings)})\\b`, 'i');
const leadsTo = /\b(?:at|case study:?|when|example:?)\s+$/i;
const dated =
  /^[ ,:(-]{1,3}(?:(?:\d{1,2}(?: and \d{1,2})? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?)?(?:19|20)\d\d\b/i;

/** Whether the words around a name say what its bearer did or suffered. */
export function tellsOfThem(text: string, { name, start, end }: Mention): boolean {
  const after = text.slice(end, end + reach);
  if (possessive.test(after) || dated.test(after)) return true;
  if (commonWords.has(name)) return false;
  // "AWS region failure" may happen to anybody; "AWS outage" happened to them.
  if (clouds.has(name)) return happensAtOnce.test(after);
  return acts.test(after) || happensTo.test(after) || leadsTo.test(text.slice(Math.max(0, start - reach), start));
}

const opening = /^[^\p{L}\p{N}]*$/u;
const subject = new RegExp(`^\\s*(?:[-–—:|(]\\s?\\S|$)|\\b(?:${oneOf(subjects)}|(?:19|20)\\d\\d)\\b`, 'i');

/** "Stripe: request flow", "Stripe July 2023": a heading that opens with a name and goes on about its bearer. */
export function opensWith(text: string, { name, start, end }: Mention): boolean {
  const after = text.slice(end);
  return opening.test(text.slice(0, start)) && !clouds.has(name) && !/\bvs\b/i.test(after) && subject.test(after);
}
