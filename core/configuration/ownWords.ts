/** Reads the `words` of a configuration: what a project adds to the lists of the gates. */
import { componentKindNames } from '../lexicon/componentTerms.ts';
import type { ComponentKind } from '../lexicon/componentTerms.ts';
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
  if (!isRecord(raw)) {
    return { words: {}, problems: [wrongValue('words', `must be an object with lists for ${listOf(wordKeys)}`)] };
  }
  const { components, ...others } = raw;
  const lists = readLists(
    others,
    ['words'],
    wordLists,
    ({ key, hint }) => `There is no list \`${key}\` of words: ${hint}`,
  );
  if (components === undefined) return { words: lists.found, problems: lists.problems };
  const parsed = parseComponents(components);
  const words = parsed.found === undefined ? lists.found : { ...lists.found, components: parsed.found };
  return { words, problems: [...lists.problems, ...parsed.problems] };
}

const wordKeys = [...wordLists, 'components'] as const;

function parseComponents(raw: unknown): Partial<Lists<ComponentKind>> & Pick<Lists<ComponentKind>, 'problems'> {
  if (!isRecord(raw)) {
    const problem = wrongValue('components', 'must be an object with a list of names for each kind of component');
    return { problems: [{ ...problem, path: ['words', 'components'] }] };
  }
  return readLists(
    raw,
    ['words', 'components'],
    componentKindNames,
    ({ key, hint }) => `There is no kind \`${key}\` of components: ${hint}`,
  );
}

interface Lists<Key extends string> {
  readonly found: Partial<Record<Key, readonly string[]>>;
  readonly problems: readonly LayerProblem[];
}

/** Reads lists of words by key; `path` leads to the object that holds them. */
function readLists<Key extends string>(
  raw: Readonly<Record<string, unknown>>,
  path: readonly string[],
  keys: readonly Key[],
  describeUnknown: (unknown: { readonly key: string; readonly hint: string }) => string,
): Lists<Key> {
  const found: Partial<Record<Key, readonly string[]>> = {};
  const problems: LayerProblem[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const known = keys.find((each) => each === key);
    if (known === undefined) {
      const message = describeUnknown({ key, hint: hintFor(key, path.at(-1) === 'words' ? wordKeys : keys) });
      problems.push({ path: [...path, key], at: 'key', message });
    } else if (isListOfWords(value)) found[known] = value;
    else {
      const demand = `must be a list of at most ${mostWords} words or phrases, each of 1 to ${longestWord} characters`;
      problems.push({ ...wrongValue(key, demand), path: [...path, key] });
    }
  }
  return { found, problems };
}

function hintFor(key: string, keys: readonly string[]): string {
  const nearest = findNearest(key, keys);
  return nearest === undefined ? `it must be ${listOf(keys)}.` : `did you mean \`${nearest}\`?`;
}

/** What all of `layers` add, the same word once; undefined when that is nothing. */
export function mergeWords(layers: readonly (OwnWords | undefined)[]): OwnWords | undefined {
  const lists = mergeLists(layers, wordLists);
  const components = mergeLists(
    layers.map((layer) => layer?.components),
    componentKindNames,
  );
  const merged = { ...lists, ...(components === undefined ? {} : { components }) };
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function mergeLists<Key extends WordList | ComponentKind>(
  layers: readonly (Readonly<Partial<Record<Key, readonly string[]>>> | undefined)[],
  keys: readonly Key[],
): Partial<Record<Key, readonly string[]>> | undefined {
  const merged: Partial<Record<Key, readonly string[]>> = {};
  for (const key of keys) {
    const words = new Set(layers.flatMap((layer) => layer?.[key] ?? []));
    if (words.size > 0) merged[key] = [...words];
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

const isListOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostWords &&
  value.every((each) => typeof each === 'string' && each.trim() !== '' && each.length <= longestWord);
