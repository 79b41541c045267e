/** The history of a set of pages: which commits stand for it, what git prints of them, and what is checked how often. */
import assert from 'node:assert/strict';
import { readCommits, sampleCommits } from '../../../core/history/commits.ts';
import type { Commit } from '../../../core/history/commits.ts';
import type { Git } from '../../../core/history/git.ts';
import { readContents, readTree } from '../../../core/history/objects.ts';
import { pointOf, readHistories, readHistory, readLog } from '../../../core/history/readHistory.ts';
import type { HistoryCache, HistoryPoint } from '../../../core/history/readHistory.ts';
import { checkText, pageWith } from '../../support/checkText.ts';

const hash = (letter: string): string => letter.repeat(40);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (read: Uint8Array): string => new TextDecoder().decode(read);
/** A commit on each of these days, the newest first. */
const on = (...days: readonly number[]): readonly Commit[] => days.map((day) => ({ hash: `c${day}`, day }));
const daysOf = (commits: readonly Commit[]): readonly number[] => commits.map(({ day }) => day);

describe('the sample of a history', () => {
  it('is the last commit of each day while these are few', () => {
    const twice = [{ hash: 'late', day: 9 }, { hash: 'early', day: 9 }, ...on(7, 5)];
    assert.deepEqual(
      sampleCommits(twice, 5).map(({ hash: name }) => name),
      ['c5', 'c7', 'late'],
    );
  });

  it('is the last of each week, or of several, when they are many; the newest always among them', () => {
    const daily = on(...Array.from({ length: 61 }, (_, at) => 160 - at));
    assert.deepEqual(daysOf(sampleCommits(daily, 10)), [104, 111, 118, 125, 132, 139, 146, 153, 160]);
    assert.deepEqual(daysOf(sampleCommits(daily, 5)), [104, 118, 132, 146, 160]);
    assert.deepEqual(daysOf(sampleCommits(daily, 1)), [160]);
    for (const most of [1, 2, 3, 7, 12, 24, 100]) assert.ok(sampleCommits(daily, most).length <= most, String(most));
  });

  it('bears clocks that went wrong, and no commit at all', () => {
    assert.deepEqual(daysOf(sampleCommits(on(10, 30, 8), 4)), [8, 10]);
    assert.deepEqual(sampleCommits([], 4), []);
  });
});

describe('what git prints', () => {
  it('of commits is a name and a time each', () => {
    const printed = `${hash('a')} 1700000000\n${hash('b')} 86399\nwarning: something\n\n`;
    assert.deepEqual(readCommits(printed), [
      { hash: hash('a'), day: 19_675 },
      { hash: hash('b'), day: 0 },
    ]);
  });

  it('of trees is files with any names; links and submodules are none', () => {
    const printed = [
      `100644 blob ${hash('a')}     120\tdocs/a b\nc.md`,
      `100755 blob ${hash('b')}       7\t"quoted".md`,
      `120000 blob ${hash('c')}       9\tlink.md`,
      `160000 commit ${hash('d')}       -\tmodule.md`,
      '',
    ].join('\0');
    assert.deepEqual(readTree(printed), [
      { path: 'docs/a b\nc.md', blob: hash('a'), size: 120 },
      { path: '"quoted".md', blob: hash('b'), size: 7 },
    ]);
  });

  it('of contents is as long as it says, whatever is in it', () => {
    const trap = `ä\n${hash('c')} blob 3\nxyz\n`;
    const printed = bytes(
      `${hash('a')} blob ${bytes(trap).length}\n${trap}\n${hash('b')} missing\n${hash('d')} blob 0\n\n${hash('e')} blob 99\ncut`,
    );
    const contents = readContents(printed, decode);
    assert.deepEqual(
      [...contents],
      [
        [hash('a'), trap],
        [hash('d'), ''],
        [hash('e'), 'cut'],
      ],
    );
  });
});

