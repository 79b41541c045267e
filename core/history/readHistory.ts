/** Works out what a set of pages was like at a few commits of its history. Each content is checked once. */
import { dayAt } from '../goals/days.ts';
import { groupBy } from '../groupBy.ts';
import type { CheckedDocument } from '../model.ts';
import type { Cancellation } from '../ports.ts';
import { addUp, figuresOf } from '../report/figures.ts';
import type { CountedDocument, PageFigures, SetFigures } from '../report/figures.ts';
import { scoreGates } from '../score.ts';
import { logArguments, readCommits, sampleCommits } from './commits.ts';
import type { Commit } from './commits.ts';
import type { Git } from './git.ts';
import { contentArguments, readContents, readTree, treeArguments } from './objects.ts';
import type { TreeFile } from './objects.ts';

/** What the set was like on a day. */
export interface HistoryPoint extends SetFigures {
  readonly day: string;
  /** The commit; empty for what is there now. */
  readonly commit: string;
}

/** What is known of pages of the past, by content and place; undefined for what is no page. */
export type HistoryCache = Map<string, PageFigures | undefined>;

/** A folder with a history of its own. */
export interface HistorySource {
  readonly git: Git;
  /** Of the folder, the newest first. */
  readonly commits: readonly Commit[];
  /** Whether a file, by its path below the folder, is one of the pages. */
  readonly isPage: (path: string) => boolean;
  /** Checks a page of the past under the configuration of today; undefined for one that has nothing to be checked. */
  readonly check: (path: string, text: string) => Promise<CheckedDocument | undefined>;
  readonly cache: HistoryCache;
}

export interface HistoryReading {
  /** How many commits are looked at, at most. */
  readonly most: number;
  readonly cancel: Cancellation;
  /** So many different pages of so many are known. */
  readonly report: (done: number, all: number) => void;
}

/** Larger files are not read: nobody writes such pages. In bytes. */
const mostBytes = 2_000_000;
/** How many contents git is asked for at once, and how many bytes. */
const mostAtOnce = 200;
const mostBytesAtOnce = 8_000_000;

/** The commits of a folder. Rejects where git has no history to tell. */
export const readLog = async (git: Git): Promise<readonly Commit[]> =>
  readCommits(git.decode(await git.run(logArguments)));

/** The points of one folder, the oldest first; none when it is cancelled. Rejects where git has no history to tell. */
export async function readHistory({
  git,
  isPage,
  check,
  cache,
  ...reading
}: Omit<HistorySource, 'commits'> & HistoryReading): Promise<readonly HistoryPoint[]> {
  return readHistories([{ git, isPage, check, cache, commits: await readLog(git) }], reading);
}

/** The points of several folders together: at each commit of one, what the others were like by then. */
export async function readHistories(
  sources: readonly HistorySource[],
  reading: HistoryReading,
): Promise<readonly HistoryPoint[]> {
  const { most, cancel } = reading;
  const moments: { readonly commit: Commit; readonly pages: readonly PastPage[] }[] = [];
  for (const commit of sampleCommits(inOrder(sources), most)) {
    const pages: PastPage[] = [];
    for (const source of sources) {
      if (isOver(cancel)) return [];
      const at = commitBy(source, commit);
      if (at !== undefined) pages.push(...(await readPages(source, at)));
    }
    moments.push({ commit, pages });
  }
  await checkAll(
    moments.flatMap(({ pages }) => pages),
    reading,
  );
  if (isOver(cancel)) return [];
  return moments.map(({ commit, pages }) => ({
    day: dayAt(commit.day),
    commit: commit.hash,
    ...addUp(pages.flatMap(({ source, file }) => source.cache.get(keyOf(file)) ?? [])),
  }));
}

interface PastPage {
  readonly source: HistorySource;
  readonly file: TreeFile;
}

/** All commits, the newest first; those of one folder stay in the order of its history. */
const inOrder = (sources: readonly HistorySource[]): readonly Commit[] => {
  const all = sources.flatMap(({ commits }) => commits);
  return sources.length < 2 ? all : all.toSorted((a, b) => b.day - a.day);
};

/** What a folder was like when another, or itself, came to a commit. */
const commitBy = ({ commits }: HistorySource, moment: Commit): Commit | undefined =>
  commits.find(({ hash }) => hash === moment.hash) ?? commits.find(({ day }) => day <= moment.day);

async function readPages(source: HistorySource, { hash }: Commit): Promise<readonly PastPage[]> {
  const { git, isPage } = source;
  const files = readTree(git.decode(await git.run(treeArguments(hash))));
  return files.filter(({ path, size }) => size <= mostBytes && isPage(path)).map((file) => ({ source, file }));
}

/** What is there now, as a point beside those of the past. */
export const pointOf = (checked: readonly CountedDocument[], day: string): HistoryPoint => ({
  day,
  commit: '',
  ...addUp(checked.map((each) => figuresOf(withoutReferences(each)))),
});

/** Asked anew each time, since it changes while something is waited for. */
const isOver = (cancel: Cancellation): boolean => cancel.cancelled;

/** Where a content stands decides under which configuration it is checked. */
const keyOf = ({ blob, path }: TreeFile): string => `${blob} ${path}`;

async function checkAll(pages: readonly PastPage[], { cancel, report }: HistoryReading): Promise<void> {
  const bySource = [...groupBy(pages, ({ source }) => source)].map(([source, of]) => ({
    source,
    wanted: [...new Map(of.map(({ file }) => [keyOf(file), file])).values()],
  }));
  const all = bySource.reduce((sum, { wanted }) => sum + wanted.length, 0);
  let done = 0;
  for (const { source, wanted } of bySource) {
    const { git, cache, check } = source;
    const unknown = wanted.filter((file) => !cache.has(keyOf(file)));
    done += wanted.length - unknown.length;
    for (const group of inGroups(unknown)) {
      if (isOver(cancel)) return;
      const names = [...new Set(group.map(({ blob }) => blob))];
      const printed = await git.run(contentArguments, `${names.join('\n')}\n`);
      const contents = readContents(printed, (bytes) => git.decode(bytes));
      for (const file of group) {
        if (isOver(cancel)) return;
        const text = contents.get(file.blob);
        const checked = text === undefined ? undefined : await check(file.path, text);
        cache.set(keyOf(file), checked === undefined ? undefined : figuresOf(withoutReferences(checked)));
        report((done += 1), all);
      }
    }
  }
}

function* inGroups(files: readonly TreeFile[]): Generator<readonly TreeFile[]> {
  let group: TreeFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (group.length > 0 && (group.length >= mostAtOnce || bytes + file.size > mostBytesAtOnce)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(file);
    bytes += file.size;
  }
  if (group.length > 0) yield group;
}

/** Whether links of the past led somewhere is not for the files of today to say. */
function withoutReferences(checked: CountedDocument): CountedDocument {
  const gates = checked.gates.filter(({ id }) => id !== 'references');
  return {
    ...checked,
    gates,
    findings: checked.findings.filter(({ gate }) => gate !== 'references'),
    score: scoreGates(gates),
  };
}
