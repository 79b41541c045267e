/** Records of JSON and of JSON lines: the largest list of objects in it. Figures keep the digits they were written with. */
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { LineTable } from '../../document/lines.ts';
import { matchesOf } from '../../matches.ts';
import type { RecordRow, Records } from './model.ts';
import type { SourceProblem } from '../source.ts';

export function readJsonRecords(text: string, lines: LineTable): readonly Records[] | SourceProblem {
  const roots = readJson(text, lines);
  if ('problem' in roots) return roots;
  const found = roots.length > 1 ? roots : largestList(roots[0]);
  const objects = found.filter(({ type }) => type === 'object');
  if (objects.length === 0) return { problem: 'the JSON holds no list of objects', line: undefined };
  const rows = objects.map((node) => readRow(node, text, lines));
  return [{ columns: [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))], rows, headerLine: undefined }];
}

/** One value, or one a line. */
export function readJson(text: string, lines: LineTable): readonly Node[] | SourceProblem {
  const whole = parseValue(text, 0, lines);
  if ('type' in whole) return [whole];
  if (!/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return whole;
  const values: Node[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const { start, end } = lines.span(line);
    if (text.slice(start, end).trim() === '') continue;
    const value = parseValue(text.slice(start, end), start, lines);
    if (!('type' in value)) return value;
    values.push(shifted(value, start));
  }
  return values;
}

function parseValue(text: string, offset: number, lines: LineTable): Node | SourceProblem {
  const deep = tooDeep(text);
  if (deep !== undefined) return { problem: 'the JSON is nested too deep to be read', line: lines.lineAt(offset + deep) + 1 }; // prettier-ignore
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root !== undefined && error === undefined) return root;
  const reason = error === undefined ? 'it is empty' : printParseErrorCode(error.error).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase(); // prettier-ignore
  return { problem: `this is no JSON: ${reason}`, line: lines.lineAt(offset + (error?.offset ?? 0)) + 1 };
}

/** The parser calls itself for each level, and no list of records has so many. */
const mostLevels = 200;

/** Where brackets are nested deeper than that; undefined where they are not. */
function tooDeep(text: string): number | undefined {
  let levels = 0;
  for (const { 0: found, index } of matchesOf(/"[^"\\\n]*(?:\\.[^"\\\n]*)*"|[[\]{}]/g, text)) {
    if (found === '[' || found === '{') levels += 1;
    else if (found === ']' || found === '}') levels -= 1;
    if (levels > mostLevels) return index;
  }
  return undefined;
}

/** A value of one line, at its place in the whole text. */
function shifted(node: Node, by: number): Node {
  const { children, ...own } = node;
  const moved = { ...own, offset: node.offset + by };
  return children === undefined ? moved : { ...moved, children: children.map((child) => shifted(child, by)) };
}

function largestList(root: Node | undefined): readonly Node[] {
  let best: readonly Node[] = root?.type === 'object' ? [root] : [];
  let most = 0;
  const open = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const objects = node.type === 'array' ? (node.children ?? []).filter(({ type }) => type === 'object').length : 0;
    if (objects > most) {
      most = objects;
      best = node.children ?? [];
    }
    open.push(...(node.children ?? []).filter(({ type }) => type !== 'string' && type !== 'number'));
  }
  return best;
}

function readRow(node: Node, text: string, lines: LineTable): RecordRow {
  const fields = new Map<string, string>();
  const places = new Map<string, number>();
  const line = lines.lineAt(node.offset) + 1;
  const visit = (of: Node, path: string): void => {
    for (const { children: [key, value] = [] } of of.children ?? []) {
      if (key === undefined || value === undefined) continue;
      const name = path === '' ? String(key.value) : `${path}.${String(key.value)}`;
      if (value.type === 'object') visit(value, name);
      else {
        fields.set(name, writeValue(value, text));
        const own = lines.lineAt(value.offset) + 1;
        if (own !== line) places.set(name, own);
      }
    }
  };
  visit(node, '');
  return { line, fields, lines: places };
}

function writeValue(node: Node, text: string): string {
  if (node.type === 'string') return String(node.value);
  if (node.type === 'null') return '';
  if (node.type !== 'array') return text.slice(node.offset, node.offset + node.length);
  return (node.children ?? [])
    .filter(({ type }) => type !== 'object' && type !== 'array')
    .map((child) => writeValue(child, text))
    .join(', ');
}
