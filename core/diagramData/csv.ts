/** Writes a table as CSV (RFC 4180). */
import type { DataTable } from './read.ts';

export function toCsv({ columns, rows }: DataTable): string {
  return [columns.map(({ title }) => title), ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** In quotes where it has to be. */
const cell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
