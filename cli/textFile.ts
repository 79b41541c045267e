/** A file that is read to be changed: it keeps its encoding and mode, and never overwrites what somebody else wrote meanwhile. */
import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { Draft } from './draft.ts';
import { decodeExactly, encode } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import { describeIoProblem, mostBytes } from './readText.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** Reads the file at the absolute `path`, or says why it cannot be read or could not be written again. */
export async function readTextFile(path: string): Promise<TextFile | { readonly problem: string }> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return { problem: `the file has ${size} bytes, more than ${mostBytes}` };
    const bytes = await readFile(path);
    const decoded = decodeExactly(bytes);
    return 'problem' in decoded ? decoded : { path, bytes, ...decoded };
  } catch (problem) {
    return { problem: describeIoProblem(problem) };
  }
}

/**
 * Gives `file` a new text in one step: whoever reads the file meets the old text or the new one, never a part. Returns why
 * it was not written, or undefined. `beforeRename` is called when everything is ready, for tests.
 */
export async function replaceText(
  file: TextFile,
  text: string,
  beforeRename?: () => void,
): Promise<string | undefined> {
  try {
    // What a link leads to is changed, not the link.
    const target = await realpath(file.path);
    await access(target, constants.W_OK);
    return await besideIt(target, async (draft) => {
      await draft.write(encode(text, file.encoding));
      await draft.finish((await stat(target)).mode);
      beforeRename?.();
      if (Buffer.compare(await readFile(target), file.bytes) !== 0)
        return 'the file was changed meanwhile, so it is left alone';
      await draft.publish();
      return undefined;
    });
  } catch (problem) {
    return describeWriteProblem(problem);
  }
}

/** Gives the file at the absolute `path` this text in one step, whether it is there or not. Returns why it was not written, or undefined. */
export async function writeText(path: string, text: string): Promise<string | undefined> {
  const isThere = (await stat(path).catch(() => undefined)) !== undefined;
  if (isThere) {
    const file = await readTextFile(path);
    if ('problem' in file) return file.problem;
    return file.text === text ? undefined : replaceText(file, text);
  }
  return writeBytes(path, new TextEncoder().encode(text));
}

/** Gives the file at the absolute `path` this content in one step. Returns why it was not written, or undefined. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    await besideIt(path, async (draft) => {
      await draft.write(bytes);
      await draft.finish(newFileMode);
      await draft.publish();
    });
    return undefined;
  } catch (problem) {
    return describeWriteProblem(problem);
  }
}

async function besideIt<Result>(path: string, work: (draft: Draft) => Promise<Result>): Promise<Result> {
  const draft = await Draft.beside(path);
  try {
    return await work(draft);
  } finally {
    await draft.discard();
  }
}

export const newFileMode = 0o644;

export function describeWriteProblem(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the file may not be written';
    case 'ENOSPC':
      return 'there is no room left to write the file';
    default:
      return describeIoProblem(problem);
  }
}
