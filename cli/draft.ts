/** A file in the making, beside the one whose place it takes: it appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export class Draft {
  readonly #target: string;
  readonly #path: string;
  #handle: FileHandle | undefined;
  /** Also when the program is ended meanwhile. */
  readonly #clear = (): void => rmSync(this.#path, { force: true });

  private constructor(target: string) {
    this.#target = target;
    this.#path = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  }

  /** Begins a file that is to stand at the absolute path `target`; whoever does so discards it in the end, whatever happened. */
  static async beside(target: string): Promise<Draft> {
    const draft = new Draft(target);
    process.once('exit', draft.#clear);
    try {
      draft.#handle = await open(draft.#path, 'wx', 0o600);
      return draft;
    } catch (problem) {
      process.off('exit', draft.#clear);
      throw problem;
    }
  }

  async write(content: string | Uint8Array): Promise<void> {
    await this.#handle?.appendFile(content);
  }

  /** Nothing more is written. */
  async finish(mode: number): Promise<void> {
    await this.#handle?.chmod(mode & 0o7777);
    // Renamed before its content has reached the disk, a file may be empty after a crash.
    await this.#handle?.sync();
    await this.#close();
  }

  /** Takes the place of the target, in one step. */
  async publish(): Promise<void> {
    await rename(this.#path, this.#target);
  }

  /** Leaves nothing of what was not published. */
  async discard(): Promise<void> {
    process.off('exit', this.#clear);
    await this.#close();
    await rm(this.#path, { force: true });
  }

  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }
}
