/** Makes pages from sources as the command line and the editor do, and holds them before the gates. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gates as allGates } from '../../core/gates/index.ts';
import type { CheckedDocument } from '../../core/model.ts';
import { convert } from '../../core/sources/convert.ts';
import type { Converted } from '../../core/sources/convert.ts';
import { sources } from '../../core/sources/library.ts';
import type { OptionValues, Source } from '../../core/sources/source.ts';
import { loadBuiltOracle } from './builtOracle.ts';
import { checkText } from './checkText.ts';
import { projectRoot } from './paths.ts';

const fixture = (file: string): string =>
  readFileSync(path.join(projectRoot, 'test/core/sources/fixtures', file), 'utf8');

export function sourceOf(id: string): Source {
  const source = sources.find((each) => each.id === id);
  assert(source !== undefined, `there is a kind ${id}`);
  return source;
}

/** Never rests and is never stopped. */
export const hurried = { cancel: { cancelled: false }, rest: () => Promise.resolve() };

export function convertText(id: string, text: string, name: string, options: OptionValues = {}): Promise<Converted> {
  return convert(sourceOf(id), { text, name, firstLine: 1 }, options, hurried);
}

/** The Markdown that is made; fails where none is. */
export async function made(id: string, text: string, name: string, options: OptionValues = {}): Promise<string> {
  const converted = await convertText(id, text, name, options);
  assert(converted.kind === 'page', JSON.stringify(converted));
  return converted.markdown;
}

/** The made page of a fixture, by its path below fixtures/. */
export const madeFrom = (id: string, file: string, options: OptionValues = {}): Promise<string> =>
  made(id, fixture(file), path.basename(file), options);

/** What is wrong, with its line. */
export async function problemIn(id: string, text: string, options: OptionValues = {}): Promise<string> {
  const converted = await convertText(id, text, 'x.txt', options);
  assert(converted.kind === 'problem', JSON.stringify(converted));
  return `${converted.line ?? '-'}: ${converted.problem}`;
}

/** The gates' opinion of a page of the organisation Nordlicht, which its configuration names. */
async function judge(page: string): Promise<CheckedDocument> {
  const configuration = JSON.stringify({ words: { organisations: ['Nordlicht'] } });
  return checkText(page, {
    deps: { oracle: await loadBuiltOracle() },
    gates: allGates,
    request: { configFiles: [{ path: '.diagram-gates.json', text: configuration, document: 'page.md' }] },
  });
}

/** Fails unless every gate that applies is passed and nothing at all is found. */
export async function assertGreen(page: string): Promise<void> {
  const { findings, gates, diagrams } = await judge(page);
  const found = findings.map(({ alias, span, message }) => `${alias} «${page.slice(span.start, span.end)}» ${message}`);
  const failed = gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  assert.deepEqual([found, failed], [[], []], page);
  assert(diagrams.length > 0 && diagrams.every(({ renders }) => renders));
}
