/** Reads a file as it was in the last commit, from VS Code's own Git extension, which may be absent, off or elsewhere. */
import * as vscode from 'vscode';

/** The parts of that extension's API, version 1, that are used. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
}
interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  show(ref: string, path: string): Promise<string>;
}

/** Whether the answer still holds. */
interface Watched {
  /** Whether there is another commit by now. */
  readonly isOutdated: () => boolean;
  /** Something of the repository changed; absent where nobody tells. */
  readonly onDidChange: vscode.Event<void> | undefined;
}

export type Committed =
  | (Watched & {
      readonly kind: 'text';
      readonly text: string;
      /** The commit's hash; unknown where Git runs in another extension host. */
      readonly commit: string | undefined;
    })
  | (Watched & {
      readonly kind: 'none';
      readonly reason: 'not-saved' | 'no-git' | 'no-repository' | 'not-committed';
    });

const unwatched: Watched = { isOutdated: () => false, onDidChange: undefined };

const none = (reason: Extract<Committed, { kind: 'none' }>['reason'], watched = unwatched): Committed => ({
  kind: 'none',
  reason,
  ...watched,
});

export async function readLastCommit(uri: vscode.Uri): Promise<Committed> {
  if (uri.scheme === 'untitled') return none('not-saved');
  const git = await gitApi();
  if (git === undefined) return readElsewhere(uri);
  const repository = git.getRepository(uri);
  if (repository === null) return none('no-repository');
  const { state } = repository;
  const commit = state.HEAD?.commit;
  const watched: Watched = { isOutdated: () => state.HEAD?.commit !== commit, onDidChange: state.onDidChange };
  if (commit === undefined) return none('not-committed', watched);
  try {
    return { kind: 'text', text: await repository.show('HEAD', uri.fsPath), commit, ...watched };
  } catch {
    // Git says in many words that HEAD has no such file.
    return none('not-committed', watched);
  }
}

/** Undefined where the Git extension is absent, off, or in another extension host. */
async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const exported = await extension?.activate().then(
    (value) => value,
    () => undefined,
  );
  if (exported?.enabled !== true) return undefined;
  const git = exported.getAPI(1);
  // It looks for repositories first; before, it knows of none.
  if (git.state !== 'initialized') await nextOf(git.onDidChangeState);
  return git;
}

const nextOf = (event: vscode.Event<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
  });

/** Git's file system is there for every extension host, whichever Git itself runs in. */
async function readElsewhere(uri: vscode.Uri): Promise<Committed> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.path;
  const committed = vscode.Uri.from({ scheme: 'git', path: uri.path, query: JSON.stringify({ path, ref: 'HEAD' }) });
  if (vscode.workspace.fs.isWritableFileSystem('git') === undefined) return none('no-git');
  const bytes = await vscode.workspace.fs.readFile(committed).then(
    (found) => found,
    () => undefined,
  );
  if (bytes === undefined) return none('not-committed');
  const text = new TextDecoder().decode(bytes);
  return { kind: 'text', text, commit: undefined, ...unwatched };
}
