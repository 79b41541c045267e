/** Works out what a set of pages was like at a few commits of its history. Each content is checked once. */
import { dayAt } from '../goals/days.ts';
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

export interface HistoryParts {
  readonly git: Git;
  /** How many commits are looked at, at most. */
  readonly most: number;
  /** Whether a file, by its path below the folder, is one of the pages. */
  readonly isPage: (path: string) => boolean;
  /** Checks a page of the past under the configuration of today; undefined for one that has nothing to be checked. */
  readonly check: (path: string, text: string) => Promise<CheckedDocument | undefined>;
  readonly cache: HistoryCache;
  readonly cancel: Cancellation;
  /** So many different pages of so many are known. */
  readonly report: (done: number, all: number) => void;
}

/** Larger files are not read: nobody writes such pages. In bytes. */
const mostBytes = 2_000_000;
/** How many contents git is asked for at once, and how many bytes. */
const mostAtOnce = 200;
const mostBytesAtOnce = 8_000_000;

/** The points, the oldest first; as far as it came when it is cancelled. Rejects where git has no history to tell. */
export async function readHistory(parts: HistoryParts): Promise<readonly HistoryPoint[]> {
  const { git, most } = parts;
  const printed = git.decode(await git.run(logArguments));
  const commits = sampleCommits(readCommits(printed), most);
  const trees: { readonly commit: Commit; readonly files: readonly TreeFile[] }[] = [];
  for (const commit of commits) {
    if (isOver(parts)) return [];
    const listed = git.decode(await git.run(treeArguments(commit.hash)));
    const files = readTree(listed).filter(({ path, size }) => size <= mostBytes && parts.isPage(path));
    trees.push({ commit, files });
  }
  await checkAll(
    trees.flatMap(({ files }) => files),
    parts,
  );
  if (isOver(parts)) return [];
  return trees.map(({ commit, files }) => ({
    day: dayAt(commit.day),
    commit: commit.hash,
    ...addUp(files.flatMap((file) => parts.cache.get(keyOf(file)) ?? [])),
  }));
}

/** What is there now, as a point beside those of the past. */
export const pointOf = (checked: readonly CountedDocument[], day: string): HistoryPoint => ({
  day,
  commit: '',
  ...addUp(checked.map((each) => figuresOf(withoutReferences(each)))),
});

/** Asked anew each time, since it changes while something is waited for. */
const isOver = ({ cancel }: HistoryParts): boolean => cancel.cancelled;

/** Where a content stands decides under which configuration it is checked. */
const keyOf = ({ blob, path }: TreeFile): string => `${blob} ${path}`;

async function checkAll(files: readonly TreeFile[], parts: HistoryParts): Promise<void> {
  const { git, cache, report } = parts;
  const wanted = [...new Map(files.map((file) => [keyOf(file), file])).values()];
  const unknown = wanted.filter((file) => !cache.has(keyOf(file)));
  let done = wanted.length - unknown.length;
  for (const group of inGroups(unknown)) {
    if (isOver(parts)) return;
    const names = [...new Set(group.map(({ blob }) => blob))];
    const contents = readContents(await git.run(contentArguments, `${names.join('\n')}\n`), (bytes) =>
      git.decode(bytes),
    );
    for (const file of group) {
      if (isOver(parts)) return;
      const text = contents.get(file.blob);
      const checked = text === undefined ? undefined : await parts.check(file.path, text);
      cache.set(keyOf(file), checked === undefined ? undefined : figuresOf(withoutReferences(checked)));
      report((done += 1), wanted.length);
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
