/** A workspace folder in memory, which keeps a list of what it was asked. */
import type { PlacesAsked, PlacesFound, Workspace } from '../../core/ports.ts';
import { folderOf, nameOf } from '../../core/workspace/paths.ts';

export class FakeWorkspace implements Workspace {
  readonly root = 'the workspace';
  readonly asked: string[] = [];
  readonly #files: Map<string, string>;

  /** Takes texts of files by path. */
  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
  }

  write(path: string, text: string): void {
    this.#files.set(path, text);
  }

  look({ root, folders, pages }: PlacesAsked): Promise<PlacesFound> {
    if (root !== this.root) return Promise.reject(new Error(`nobody knows ${root}`));
    this.asked.push(...folders.map((folder) => `${folder}/`), ...pages);
    return Promise.resolve({
      folders: folders.map((path) => ({ path, content: this.#list(path) })),
      pages: pages.map((path) => ({ path, text: this.#files.get(path) })),
    });
  }

  #list(folder: string): { files: readonly string[]; folders: readonly string[] } | undefined {
    const below = [...this.#files.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
    if (below.length === 0) return undefined;
    const files = below.filter((path) => folderOf(path) === folder).map(nameOf);
    const start = folder === '' ? 0 : folder.length + 1;
    const folders = below.map((path) => path.slice(start)).filter((path) => path.includes('/'));
    return { files, folders: [...new Set(folders.map((path) => path.slice(0, path.indexOf('/'))))] };
  }
}

/** The workspace that the examples of rules stand in, as `docs/page.md`. */
export const exampleWorkspace = new FakeWorkspace({
  'README.md': '# Parcel lockers\n',
  'runbooks/failover.md': '# Failover\n\n## Roll back\n\n## Drain the queue\n',
  'docs/page.md': '',
  'docs/glossary.md': '# Glossary\n',
  'docs/services/README.md': '# Services\n',
  'docs/pictures/lockers.png': '',
  'docs/on call.md': '# On call\n',
});
