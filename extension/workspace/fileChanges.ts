/** Gathers what happens to files, so that a checkout of another branch comes as one change and not as a thousand. */
import * as vscode from 'vscode';
import type { Clock } from '../../core/ports.ts';

/** Milliseconds of quiet after which what was gathered is told. */
const quiet = 150;
/** However much goes on, it is told this often. */
const mostWait = 1_500;

export interface FileChanges {
  readonly created: readonly vscode.Uri[];
  readonly changed: readonly vscode.Uri[];
  /** Files, and folders with all that was in them. */
  readonly gone: readonly vscode.Uri[];
}

type Kind = keyof FileChanges;

/** Follows the files of the workspace until it is disposed. */
export function followFiles(clock: Clock, onChanges: (changes: FileChanges) => void): vscode.Disposable {
  const gathered = new Map<string, { readonly uri: vscode.Uri; readonly kind: Kind }>();
  let cancel: (() => void) | undefined;
  let since = 0;
  const tell = (): void => {
    cancel = undefined;
    const all = [...gathered.values()];
    gathered.clear();
    const of = (kind: Kind): readonly vscode.Uri[] => all.filter((one) => one.kind === kind).map(({ uri }) => uri);
    onChanges({ created: of('created'), changed: of('changed'), gone: of('gone') });
  };
  const gather = (uri: vscode.Uri, kind: Kind): void => {
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri.path)) return;
    if (gathered.size === 0) since = clock.now();
    const key = uri.toString();
    // What appeared and was then written to has appeared.
    const isNew = kind === 'created' || (kind === 'changed' && gathered.get(key)?.kind === 'created');
    gathered.set(key, { uri, kind: isNew ? 'created' : kind });
    cancel?.();
    cancel = clock.after(Math.max(0, Math.min(quiet, since + mostWait - clock.now())), tell);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => gather(uri, 'created')),
    watcher.onDidChange((uri) => gather(uri, 'changed')),
    watcher.onDidDelete((uri) => gather(uri, 'gone')),
    new vscode.Disposable(() => cancel?.()),
  );
}
