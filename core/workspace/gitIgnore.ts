/** Says what git would leave out, by the .gitignore files of a folder, those above it and those below. Paths are absolute, with `/`. */
import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** Names that are never looked into, whatever .gitignore says. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** What has to be known of the file system. */
export interface IgnoreFiles {
  /** The text of the folder's `.gitignore`; undefined where there is none. */
  rulesIn(folder: string): Promise<string | undefined>;
  /** Whether a repository begins in this folder. */
  isRepository(folder: string): Promise<boolean>;
}

export class GitIgnore {
  readonly #root: string;
  readonly #from: IgnoreFiles;
  readonly #rules = new Map<string, Promise<Ignore | undefined>>();
  readonly #folders = new Map<string, Promise<boolean>>();

  private constructor(root: string, from: IgnoreFiles) {
    this.#root = root;
    this.#from = from;
  }

  /**
   * For everything below `folder`: .gitignore files count from the repository's root, or from `folder` outside of one.
   * Whoever names a folder that is left out wants it all the same, so then only what is inside counts.
   */
  static async below(folder: string, from: IgnoreFiles): Promise<GitIgnore> {
    const root = await repositoryOf(folder, from);
    if (root === undefined) return new GitIgnore(folder, from);
    const whole = new GitIgnore(root, from);
    return (await whole.ignoresFolder(folder)) ? new GitIgnore(folder, from) : whole;
  }

  /** Whether the file at `path` is left out, by itself or with a folder above it. */
  async ignoresFile(path: string): Promise<boolean> {
    return (await this.ignoresFolder(parentOf(path) ?? '')) || this.#matches(path, '');
  }

  /** Whether the folder at `path` is left out. */
  ignoresFolder(path: string): Promise<boolean> {
    const known = this.#folders.get(path) ?? this.#decideFolder(path);
    this.#folders.set(path, known);
    return known;
  }

  async #decideFolder(path: string): Promise<boolean> {
    const parent = parentOf(path);
    if (parent === undefined || !path.startsWith(`${this.#root}/`)) return false;
    return (await this.ignoresFolder(parent)) || this.#matches(path, '/');
  }

  /** The nearest file that says anything about `path` decides, as in git. */
  async #matches(path: string, suffix: '' | '/'): Promise<boolean> {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const rules = await this.#rulesIn(folder);
      const verdict = rules?.test(path.slice(folder.length + 1) + suffix);
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true || folder === this.#root) return false;
    }
    return false;
  }

  #rulesIn(folder: string): Promise<Ignore | undefined> {
    const known =
      this.#rules.get(folder) ??
      this.#from.rulesIn(folder).then((text) => (text === undefined ? undefined : ignore().add(text)));
    this.#rules.set(folder, known);
    return known;
  }
}

/** The root of the repository that `folder` lies in. */
export async function repositoryOf(folder: string, from: IgnoreFiles): Promise<string | undefined> {
  for (let at = folder; at !== ''; at = parentOf(at) ?? '') if (await from.isRepository(at)) return at;
  return undefined;
}

/** Undefined for the top. */
function parentOf(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : path.slice(0, end);
}
