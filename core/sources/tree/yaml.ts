/** Reads the documents of a YAML file. What an alias stands for is shared and not copied; `<<` brings in the fields it names. */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { SourceProblem } from '../source.ts';
import type { Mapping, Tree } from './model.ts';

/** YAML is read at one go, some megabytes a second: nobody writes more by hand. */
const mostLength = 4_000_000;

export function readYamlTrees(text: string): readonly Tree[] | SourceProblem {
  if (text.length > mostLength) return { problem: `YAML of more than ${mostLength / 1e6} MB is not read: cut out the part that matters`, line: undefined }; // prettier-ignore
  const counter = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
    const trees: Tree[] = [];
    for (const { errors, contents } of documents) {
      const [error] = errors;
      if (error !== undefined) {
        const problem = error.message.split('\n', 1)[0] ?? '';
        return { problem: `this is no YAML: ${problem}`, line: counter.linePos(error.pos[0]).line };
      }
      const tree = convertNode(contents, { text, counter, anchors: new Map() });
      if (tree.kind !== 'scalar' || tree.text !== '') trees.push(tree);
    }
    return trees;
  } catch (thrown) {
    // Its reader and ours call themselves for every level: thousands of levels end the stack.
    if (thrown instanceof RangeError) return { problem: 'this is no YAML that can be read: it is nested too deeply', line: undefined }; // prettier-ignore
    throw thrown;
  }
}

interface Reading {
  readonly text: string;
  readonly counter: LineCounter;
  readonly anchors: Map<string, Tree>;
}

function convertNode(node: unknown, reading: Reading): Tree {
  const { counter, anchors, text } = reading;
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const [start, end] = Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0];
  const line = Array.isArray(range) ? counter.linePos(start).line : 1;
  // An alias inside what it stands for is not known yet, and stands for nothing.
  if (isAlias(node)) return anchors.get(node.source) ?? { kind: 'scalar', text: '', line };
  let tree: Tree = { kind: 'scalar', text: '', line };
  if (isSeq(node)) tree = { kind: 'list', items: node.items.map((item) => convertNode(item, reading)), line };
  else if (isMap(node)) tree = { kind: 'map', fields: readFields(node.items, reading), line };
  else if (isScalar(node)) {
    const { value } = node;
    // `1.10` and `0644` stay as their author wrote them.
    tree = { kind: 'scalar', text: value === null ? '' : typeof value === 'string' ? value : text.slice(start, end), line }; // prettier-ignore
  }
  const { anchor } = isSeq(node) || isMap(node) || isScalar(node) ? node : { anchor: undefined };
  if (anchor !== undefined) anchors.set(anchor, tree);
  return tree;
}

function readFields(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  reading: Reading,
): ReadonlyMap<string, Tree> {
  const fields = new Map<string, Tree>();
  const merged: Mapping[] = [];
  for (const pair of pairs) {
    const key = convertNode(pair.key, reading);
    const value = convertNode(pair.value, reading);
    if (key.kind !== 'scalar') continue;
    // What has parts, and what is empty, stands where its name stands.
    const placed = value.kind !== 'scalar' || value.text === '' ? { ...value, line: key.line } : value;
    if (key.text !== '<<') fields.set(key.text, placed);
    else merged.push(...(value.kind === 'list' ? value.items : [value]).filter((each) => each.kind === 'map'));
  }
  for (const mapping of merged) {
    for (const [name, value] of mapping.fields) if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}
