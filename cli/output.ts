/** Where a report goes, piece by piece: standard output, or a file that is there as a whole or not at all. */
import { access, constants, open, realpath, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Draft } from './draft.ts';
import type { Progress } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { describeWriteProblem, newFileMode } from './textFile.ts';

export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Everything is said; returns what could not be written, for people. */
  finish(): Promise<string | undefined>;
  /** Takes away what is not finished; does nothing after `finish`. */
  discard(): Promise<void>;
}

/** `path` is that of a file as it was named, or undefined; `progress` is what may stand on the same terminal. */
export const outputTo = (path: string | undefined, surroundings: Surroundings, progress?: Progress): Output =>
  path === undefined ? standardOutput(surroundings, progress) : new FileOutput(path, surroundings.cwd);

/** Writes a report that is all known; returns what could not be written, for people. */
export async function writeOut(
  text: string,
  path: string | undefined,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const output = outputTo(path, surroundings);
  try {
    await output.write(text);
    return await output.finish();
  } finally {
    await output.discard();
  }
}

function standardOutput({ stdout }: Surroundings, progress: Progress | undefined): Output {
  return streamed(async (text) => {
    if (stdout.isTTY === true) progress?.clear();
    stdout.write(text);
    await stdout.drained();
  });
}

/** For what must not stand on standard output. */
export function standardError({ stderr }: Surroundings, progress: Progress): Output {
  return streamed((text) => {
    progress.clear();
    stderr.write(text);
    return Promise.resolve();
  });
}

/** What is said to a stream is said: there is nothing to finish, and nothing to take away. */
const streamed = (write: Output['write']): Output => ({
  write: async (text) => (text === '' ? undefined : write(text)),
  finish: () => Promise.resolve(undefined),
  discard: () => Promise.resolve(),
});

/** What a report is written to. */
interface Target {
  write(text: string): Promise<void>;
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/** Whatever goes wrong is said in the end, so that everything is checked all the same. */
class FileOutput implements Output {
  readonly #name: string;
  readonly #path: string;
  #target: Target | undefined;
  #problem: string | undefined;

  constructor(name: string, cwd: string) {
    this.#name = name;
    this.#path = resolve(cwd, name);
  }

  async write(text: string): Promise<void> {
    await this.#try(async () => {
      this.#target ??= await openTarget(this.#path);
      await this.#target.write(text);
    });
  }

  async finish(): Promise<string | undefined> {
    await this.#try(async () => this.#target?.publish());
    await this.discard();
    return this.#problem === undefined ? undefined : `${this.#name}: ${this.#problem}`;
  }

  async discard(): Promise<void> {
    const target = this.#target;
    this.#target = undefined;
    await target?.discard();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.#problem !== undefined) return;
    try {
      await work();
    } catch (problem) {
      this.#problem = describeWriteProblem(problem);
    }
  }
}

async function openTarget(path: string): Promise<Target> {
  const known = await stat(path).catch(() => undefined);
  // A device or a pipe has no content that could be replaced.
  if (known !== undefined && !known.isFile()) return straight(await open(path, 'w'));
  if (known === undefined) return drafted(await Draft.beside(path), newFileMode);
  // What a link leads to is changed, not the link.
  const target = await realpath(path);
  await access(target, constants.W_OK);
  return drafted(await Draft.beside(target), known.mode);
}

const drafted = (draft: Draft, mode: number): Target => ({
  write: (text) => draft.write(text),
  publish: async () => {
    await draft.finish(mode);
    await draft.publish();
  },
  discard: () => draft.discard(),
});

const straight = (handle: FileHandle): Target => ({
  write: (text) => handle.appendFile(text),
  publish: () => Promise.resolve(),
  discard: () => handle.close(),
});