describe('the history of a set', () => {
  const good = pageWith('flowchart LR\n  a --> b');
  const broken = pageWith('flowchart LR\n  BROKEN');
  const blobs: Readonly<Record<string, string>> = { [hash('1')]: good, [hash('2')]: broken, [hash('3')]: 'no page' };
  /** Two commits: one broken page, then it is repaired and a second comes. */
  const trees: Readonly<Record<string, string>> = {
    [hash('a')]: `100644 blob ${hash('2')} 9\ta.md\0`,
    [hash('b')]:
      `100644 blob ${hash('1')} 9\ta.md\0` +
      `100644 blob ${hash('1')} 9\tb.md\0` +
      `100644 blob ${hash('3')} 9\tc.txt\0`,
  };
  const asked: string[][] = [];
  const git: Git = {
    decode,
    run: (args, input = '') => {
      asked.push([...args]);
      const [verb] = args;
      if (verb === 'log') return Promise.resolve(bytes(`${hash('b')} 864000\n${hash('a')} 86400\n`));
      if (verb === 'ls-tree') return Promise.resolve(bytes(trees[args[4] ?? ''] ?? ''));
      const names = input.trim().split('\n');
      return Promise.resolve(
        bytes(names.map((name) => `${name} blob ${(blobs[name] ?? '').length}\n${blobs[name] ?? ''}\n`).join('')),
      );
    },
  };
  const checked: string[] = [];
  const read = (cache: HistoryCache = new Map(), cancelAfter = Infinity): Promise<readonly HistoryPoint[]> =>
    readHistory({
      git,
      most: 12,
      cache,
      isPage: (path) => path.endsWith('.md'),
      check: (path, text) => {
        checked.push(path);
        return checkText(text);
      },
      cancel: {
        get cancelled() {
          return checked.length >= cancelAfter;
        },
      },
      report: () => undefined,
    });
  beforeEach(() => {
    checked.length = 0;
    asked.length = 0;
  });

  it('is a point for each commit, the oldest first', async () => {
    const points = await read();
    assert.deepEqual(
      points.map(({ day, commit, documents, diagrams, broken: bad }) => [day, commit, documents, diagrams, bad]),
      [
        ['1970-01-02', hash('a'), 1, 1, 1],
        ['1970-01-11', hash('b'), 2, 2, 0],
      ],
    );
  });

  it('checks each content at its place once, also from one reading to the next', async () => {
    const cache: HistoryCache = new Map();
    const first = await read(cache);
    assert.deepEqual(checked, ['a.md', 'a.md', 'b.md']);
    assert.deepEqual(await read(cache), first);
    assert.equal(checked.length, 3, 'nothing was checked again');
    assert.equal(asked.filter(([verb]) => verb === 'cat-file').length, 1, 'and nothing read again');
  });

  it('ends when it is cancelled, and keeps what it knows', async () => {
    const cache: HistoryCache = new Map();
    assert.deepEqual(await read(cache, 1), []);
    assert.deepEqual([checked.length, cache.size], [1, 1]);
  });

  it('of several folders counts all of them as they were by each commit', async () => {
    const other: Git = {
      decode,
      run: (args, input) =>
        args[0] === 'log'
          ? Promise.resolve(bytes(`${hash('d')} 432000\n`))
          : args[0] === 'ls-tree'
            ? Promise.resolve(bytes(`100644 blob ${hash('2')} 9\tother.md\0`))
            : git.run(args, input),
    };
    const reported: string[] = [];
    const source = async (of: Git) => ({
      ...{ git: of, commits: await readLog(of), cache: new Map(), isPage: (path: string) => path.endsWith('.md') },
      check: (_path: string, text: string) => checkText(text),
    });
    const points = await readHistories([await source(git), await source(other)], {
      most: 12,
      cancel: { cancelled: false },
      report: (done, all) => reported.push(`${done}/${all}`),
    });
    assert.deepEqual(
      points.map(({ day, commit, documents, broken: bad }) => [day, commit, documents, bad]),
      [
        ['1970-01-02', hash('a'), 1, 1],
        ['1970-01-06', hash('d'), 2, 2],
        ['1970-01-11', hash('b'), 3, 1],
      ],
    );
    assert.deepEqual(reported, ['1/4', '2/4', '3/4', '4/4']);
  });

  it('fails as git fails', async () => {
    const silent: Git = { decode, run: () => Promise.reject(new Error('not a git repository')) };
    const parts = { most: 3, cache: new Map(), isPage: () => true, check: () => Promise.resolve(undefined) };
    const rest = { cancel: { cancelled: false }, report: () => undefined };
    await assert.rejects(readHistory({ git: silent, ...parts, ...rest }), /not a git repository/);
  });

  it('leaves references out of what is now, as of what was', async () => {
    const page = await checkText(good);
    const gates = [...page.gates, { id: 'references', verdict: 'fail', evidence: {} } as const];
    const [was, now] = [pointOf([page], '2026-11-20'), pointOf([{ ...page, gates, score: 10 }], '2026-11-20')];
    assert.deepEqual(now, was);
  });
});
