/** Finds what was probably meant, within limits that a hostile page cannot stretch. */
import { findNearest } from '../../../nearest.ts';

/** Names longer than this are not compared. */
const longest = 120;
/** How many pairs of names are compared for one document. */
const mostComparisons = 20_000;

/** The candidate nearest to a word; undefined when none is near, or enough was compared for this document. */
export type Suggest = (word: string, candidates: Iterable<string>) => string | undefined;

export function createSuggest(): Suggest {
  let comparisons = 0;
  return (word, candidates) => {
    if (word.length > longest || comparisons > mostComparisons) return undefined;
    const names = [...candidates].filter((name) => name.length <= longest);
    comparisons += names.length;
    if (comparisons > mostComparisons) return undefined;
    return findNearest(word, names) ?? findByWords(word, names);
  };
}

/** The one candidate that has all the words, or whose words are all among them; half of the words must be shared. */
function findByWords(word: string, names: readonly string[]): string | undefined {
  const wanted = wordsOf(word);
  const found = names.filter((name) => {
    const words = wordsOf(name);
    const [fewer, more] = words.size < wanted.size ? [words, wanted] : [wanted, words];
    return fewer.size * 2 >= more.size && fewer.size > 0 && [...fewer].every((each) => more.has(each));
  });
  return found.length === 1 ? found[0] : undefined;
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  );
