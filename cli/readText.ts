/** Reads a document's text from a file, or says why that cannot be done. */
import { readFile, stat } from 'node:fs/promises';

/** Larger files are no documents, and reading them only to say so would cost the memory. */
export const mostBytes = 64_000_000;
/** A text has no zero byte; a binary file has one among its first. */
const probedBytes = 8_000;

export type ReadText = { readonly text: string } | { readonly problem: string };
export type ReadBytes = { readonly bytes: Uint8Array } | { readonly problem: string };

export async function readText(path: string): Promise<ReadText> {
  const read = await readBytes(path, tooLarge);
  return 'problem' in read ? read : decode(read.bytes);
}

/** `problemOf` says why a file of so many bytes is not read. */
export async function readBytes(path: string, problemOf: (bytes: number) => string | undefined): Promise<ReadBytes> {
  try {
    const { size } = await stat(path);
    const problem = problemOf(size);
    return problem === undefined ? { bytes: await readFile(path) } : { problem };
  } catch (problem) {
    return { problem: describeIoProblem(problem) };
  }
}

const tooLarge = (size: number): string | undefined =>
  size > mostBytes ? `the file has ${size} bytes, more than ${mostBytes}` : undefined;

/** Everything that comes in; no more than `most` bytes are kept, and one more says that there were. */
export async function readAll(stream: AsyncIterable<Uint8Array>, most = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}

/** Decodes UTF-8, or UTF-16 with a byte order mark; the mark itself is not part of the text. */
export function decode(bytes: Uint8Array): ReadText {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { text: new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  if (bytes.subarray(0, probedBytes).includes(0)) return { problem: 'this is a binary file, not a text' };
  return { text: new TextDecoder('utf-8').decode(bytes) };
}

export function describeIoProblem(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read';
    case 'ELOOP':
      return 'this link leads in circles';
    case 'EISDIR':
      return 'this is a folder';
    default:
      return problem instanceof Error ? problem.message : String(problem);
  }
}
