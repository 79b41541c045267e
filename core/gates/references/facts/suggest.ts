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
    const names = [...candidates].filter((name) => name.length <= longest);
    comparisons += names.length;
    return word.length > longest || comparisons > mostComparisons ? undefined : findNearest(word, names);
  };
}
