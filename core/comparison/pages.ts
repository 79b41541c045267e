/** Finds the diagrams of a page again on another version of the page. */
import { identitiesOf } from './changes.ts';
import type { ComparedDiagram } from './changes.ts';

export interface KeyedDiagram extends ComparedDiagram {
  /** Equal for equal texts. */
  readonly key: string;
}

/** Places in the two versions; at least one of them is there. */
export interface DiagramPair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The least share of parts that a diagram has in common with what it became. */
const leastCommon = 0.3;
/** With more left to try than this, diagrams are told apart by their place alone: a page of hundreds was rewritten. */
const mostTrials = 2_500;

/** Pairs in the order of the new version; what is gone stands where it stood. */
export function pairPages(before: readonly KeyedDiagram[], after: readonly KeyedDiagram[]): readonly DiagramPair[] {
  const partner = new Map<number, number>();
  const free = new Set(before.keys());
  const pair = (old: number, now: number): void => {
    partner.set(now, old);
    free.delete(old);
  };
  for (const [now, { key }] of after.entries()) {
    const old = [...free].find((index) => before[index]?.key === key);
    if (old !== undefined) pair(old, now);
  }
  const open = (): readonly number[] => [...after.keys()].filter((now) => !partner.has(now));
  if (open().length * free.size <= mostTrials) {
    for (const now of open()) {
      const old = mostAlike(before, free, after[now]);
      if (old !== undefined) pair(old, now);
    }
  }
  // What is left of one type on both sides, in equal number, was rewritten in place.
  const left = open();
  const gone = [...free];
  const typesOf = (page: readonly KeyedDiagram[], places: readonly number[]): string =>
    places.map((place) => page[place]?.type ?? '').join();
  if (left.length === gone.length && typesOf(after, left) === typesOf(before, gone)) {
    for (const [order, now] of left.entries()) {
      const old = gone[order];
      if (old !== undefined) pair(old, now);
    }
  }
  return merge(before.length, after.length, partner, free);
}

function mostAlike(
  before: readonly KeyedDiagram[],
  free: ReadonlySet<number>,
  now: KeyedDiagram | undefined,
): number | undefined {
  if (now === undefined) return undefined;
  const wanted = identitiesOf(now);
  let best: { readonly index: number; readonly share: number } | undefined;
  for (const index of free) {
    const old = before[index];
    if (old === undefined || old.type !== now.type) continue;
    const had = identitiesOf(old);
    const common = [...had].filter((identity) => wanted.has(identity)).length;
    const share = common / Math.max(1, had.size + wanted.size - common);
    if (share >= leastCommon && share > (best?.share ?? 0)) best = { index, share };
  }
  return best?.index;
}

function merge(
  oldCount: number,
  newCount: number,
  partner: ReadonlyMap<number, number>,
  gone: ReadonlySet<number>,
): readonly DiagramPair[] {
  const pairs: DiagramPair[] = [];
  const waiting = [...gone].filter((old) => old < oldCount);
  const tellGone = (until: number): void => {
    while (waiting[0] !== undefined && waiting[0] < until) pairs.push({ before: waiting.shift(), after: undefined });
  };
  for (let now = 0; now < newCount; now += 1) {
    const old = partner.get(now);
    if (old !== undefined) tellGone(old);
    pairs.push({ before: old, after: now });
  }
  tellGone(oldCount);
  return pairs;
}
