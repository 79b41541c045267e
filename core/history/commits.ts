/** The commits of a history, and which few of them stand for the whole. */

export interface Commit {
  readonly hash: string;
  /** Days since 1970. */
  readonly day: number;
}

/** How git is asked: the commits of the branch itself that changed something below the folder, the newest first. */
export const logArguments: readonly string[] = [
  ...['log', '--first-parent', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--max-count=20000'],
  ...['--format=%H %ct', 'HEAD', '--', '.'],
];

const secondsOfDay = 86_400;

/** Reads what that prints. */
export function readCommits(printed: string): readonly Commit[] {
  return printed.split('\n').flatMap((line) => {
    const [, hash, time] = /^([0-9a-f]{40,64}) (\d+)$/.exec(line) ?? [];
    return hash === undefined ? [] : [{ hash, day: Math.floor(Number(time) / secondsOfDay) }];
  });
}

/**
 * At most `most` of `commits` (the newest first), evenly spread: the last of each day, of each week, or of as many weeks
 * as it takes. The oldest first.
 */
export function sampleCommits(commits: readonly Commit[], most: number): readonly Commit[] {
  const [newest] = commits;
  if (newest === undefined || most < 1) return [];
  const bucketOf = (day: number, step: number): number => Math.floor(Math.max(0, newest.day - day) / step);
  // Clocks differ: a commit may seem older than the one before it.
  const days = commits.reduce((longest, { day }) => Math.max(longest, newest.day - day), 0);
  let step = 1;
  while (Math.floor(days / step) + 1 > most) step = step === 1 ? 7 : step + 7;
  const seen = new Set<number>();
  const sampled: Commit[] = [];
  for (const commit of commits) {
    const bucket = bucketOf(commit.day, step);
    if (seen.has(bucket)) continue;
    seen.add(bucket);
    sampled.push(commit);
  }
  return sampled.sort((a, b) => a.day - b.day);
}
