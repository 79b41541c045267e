/** Says what git would leave out of the folders on this machine. */
import { readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { GitIgnore as Rules, repositoryOf } from '../core/workspace/gitIgnore.ts';
import type { IgnoreFiles } from '../core/workspace/gitIgnore.ts';

export { skippedFolders } from '../core/workspace/gitIgnore.ts';

/** As in core, for absolute paths of this machine. */
export class GitIgnore {
  readonly #rules: Rules;

  private constructor(rules: Rules) {
    this.#rules = rules;
  }

  static async below(folder: string): Promise<GitIgnore> {
    return new GitIgnore(await Rules.below(withSlashes(folder), onDisk));
  }

  ignoresFile(path: string): Promise<boolean> {
    return this.#rules.ignoresFile(withSlashes(path));
  }

  ignoresFolder(path: string): Promise<boolean> {
    return this.#rules.ignoresFolder(withSlashes(path));
  }
}

/** The root of the repository that the absolute `folder` lies in. */
export async function findRepository(folder: string): Promise<string | undefined> {
  const root = await repositoryOf(withSlashes(folder), onDisk);
  return root?.replaceAll('/', sep);
}

const withSlashes = (path: string): string => path.replaceAll(sep, '/').replace(/\/$/, '');

const onDisk: IgnoreFiles = {
  rulesIn: async (folder) => {
    try {
      return await readFile(join(`${folder}/`, '.gitignore'), 'utf8');
    } catch {
      // Most folders have none; one that cannot be read leaves nothing out.
      return undefined;
    }
  },
  isRepository: async (folder) => (await stat(join(folder, '.git')).catch(() => undefined)) !== undefined,
};
