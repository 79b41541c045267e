/** Makes a piece of a page from a source: checks what was said besides, reads, writes. */
import type { Cancellation } from '../ports.ts';
import { firstDiagram, toMarkdown } from './blocks.ts';
import { createCite } from './cite.ts';
import type { OptionValues, Source, SourceInput, SourceOption } from './source.ts';
import { titleFromName, titleFromText, titleOption } from './titles.ts';

/** Gives others their turn between two pieces of work; `done` runs from 0 to 1. */
export interface Pace {
  readonly cancel: Cancellation;
  rest(done: number): Promise<void>;
}

export type Converted =
  | { readonly kind: 'page'; readonly markdown: string; readonly diagram: string | undefined }
  /** `line` is 1-based and counted where the text came from. */
  | { readonly kind: 'problem'; readonly problem: string; readonly line: number | undefined }
  /** Ask for the option and try again. */
  | { readonly kind: 'needs'; readonly option: SourceOption }
  | { readonly kind: 'cancelled' };

/** Every option a kind takes: its own, and those that all take. */
export const optionsOf = (source: Source): readonly SourceOption[] => [titleOption, ...source.options];

export async function convert(
  source: Source,
  input: SourceInput,
  options: OptionValues,
  pace: Pace,
): Promise<Converted> {
  const misused = problemOfOptions(source, options);
  if (misused !== undefined) return { kind: 'problem', problem: misused, line: undefined };
  if (input.text.trim() === '') return { kind: 'problem', problem: 'there is nothing to read', line: undefined };
  const text = input.text.replace(/^\uFEFF/, '');
  const cite = createCite(input.name, input.firstLine);
  const steps = source.read(
    { ...input, text },
    { cite, options, title: options['title'] ?? titleFromText(text, input.name) ?? titleFromName(input.name) },
  );
  let step = steps.next();
  while (step.done !== true) {
    await pace.rest(step.value);
    if (pace.cancel.cancelled) return { kind: 'cancelled' };
    step = steps.next();
  }
  const read = step.value;
  if ('needs' in read) {
    const option = optionsOf(source).find(({ name }) => name === read.needs);
    if (option === undefined) throw new Error(`${source.id} needs an option that it does not have: ${read.needs}`);
    return { kind: 'needs', option };
  }
  if ('problem' in read) {
    const line = read.line === undefined ? undefined : read.line + input.firstLine - 1;
    return { kind: 'problem', problem: read.problem, line };
  }
  return { kind: 'page', markdown: toMarkdown(read), diagram: firstDiagram(read) };
}

/** What is wrong with what was said besides the text; undefined when all of it can be used. */
function problemOfOptions(source: Source, options: OptionValues): string | undefined {
  const known = optionsOf(source);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const option = known.find((each) => each.name === name);
    if (option === undefined) {
      return `${source.id} has no option '${name}', only ${known.map((each) => each.name).join(', ')}`;
    }
    const problem = option.problemOf(value);
    if (problem !== undefined) return `${name}: ${problem}`;
  }
  return undefined;
}

/** Why a text of so many bytes is not read; undefined when it is. */
export function problemOfSize(bytes: number, most: number): string | undefined {
  if (bytes <= most) return undefined;
  const megabytes = (count: number): string => (count / 1e6).toFixed(count < 10e6 ? 1 : 0);
  return `it has ${megabytes(bytes)} MB, and at most ${megabytes(most)} MB are read: cut out the part that matters`;
}
