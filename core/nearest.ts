/** Finds what somebody probably meant to write. */

/** The candidate nearest to `word`, ignoring case; undefined when none is near enough to be offered. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // A third of the letters may be wrong: enough for slips, too little for another word.
  let bestDistance = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = countSlips(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The candidates that could be meant by `word`, the nearest first; among equals the order given. */
export function rankNearest(word: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.max(2, candidate.length / 2))
    .sort((a, b) => a.slips - b.slips)
    .map(({ candidate }) => candidate);
}

/** How many letters are missing, added, wrong or swapped with their neighbour between two words. */
function countSlips(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity;
      const removed = (last[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(removed, added, (last[column - 1] ?? 0) + (isSame ? 0 : 1), swapped));
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
