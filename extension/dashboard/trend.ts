/** Reads how the set of pages got to where it is, from the histories of the workspace's folders. */
import * as vscode from 'vscode';
import type { DashboardTrend } from '../../core/dashboardProtocol.ts';
import type { Git } from '../../core/history/git.ts';
import { pointOf, readHistories, readLog } from '../../core/history/readHistory.ts';
import type { HistoryCache, HistorySource } from '../../core/history/readHistory.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import { today } from '../clock.ts';

/** How this host runs git in a folder; undefined where it cannot or must not. */
export type GitOf = (folder: vscode.Uri, cancel: vscode.CancellationToken) => Promise<Git | undefined>;

export interface TrendParts {
  readonly closed: {
    checkInstead(file: { readonly uri: vscode.Uri; readonly text: string }): Promise<CheckedDocument | undefined>;
  };
  readonly gitOf: GitOf | undefined;
  /** Kept from one reading to the next, for each folder. */
  readonly cacheOf: (folder: vscode.Uri) => HistoryCache;
  /** The pages of a folder as they are now. */
  readonly now: (folder: vscode.Uri) => readonly CheckedDocument[];
  readonly report: (done: number, all: number) => void;
  readonly cancel: vscode.CancellationToken;
  readonly log: Log;
}

const mostCommits = 16;
const pageNames = /\.(?:md|markdown|mdx|mmd|mermaid)$/i;
const foreign = /(?:^|\/)node_modules\//;

export async function readTrend(parts: TrendParts): Promise<Pick<DashboardTrend, 'points' | 'problem'>> {
  const { cancel, report } = parts;
  const found = await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => sourceOf(folder, parts)));
  const known = found.filter((one) => one !== undefined);
  if (known.length === 0) return { points: [], problem: vscode.workspace.isTrusted ? undefined : untrusted() };
  const points = await readHistories(
    known.map(({ source }) => source),
    {
      most: mostCommits,
      cancel: {
        get cancelled() {
          return cancel.isCancellationRequested;
        },
      },
      report,
    },
  );
  const now = known.flatMap(({ folder }) => parts.now(folder.uri));
  return { points: points.length === 0 ? [] : [...points, pointOf(now, today())], problem: undefined };
}

/** Undefined for a folder that has no history. */
async function sourceOf(
  folder: vscode.WorkspaceFolder,
  { gitOf, closed, cacheOf, cancel, log }: TrendParts,
): Promise<{ readonly folder: vscode.WorkspaceFolder; readonly source: HistorySource } | undefined> {
  try {
    const git = await gitOf?.(folder.uri, cancel);
    if (git === undefined) return undefined;
    const commits = await readLog(git);
    if (commits.length === 0) return undefined;
    const source: HistorySource = {
      ...{ git, commits, cache: cacheOf(folder.uri) },
      // A folder inside of this one that is open itself counts its own.
      isPage: (path) =>
        pageNames.test(path) &&
        !foreign.test(path) &&
        vscode.workspace.getWorkspaceFolder(vscode.Uri.joinPath(folder.uri, path))?.index === folder.index,
      check: (path, text) => closed.checkInstead({ uri: vscode.Uri.joinPath(folder.uri, path), text }),
    };
    return { folder, source };
  } catch (problem) {
    // A folder that is in no repository, or in one without a commit, has no history.
    log.info(
      `dashboard: no history of ${folder.name}: ${problem instanceof Error ? problem.message : String(problem)}`,
    );
    return undefined;
  }
}

const untrusted = (): string => vscode.l10n.t('The history is read only in a workspace that you trust.');
