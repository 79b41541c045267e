/** Reads the `words` of a configuration: what a project adds to the lists of the gates. */
import { findNearest } from '../nearest.ts';
import { wordLists } from '../lexicon/ownWords.ts';
import type { OwnWords, WordList } from '../lexicon/ownWords.ts';
import { isRecord, listOf, wrongValue } from './values.ts';
import type { LayerProblem } from './values.ts';

const longestWord = 100;
const mostWords = 2_000;

export interface ParsedWords {
  readonly words: OwnWords;
  readonly problems: readonly LayerProblem[];
}

/** Reads `raw`, which may be anything. */
export function parseWords(raw: unknown): ParsedWords {
  const words: Partial<Record<WordList, readonly string[]>> = {};
  if (!isRecord(raw)) {
    return { words, problems: [wrongValue('words', `must be an object with lists for ${listOf(wordLists)}`)] };
  }
  const problems: LayerProblem[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const list = wordLists.find((each) => each === key);
    if (list === undefined) problems.push({ path: ['words', key], at: 'key', message: describeUnknownList(key) });
    else if (isListOfWords(value)) words[list] = value;
    else {
      const demand = `must be a list of at most ${mostWords} words or phrases, each of 1 to ${longestWord} characters`;
      problems.push({ ...wrongValue(key, demand), path: ['words', key] });
    }
  }
  return { words, problems };
}

/** What all of `layers` add, the same word once; undefined when that is nothing. */
export function mergeWords(layers: readonly (OwnWords | undefined)[]): OwnWords | undefined {
  const merged: Partial<Record<WordList, readonly string[]>> = {};
  for (const list of wordLists) {
    const words = new Set(layers.flatMap((layer) => layer?.[list] ?? []));
    if (words.size > 0) merged[list] = [...words];
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function describeUnknownList(key: string): string {
  const nearest = findNearest(key, wordLists);
  const hint = nearest === undefined ? `it must be ${listOf(wordLists)}.` : `did you mean \`${nearest}\`?`;
  return `There is no list \`${key}\` of words: ${hint}`;
}

const isListOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostWords &&
  value.every((each) => typeof each === 'string' && each.trim() !== '' && each.length <= longestWord);
