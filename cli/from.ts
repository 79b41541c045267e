/** The command `from`: prints the diagram and the table that a file is a source of. */
import { basename, resolve } from 'node:path';
import { convert, problemOfSize } from '../core/sources/convert.ts';
import { decodeSource } from '../core/sources/decode.ts';
import type { StrictDecode } from '../core/sources/decode.ts';
import { detectSource } from '../core/sources/detect.ts';
import { sources } from '../core/sources/library.ts';
import { sampleLength } from '../core/sources/source.ts';
import type { FromOptions } from './options.ts';
import { readAll, readBytes } from './readText.ts';
import type { ReadBytes } from './readText.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function from(options: FromOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { path, values } = options;
  const isInput = path === '-';
  const name = isInput ? 'stdin' : basename(path);
  const fail = (problem: string): ExitCode => {
    surroundings.stderr.write(`diagram-gates: ${problem}\n`);
    return 2;
  };
  const most = options.source?.mostBytes ?? Math.max(...sources.map(({ mostBytes }) => mostBytes));
  const shown = isInput ? name : path;
  const read = await readSource(options, surroundings, most);
  if ('problem' in read) return fail(`${shown}: ${read.problem}`);
  const decoded = decodeSource(read.bytes, decode);
  if ('problem' in decoded) return fail(`${at(shown, decoded.line)}: ${decoded.problem}`);
  const source = options.source ?? detectSource(sources, { head: decoded.text.slice(0, sampleLength), name });
  if (source === undefined) {
    return fail(`${name}: what this is cannot be told from it: name its kind instead of auto (see --help)`);
  }
  const pace = { cancel: { cancelled: false }, rest: () => Promise.resolve() };
  const converted = await convert(source, { text: decoded.text, name, firstLine: 1 }, values, pace);
  switch (converted.kind) {
    case 'page':
      surroundings.stdout.write(`${converted.markdown}\n`);
      return 0;
    case 'problem':
      return fail(`${at(shown, converted.line)}: ${converted.problem}`);
    case 'needs':
      return fail(`${name} does not say: ${converted.option.label}. Say it with --set ${converted.option.name}=…`);
    case 'cancelled':
      return 2;
  }
}

const at = (shown: string, line: number | undefined): string => (line === undefined ? shown : `${shown}:${line}`);

async function readSource({ path }: FromOptions, { cwd, stdin }: Surroundings, most: number): Promise<ReadBytes> {
  const problemOf = (bytes: number): string | undefined => problemOfSize(bytes, most);
  if (path !== '-') return readBytes(resolve(cwd, path), problemOf);
  const bytes = await readAll(stdin, most);
  const problem = problemOf(bytes.byteLength);
  return problem === undefined ? { bytes } : { problem };
}

const decode: StrictDecode = (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
