/** Says what git would leave out, by the .gitignore files of a folder, those above it and those below. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** Names that are never looked into, whatever .gitignore says. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export class GitIgnore {
  readonly #root: string;
  readonly #files = new Map<string, Promise<Ignore | undefined>>();
  readonly #folders = new Map<string, Promise<boolean>>();

  private constructor(root: string) {
    this.#root = root;
  }

  /**
   * For everything below `folder`: .gitignore files count from the repository's root, or from `folder` outside of one.
   * Whoever names a folder that is left out wants it all the same, so then only what is inside counts.
   */
  static async below(folder: string): Promise<GitIgnore> {
    const root = await findRepository(folder);
    if (root === undefined) return new GitIgnore(folder);
    const whole = new GitIgnore(root);
    return (await whole.ignoresFolder(folder)) ? new GitIgnore(folder) : whole;
  }

  /** Whether the file at the absolute `path` is left out, by itself or with a folder above it. */
  async ignoresFile(path: string): Promise<boolean> {
    return (await this.ignoresFolder(dirname(path))) || this.#matches(path, '');
  }

  /** Whether the folder at the absolute `path` is left out. */
  ignoresFolder(path: string): Promise<boolean> {
    const known = this.#folders.get(path) ?? this.#decideFolder(path);
    this.#folders.set(path, known);
    return known;
  }

  async #decideFolder(path: string): Promise<boolean> {
    if (path === this.#root || !path.startsWith(this.#root + (this.#root.endsWith(sep) ? '' : sep))) return false;
    return (await this.ignoresFolder(dirname(path))) || this.#matches(path, '/');
  }

  /** The nearest file that says anything about `path` decides, as in git. */
  async #matches(path: string, suffix: '' | '/'): Promise<boolean> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const rules = await this.#rulesIn(folder);
      const verdict = rules?.test(relative(folder, path).replaceAll(sep, '/') + suffix);
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true || folder === this.#root || dirname(folder) === folder) return false;
    }
  }

  #rulesIn(folder: string): Promise<Ignore | undefined> {
    const known = this.#files.get(folder) ?? readRules(join(folder, '.gitignore'));
    this.#files.set(folder, known);
    return known;
  }
}

/** The root of the repository that the absolute `folder` lies in. */
export async function findRepository(folder: string): Promise<string | undefined> {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (await exists(join(at, '.git'))) return at;
  return undefined;
}

async function readRules(path: string): Promise<Ignore | undefined> {
  try {
    return ignore().add(await readFile(path, 'utf8'));
  } catch {
    // Most folders have none; one that cannot be read leaves nothing out.
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
