/** Turns a pattern into the text that is inserted: plain, or in VS Code's snippet syntax with live tab stops. */
import { assertNever } from '../model.ts';
import { evaluate } from './formula.ts';
import type { Answers } from './formula.ts';
import type { Part, Pattern, PatternBlock, Value } from './pattern.ts';

/** `page`: all blocks as Markdown; `diagram`: the content of the pattern's first diagram, without a fence. */
export type PatternTarget = 'page' | 'diagram';

export interface RenderOptions {
  readonly target?: PatternTarget;
  readonly answers?: Answers;
}

/** The pattern as it reads once every field is left as it is. Ends without a line ending. */
export function fillDefaults(pattern: Pattern, target: PatternTarget = 'page'): string {
  return fill(pattern, { target });
}

/** The pattern with the answers in place, its figures computed from them. Throws on an answer that has a problem. */
export function fill(pattern: Pattern, options: RenderOptions = {}): string {
  const answers = options.answers ?? {};
  return partsOf(pattern, options.target ?? 'page')
    .map((part) => (typeof part === 'string' ? part : evaluate(part, answers)))
    .join('');
}

/** The pattern in snippet syntax: fields in order of place, then computed figures, then `$0` at the end. */
export function renderSnippet(pattern: Pattern, options: RenderOptions = {}): string {
  const answers = options.answers ?? {};
  const parts = partsOf(pattern, options.target ?? 'page');
  const numbers = numberStops(parts);
  const seen = new Set<string>();
  const body = parts.map((part) => {
    if (typeof part === 'string') return escapeText(part);
    const stop = numbers.get(part.name) ?? 0;
    if (seen.has(part.name)) return `\${${stop}}`;
    seen.add(part.name);
    return renderStop(part, stop, answers);
  });
  return `${body.join('')}$0`;
}

/** Every value of a pattern in order of its first place, each once. */
export function valuesOf(pattern: Pattern, target: PatternTarget = 'page'): readonly Value[] {
  const values = new Map<string, Value>();
  for (const part of partsOf(pattern, target)) {
    if (typeof part !== 'string' && !values.has(part.name)) values.set(part.name, part);
  }
  return [...values.values()];
}

function renderStop(value: Value, stop: number, answers: Answers): string {
  const now = evaluate(value, answers);
  if (value.kind !== 'choice') return `\${${stop}:${escapeText(now)}}`;
  const options = [now, ...value.options.filter((option) => option !== now)];
  return `\${${stop}|${options.map(escapeChoice).join(',')}|}`;
}

function numberStops(parts: readonly Part[]): ReadonlyMap<string, number> {
  const values = parts.filter((part) => typeof part !== 'string');
  const ordered = [
    ...values.filter((value) => value.kind !== 'computed'),
    ...values.filter((value) => value.kind === 'computed'),
  ];
  const names = [...new Set(ordered.map((value) => value.name))];
  return new Map(names.map((name, index) => [name, index + 1]));
}

function partsOf(pattern: Pattern, target: PatternTarget): readonly Part[] {
  switch (target) {
    case 'page':
      return pattern.body.flatMap((block, index) => (index === 0 ? fenced(block) : ['\n\n', ...fenced(block)]));
    case 'diagram':
      return pattern.body.find((block) => block.kind === 'diagram')?.parts ?? [];
    default:
      return assertNever(target);
  }
}

/** One block with its fence. */
export function fillBlock(block: PatternBlock, answers: Answers = {}): string {
  return fenced(block)
    .map((part) => (typeof part === 'string' ? part : evaluate(part, answers)))
    .join('');
}

function fenced(block: PatternBlock): readonly Part[] {
  if (block.kind === 'diagram') return ['```mermaid\n', ...block.parts, '\n```'];
  if (block.kind === 'code') return [`\`\`\`${block.language}\n`, ...block.parts, '\n```'];
  return block.parts;
}

function escapeText(literal: string): string {
  return literal.replaceAll(/[\\$}]/g, '\\$&');
}

/** Inside a choice only these are special; a backslash before anything else would be inserted as it stands. */
function escapeChoice(option: string): string {
  return option.replaceAll(/[\\,|]/g, '\\$&');
}
