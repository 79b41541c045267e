/** Decides which pages are checked again after something changed: files, configuration, settings, the workspace's folders. */
import * as vscode from 'vscode';
import { isConfigFile } from '../../core/configuration/fileNames.ts';
import type { Clock } from '../../core/ports.ts';
import { touchedBy } from '../../core/workspace/touched.ts';
import type { PathChange } from '../../core/workspace/touched.ts';
import type { Baselines } from '../baselines.ts';
import type { ConfigFiles } from '../configFiles.ts';
import type { CheckedDocuments, Checker } from '../documents.ts';
import type { ReferredFiles } from '../referredFiles.ts';
import type { Settings } from '../settings.ts';
import { followFiles } from './fileChanges.ts';
import type { FileChanges } from './fileChanges.ts';
import type { KeptResult } from './keptResult.ts';
import { languageOf } from './pages.ts';
import type { Pages } from './pages.ts';

export interface FollowedPages {
  readonly checker: Pick<Checker, 'forget'>;
  readonly documents: CheckedDocuments;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly baselines: Baselines;
  readonly referredFiles: ReferredFiles;
  readonly clock: Clock;
  readonly pages: Pages;
  /** What is known now. */
  results(): Iterable<KeptResult>;
  has(uri: vscode.Uri): boolean;
  check(uris: readonly vscode.Uri[]): void;
  forget(uris: readonly vscode.Uri[]): void;
  /** The page is open and has a result of its own. */
  handOver(uri: vscode.Uri): void;
}

export function followPages(followed: FollowedPages): vscode.Disposable {
  const { documents, settings, configFiles, baselines, referredFiles, checker, pages } = followed;
  const known = (isWanted: (uri: vscode.Uri) => boolean): readonly vscode.Uri[] =>
    [...followed.results()].map(({ uri }) => uri).filter(isWanted);
  const recheckBelow = (uri: vscode.Uri | undefined): void =>
    followed.check(known((page) => uri === undefined || isBelow(page, vscode.Uri.joinPath(uri, '..'))));

  /** Takes up pages that came and lets those go that are none any more, below a folder or everywhere. */
  const reconcile = async (folder: vscode.Uri | undefined): Promise<void> => {
    pages.forget();
    const found = await pages.find(folder);
    const keys = new Set(found.map((uri) => uri.toString()));
    followed.forget(known((uri) => (folder === undefined || isBelow(uri, folder)) && !keys.has(uri.toString())));
    followed.check(found.filter((uri) => !followed.has(uri)));
  };

  const take = async ({ created, changed, gone }: FileChanges): Promise<void> => {
    followed.forget(known((page) => gone.some((uri) => isBelow(page, uri))));
    const ignores = [...created, ...changed, ...gone].filter(({ path }) => path.endsWith('/.gitignore'));
    for (const uri of ignores) await reconcile(vscode.Uri.joinPath(uri, '..'));
    for (const uri of created) if (await isFolder(uri)) await reconcile(uri);
    // What has gone may be under way for the first time; then its check finds out.
    const written = [...created, ...changed, ...gone];
    const isPage = await Promise.all(written.map((uri) => pages.isPage(uri)));
    const concerned = new Set(concernedBy({ created, changed, gone }, followed).map((uri) => uri.toString()));
    followed.check([
      ...written.filter((_, index) => isPage[index] === true),
      ...known((uri) => concerned.has(uri.toString())),
    ]);
  };

  let layers = layersOf(followed);
  return vscode.Disposable.from(
    followFiles(followed.clock, (changes) => void take(changes)),
    // The checker keeps what it knows of other pages, open ones as they are edited.
    referredFiles.onDidChange(({ root, path }) => checker.forget(root, [path])),
    // A file that is extended may stand anywhere.
    configFiles.onDidChange((uri) => recheckBelow(uri !== undefined && isConfigFile(uri.path) ? uri : undefined)),
    baselines.onDidChange(recheckBelow),
    settings.onDidChange(() => {
      const before = layers;
      layers = layersOf(followed);
      followed.check(known((uri) => before.get(scopeOf(uri)) !== layers.get(scopeOf(uri))));
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files.exclude')) void reconcile(undefined);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      layers = layersOf(followed);
      void reconcile(undefined);
    }),
    documents.onDidCheck(({ uri }) => {
      const opened = vscode.Uri.parse(uri);
      if (followed.has(opened)) followed.handOver(opened);
    }),
    documents.onDidForget((uri) => {
      if (followed.has(uri)) followed.check([uri]);
    }),
  );
}

/** Known pages whose result depends on a place that was touched. */
function concernedBy(changes: FileChanges, followed: FollowedPages): readonly vscode.Uri[] {
  const { referredFiles } = followed;
  const byRoot = new Map<string, PathChange[]>();
  const add = (uri: vscode.Uri, isText: boolean): void => {
    const place = referredFiles.placeOf(uri);
    if (place === undefined) return;
    const paths = byRoot.get(place.root) ?? [];
    byRoot.set(place.root, paths);
    paths.push({ path: place.path, isText });
  };
  for (const uri of changes.changed) add(uri, !uri.path.endsWith('/.gitignore'));
  for (const uri of [...changes.created, ...changes.gone]) add(uri, false);
  const touched = new Map([...byRoot].map(([root, paths]) => [root, touchedBy(paths)]));
  return [...followed.results()].flatMap(({ uri, checked }) => {
    if (checked.lookedAt === undefined) return [];
    const isTouched = touched.get(referredFiles.placeOf(uri)?.root ?? '');
    return isTouched !== undefined && checked.lookedAt.some(isTouched) ? [uri] : [];
  });
}

/** The settings that decide how pages are checked, by workspace folder and language. */
function layersOf({ settings }: FollowedPages): ReadonlyMap<string, string> {
  const layers = new Map<string, string>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    for (const name of ['page.md', 'diagram.mmd']) {
      const page = vscode.Uri.joinPath(uri, name);
      const { layer } = settings.of({ uri: page, languageId: languageOf(page) });
      layers.set(scopeOf(page), JSON.stringify(layer));
    }
  }
  return layers;
}

const scopeOf = (uri: vscode.Uri): string =>
  `${languageOf(uri)} ${vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''}`;

/** Whether a page is `folder`, or stands in it at any depth. */
function isBelow(page: vscode.Uri, folder: vscode.Uri): boolean {
  const [path, top] = [page.toString(), folder.toString().replace(/\/$/, '')];
  return path === top || path.startsWith(`${top}/`);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // It has gone again.
    return false;
  }
}
