/** Works on many items, a few at a time, and hands the results over in the order of the items. */

export interface Pace {
  /** How many are under way at once. */
  readonly atOnce: number;
  /** How many results wait for an earlier one, or for whoever takes them; no item is begun before there is room. */
  readonly held: number;
}

/** Rejects with the first failure in the order of the items; nothing more is begun then. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  { atOnce, held }: Pace,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const queue = items[Symbol.iterator]();
  const begun: Promise<Result>[] = [];
  let underWay = 0;
  let isOver = false;
  const begin = (): void => {
    while (!isOver && underWay < atOnce && begun.length < atOnce + held) {
      const next = queue.next();
      if (next.done === true) return;
      underWay += 1;
      const result = work(next.value).finally(() => {
        underWay -= 1;
        begin();
      });
      // A failure is met when its turn has come.
      void result.catch(() => undefined);
      begun.push(result);
    }
  };
  try {
    begin();
    for (let first = begun[0]; first !== undefined; first = begun[0]) {
      const result = await first;
      void begun.shift();
      begin();
      yield result;
    }
  } finally {
    isOver = true;
  }
}
