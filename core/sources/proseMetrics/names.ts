/** Says what a figure of a sentence measures, in the words that stand around it. */
import { matchesOf } from '../../matches.ts';
import type { Quantity } from '../../quantities/model.ts';

interface Neighbours {
  /** The end of the figure before; 0 where there is none. */
  readonly previous: number;
  /** The start of the figure behind; the text's length where there is none. */
  readonly next: number;
}

/** What ends one thought and begins another. */
const boundary = /[.!?](?=\s)|[;()]|,(?=\s)|\s[–—-]\s|\b(?:and|but|while|whereas|with|plus|then)\b/gi;
const sentenceEnd = /[.!?](?=\s+[\p{Lu}\d"'*])/gu;
const verb =
  /\b(?:is|are|was|were|has|have|had|handles?|handled|serves?|served|costs?|takes?|took|runs?|ran|uses?|needs?|processes?|stores?|holds?|keeps?|sees?|saw|reaches?|reached|drops?|dropped|fell|falls|rose|rises|grows?|grew|peaks?|peaked|averages?|saves?|saved|spends?|pays?|lasts?|lasted)\b/i;
const leading =
  /^(?:[\s,:;–—-]|(?:and|but|while|with|plus|then|a|an|the|of|in|at|to|for|on|by|from|per|as|is|are|was|were|or)\b)+/i;
const trailing =
  /(?:[\s,:;–—(-]|\b(?:of|in|at|to|for|on|by|from|is|are|was|were|be|about|around|only|just|some|a|an|the|up|over|under|than|within|as|has|have|had|=))+$/i;

/** As far as words may stand from their figure. */
const reach = 300;

/** Empty behind a "to" that goes on from the figure before, as in "from 120 ms to 45 ms". */
export function nameFigure(text: string, { qualified, span }: Quantity, { previous, next }: Neighbours): string {
  const sentence = lastEnd(text, sentenceEnd, Math.max(0, qualified.start - reach), qualified.start);
  const from = Math.max(sentence, previous);
  const before = trim(text.slice(lastEnd(text, boundary, from, qualified.start), qualified.start));
  if (/^(?:to|→|->)$/i.test(text.slice(from, qualified.start).trim())) return '';
  if (/\p{L}/u.test(before))
    return isVerb(before) ? `${subjectOf(text, sentence, qualified.start)} ${before}`.trim().replace(/^(\w+) \1$/i, '$1') : before; // prettier-ignore
  // "30 brokers serve checkout": what comes behind tells.
  const rest = text.slice(span.end, Math.min(next, span.end + reach));
  const end = firstStart(rest, boundary);
  const behind = trim(rest.slice(0, end));
  return /\p{L}/u.test(behind) ? behind : subjectOf(text, sentence, qualified.start);
}

/** The end of the last match between two places; `from` where there is none. */
function lastEnd(text: string, pattern: RegExp, from: number, to: number): number {
  const found = matchesOf(pattern, text.slice(from, to)).at(-1);
  return found === undefined ? from : from + found.index + found[0].length;
}

const firstStart = (text: string, pattern: RegExp): number => matchesOf(pattern, text)[0]?.index ?? text.length;

/** When it was, which is no part of what was measured. */
const whenIt =
  /^(?:(?:[Aa]t|[Oo]n|[Bb]y|[Ss]ince|[Aa]fter|[Aa]round) )?(?:\d{1,2}:\d\d(?::\d\d)?(?: ?(?:UTC|GMT|[ap]m|[A-Z]{3,4})\b)?|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)[\s,]+/;

function trim(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const what = line.replace(whenIt, '').replace(whenIt, '');
  return what
    .replace(leading, '')
    .replace(trailing, '')
    .replace(/(?<=\w{3})\.$/, '')
    .trim();
}

const isVerb = (words: string): boolean => verb.exec(words)?.[0] === words;

/** What a sentence begins with, up to its verb. */
function subjectOf(text: string, sentence: number, end: number): string {
  const start = text.slice(sentence, end);
  return trim(start.slice(0, /:(?!\d)/.exec(start)?.index ?? verb.exec(start)?.index ?? Math.min(start.length, 60)));
}
