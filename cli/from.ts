/** The command `from`: prints the diagram and the table that a file is a source of. */
import { basename, resolve } from 'node:path';
import { convert, problemOfSize } from '../core/sources/convert.ts';
import { detectSource } from '../core/sources/detect.ts';
import { sources } from '../core/sources/library.ts';
import { sampleLength } from '../core/sources/source.ts';
import type { FromOptions } from './options.ts';
import { decode, readAll, readText } from './readText.ts';
import type { ReadText } from './readText.ts';
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
  const read = await readSource(options, surroundings, most);
  if ('problem' in read) return fail(`${isInput ? name : path}: ${read.problem}`);
  const source = options.source ?? detectSource(sources, { head: read.text.slice(0, sampleLength), name });
  if (source === undefined) {
    return fail(`${name}: what this is cannot be told from it: name its kind instead of auto (see --help)`);
  }
  const pace = { cancel: { cancelled: false }, rest: () => Promise.resolve() };
  const converted = await convert(source, { text: read.text, name, firstLine: 1 }, values, pace);
  switch (converted.kind) {
    case 'page':
      surroundings.stdout.write(`${converted.markdown}\n`);
      return 0;
    case 'problem':
      return fail(
        `${isInput ? name : path}${converted.line === undefined ? '' : `:${converted.line}`}: ${converted.problem}`,
      );
    case 'needs':
      return fail(`${name} does not say: ${converted.option.label}. Say it with --set ${converted.option.name}=…`);
    case 'cancelled':
      return 2;
  }
}

async function readSource({ path }: FromOptions, { cwd, stdin }: Surroundings, most: number): Promise<ReadText> {
  const problemOf = (bytes: number): string | undefined => problemOfSize(bytes, most);
  if (path !== '-') return readText(resolve(cwd, path), problemOf);
  const bytes = await readAll(stdin, most);
  const problem = problemOf(bytes.byteLength);
  return problem === undefined ? decode(bytes) : { problem };
}
