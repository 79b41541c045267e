/** Reads how the set of pages got to where it is, from the history of the workspace's first folder that has one. */
import * as vscode from 'vscode';
import type { DashboardTrend } from '../../core/dashboardProtocol.ts';
import type { Git } from '../../core/history/git.ts';
import { pointOf, readHistory } from '../../core/history/readHistory.ts';
import type { HistoryCache } from '../../core/history/readHistory.ts';
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
  const { gitOf, closed, cancel, report, log } = parts;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const git = await gitOf?.(folder.uri, cancel);
    if (git === undefined || cancel.isCancellationRequested) continue;
    try {
      const points = await readHistory({
        git,
        most: mostCommits,
        isPage: (path) => pageNames.test(path) && !foreign.test(path),
        check: (path, text) => closed.checkInstead({ uri: vscode.Uri.joinPath(folder.uri, path), text }),
        cache: parts.cacheOf(folder.uri),
        cancel: {
          get cancelled() {
            return cancel.isCancellationRequested;
          },
        },
        report,
      });
      if (points.length > 0)
        return { points: [...points, pointOf(parts.now(folder.uri), today())], problem: undefined };
    } catch (problem) {
      // A folder that is in no repository, or in one without a commit, has no history.
      log.info(
        `dashboard: no history of ${folder.name}: ${problem instanceof Error ? problem.message : String(problem)}`,
      );
    }
  }
  return { points: [], problem: vscode.workspace.isTrusted ? undefined : untrusted() };
}

const untrusted = (): string => vscode.l10n.t('The history is read only in a workspace that you trust.');
