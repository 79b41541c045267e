/** Looks for a file by name, from a folder upwards; each folder is looked into once. */
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export class NearestFile {
  readonly #names: readonly string[];
  readonly #found = new Map<string, Promise<string | undefined>>();

  /** Of several files in a folder the name that comes first counts. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The path of the file in the absolute `folder` or the nearest above it. */
  find(folder: string): Promise<string | undefined> {
    const known = this.#found.get(folder) ?? this.#search(folder);
    this.#found.set(folder, known);
    return known;
  }

  async #search(folder: string): Promise<string | undefined> {
    for (const name of this.#names) {
      const path = join(folder, name);
      const entry = await stat(path).catch(() => undefined);
      if (entry?.isFile() === true) return path;
    }
    return dirname(folder) === folder ? undefined : this.find(dirname(folder));
  }
}
