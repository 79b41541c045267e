/** Reads a list of records, however it is written down: CSV, TSV, a table of Markdown, JSON, JSON lines or YAML. */
import { LineTable } from '../document/lines.ts';
import { readDelimited } from './records/delimited.ts';
import { readJsonRecords } from './records/json.ts';
import { readMarkdownTables } from './records/markdown.ts';
import { readYamlRecords } from './records/yaml.ts';
import type { Records } from './records/model.ts';
import type { SourceProblem } from './source.ts';

export type RecordFormat = 'delimited' | 'markdown' | 'json' | 'yaml';

/** The row below a table's head. */
export const delimiterRow = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$/;

/** What a text looks like it is written as; undefined for running text. */
export function recordFormat(head: string): RecordFormat | undefined {
  const start = head.trimStart();
  if (/^[[{]/.test(start)) return 'json';
  const lines = start.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.some((line) => delimiterRow.test(line))) return 'markdown';
  if (isYaml(lines)) return 'yaml';
  return isDelimited(lines.slice(0, 20)) ? 'delimited' : undefined;
}

/** Whether most lines hold the same sign as often as each other, and are no sentences. */
function isDelimited(lines: readonly string[]): boolean {
  const sentences = lines.filter((line) => /\p{L}[.!?:]$/u.test(line.trim())).length;
  if (lines.length < 2 || sentences * 2 > lines.length) return false;
  return ['\t', ';', ','].some((sign) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1;
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const alike = Math.max(0, ...[...counts].map(([count, seen]) => (count > 0 ? seen : 0)));
    return alike * 2 > lines.length;
  });
}

/** A list of entries with fields, at the top or below a key. */
function isYaml(lines: readonly string[]): boolean {
  const [first = ''] = lines.filter((line) => !/^\s*#|^---/.test(line));
  return (
    /^(?:-\s+)?(?:\{\s*)?["']?[\w-]+["']?:(?:\s|$)/.test(first) &&
    lines.some((line) => /^\s*-\s+(?:\{\s*)?["']?[\w-]+["']?:/.test(line))
  );
}

/** The records of a text: of a page of Markdown those of every table, in order of place. */
export function readRecords(text: string): readonly Records[] | SourceProblem {
  switch (recordFormat(text)) {
    case 'json':
      return readJsonRecords(text, new LineTable(text));
    case 'markdown':
      return readMarkdownTables(text);
    case 'yaml':
      return readYamlRecords(text);
    case 'delimited':
      return readDelimited(text);
    case undefined:
      return { problem: 'this is no table: neither CSV nor TSV, JSON, YAML or a table of Markdown', line: undefined };
  }
}
