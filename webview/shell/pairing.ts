/** Finds the diagrams of a page again after an edit, so that each keeps its place, its zoom and its last picture. */

/**
 * For each key of `after`, the index in `before` it continues; undefined where it is new. Equal keys at both ends and
 * then anywhere stay together; what is left was edited and stands where it stood, if nothing came or went.
 */
export function pairDiagrams(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
  const result: (number | undefined)[] = after.map(() => undefined);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    result[start] = start;
    start += 1;
  }
  let ending = 0;
  while (
    ending < before.length - start &&
    ending < after.length - start &&
    before[before.length - 1 - ending] === after[after.length - 1 - ending]
  ) {
    result[after.length - 1 - ending] = before.length - 1 - ending;
    ending += 1;
  }
  const freeBefore = before.map((_, index) => index).slice(start, before.length - ending);
  const freeAfter = after.map((_, index) => index).slice(start, after.length - ending);
  const unpaired = freeAfter.filter((index) => {
    const found = freeBefore.findIndex((candidate) => before[candidate] === after[index]);
    if (found === -1) return true;
    [result[index]] = freeBefore.splice(found, 1);
    return false;
  });
  // With as many left on both sides the edit changed texts in place. Otherwise diagrams came or went, and a guess would
  // show one diagram's picture for another.
  if (unpaired.length === freeBefore.length) {
    for (const [order, index] of unpaired.entries()) result[index] = freeBefore[order];
  }
  return result;
}
