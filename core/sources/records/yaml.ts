/** Records of YAML: the largest list of mappings in it, or a mapping of mappings whose keys are the ids. */
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import type { RecordRow, Records } from './model.ts';
import type { SourceProblem } from '../source.ts';

export function readYamlRecords(text: string): readonly Records[] | SourceProblem {
  const counter = new LineCounter();
  // Aliases are not followed: a few of them can stand for more than fits into memory.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    return {
      problem: `this is no YAML: ${error.message.split('\n', 1)[0] ?? ''}`,
      line: counter.linePos(error.pos[0]).line,
    };
  }
  const maps = largestList(document.contents);
  if (maps.length === 0) return { problem: 'the YAML holds no list of entries with fields', line: undefined };
  const lineOf = (node: unknown): number => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return Array.isArray(range) ? counter.linePos(Number(range[0])).line : 1;
  };
  const rows = maps.map((map): RecordRow => {
    const line = lineOf(map);
    const fields = new Map<string, string>();
    const lines = new Map<string, number>();
    for (const { key, value } of map.items) {
      const name = written(key, text);
      fields.set(name, written(value, text));
      const own = lineOf(isScalar(key) ? key : value);
      if (own !== line) lines.set(name, own);
    }
    return { line, fields, lines };
  });
  return [{ columns: [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))], rows, headerLine: undefined }];
}

function largestList(root: unknown): readonly YAMLMap[] {
  let best: readonly YAMLMap[] = [];
  const open: unknown[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq(node)) {
      const maps = node.items.filter((item) => isMap(item));
      if (maps.length > best.length) best = maps;
      open.push(...node.items);
    } else if (isMap(node)) open.push(...node.items.map(({ value }: Pair) => value ?? ''));
  }
  return best;
}

/** A value as it is written; a list as its items, joined by commas. */
function written(node: unknown, text: string): string {
  if (isSeq(node)) return node.items.map((item) => written(item, text)).join(', ');
  if (!isScalar(node)) return '';
  if (typeof node.value === 'string') return node.value;
  // `2026-03-14`, `1.50` and `0123` stay as their author wrote them.
  const [start, end] = node.range ?? [0, 0];
  return node.value === null ? '' : text.slice(start, end);
}
