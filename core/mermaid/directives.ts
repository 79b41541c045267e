/** Reads the options an author sets in `%%{init: …}%%` directives and in the diagram's front matter, with their places. */
import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { isMap, isScalar, parseDocument } from 'yaml';
import { matchesOf } from '../matches.ts';
import type { Span } from '../model.ts';
import { findFrontMatter } from './frontMatter.ts';

export interface OptionKey {
  /** From the outermost section to the option, such as `['flowchart', 'curve']`. */
  readonly path: readonly string[];
  readonly value: unknown;
  /** The option's name in the diagram's text. */
  readonly span: Span;
}

export interface DirectiveProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadOptions {
  readonly keys: readonly OptionKey[];
  readonly problems: readonly DirectiveProblem[];
}

const directive = /%%\{\s*([\w-]+)\s*(?::\s*([\s\S]*?))?\s*\}%%/dg;
const knownDirectives: ReadonlySet<string> = new Set(['init', 'initialize', 'wrap', 'config']);

/** All options of `text`, in order of place; what cannot be read is a problem. */
export function readOptions(text: string): ReadOptions {
  const keys: OptionKey[] = [];
  const problems: DirectiveProblem[] = [];
  readFrontMatter(text, keys);
  for (const match of matchesOf(directive, text)) {
    const name = match[1] ?? '';
    const nameSpan = match.indices?.[1];
    const body = match.indices?.[2];
    if (!knownDirectives.has(name) && nameSpan !== undefined) {
      const message = `Mermaid knows no directive \`${name}\`: write \`%%{init: {…}}%%\`.`;
      problems.push({ message, span: { start: nameSpan[0], end: nameSpan[1] } });
    } else if (body !== undefined && (name === 'init' || name === 'initialize')) {
      readJson(text.slice(body[0], body[1]), body[0], keys, problems);
    }
  }
  return { keys, problems };
}

/** Mermaid turns single quotes into double ones before it parses, so both are right. */
function readJson(body: string, offset: number, keys: OptionKey[], problems: DirectiveProblem[]): void {
  const errors: ParseError[] = [];
  const root = parseTree(body.replaceAll("'", '"'), errors);
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const start = offset + (error?.offset ?? 0);
    const message =
      'The directive is not valid JSON, so Mermaid ignores it: names in quotes, commas between options, braces closed.';
    problems.push({ message, span: { start, end: start + Math.max(1, error?.length ?? 1) } });
    return;
  }
  visitJson(root, [], offset, keys);
}

function visitJson(node: Node, path: readonly string[], offset: number, keys: OptionKey[]): void {
  for (const property of node.type === 'object' ? (node.children ?? []) : []) {
    const [name, value] = property.children ?? [];
    if (name === undefined || value === undefined || typeof name.value !== 'string') continue;
    const start = offset + name.offset + 1;
    const own = [...path, name.value];
    keys.push({ path: own, value: value.value, span: { start, end: start + name.length - 2 } });
    visitJson(value, own, offset, keys);
  }
}

function readFrontMatter(text: string, keys: OptionKey[]): void {
  const frontMatter = findFrontMatter(text);
  if (frontMatter === undefined) return;
  const { start, end } = frontMatter.body;
  const yaml = parseDocument(text.slice(start, end));
  const config = isMap(yaml.contents) ? yaml.contents.get('config') : undefined;
  visitYaml(config, [], start, keys);
}

function visitYaml(node: unknown, path: readonly string[], offset: number, keys: OptionKey[]): void {
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || key.range === undefined || key.range === null) continue;
    const own = [...path, key.value];
    const plain = isScalar(value) ? value.value : undefined;
    keys.push({ path: own, value: plain, span: { start: offset + key.range[0], end: offset + key.range[1] } });
    visitYaml(value, own, offset, keys);
  }
}
