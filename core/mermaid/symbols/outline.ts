/** What the indented types share: lines with their depth, and a node's id, shape and label on such a line. */
import type { Span } from '../../model.ts';
import { plainLabel, readLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import type { Label } from './model.ts';

export interface OutlineLine extends ContentLine {
  /** How many characters stand before the line's first word. */
  readonly depth: number;
}

export interface OutlineNode {
  /** As Mermaid makes it: the word before the bracket, else the label's words. */
  readonly id: string;
  /** The identifier, or the label where there is none. */
  readonly span: Span;
  readonly label: Label;
  /** Whether the author gave an identifier of its own. */
  readonly named: boolean;
  readonly shape: string;
  /** Where the node ends on its line. */
  readonly end: number;
}

const shapes: readonly (readonly [string, string, string])[] = [
  ['((', '))', 'circle'],
  ['))', '((', 'bang'],
  ['{{', '}}', 'hexagon'],
  ['(', ')', 'rounded'],
  [')', '(', 'cloud'],
  ['[', ']', 'rect'],
];

/** The lines below the header, which `header` matches. */
export function outlineLines(text: string, header: RegExp): { header: Span; lines: readonly OutlineLine[] } {
  const all = contentLines(text);
  const at = all.findIndex((line) => header.test(line.text));
  const lines: OutlineLine[] = [];
  for (const { span } of all.slice(at + 1)) {
    const last = lines.at(-1);
    if (last !== undefined && isOpen(last.text)) {
      const joined = { start: last.span.start, end: span.end };
      lines[lines.length - 1] = { ...last, span: joined, text: text.slice(joined.start, joined.end) };
    } else {
      const depth = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
      lines.push({ span, depth, text: text.slice(span.start, span.end) });
    }
  }
  return { header: all[at]?.span ?? { start: 0, end: 0 }, lines };
}

/** A quoted label and `@{ … }` run on over the lines until they are closed. */
const isOpen = (line: string): boolean =>
  /[([{)]"[^"]*$/.test(line.replace(/[([{)]"[^"]*"/g, '')) || /@\{[^}]*$/.test(line);

/** `id[Label]`, `[Label]` or plain words, up to `stop` (such as `@{`) outside the label. */
export function readOutlineNode(text: string, line: OutlineLine, stop: RegExp): OutlineNode {
  const open = /^([^([{)]*)(\(\(|\)\)|\{\{|[[()])/.exec(line.text);
  const shape = shapes.find(([opener]) => opener === open?.[2]);
  const start = line.span.start;
  const from = open === null ? 0 : open[0].length;
  const close = shape === undefined ? -1 : closingAt(line.text, from, shape[1]);
  if (open === null || shape === undefined || close === -1) {
    const end = start + (stop.exec(line.text)?.index ?? line.text.length);
    const label = plainLabel(text, { start, end });
    return { id: label.text, span: label.span, label, named: false, shape: 'default', end };
  }
  const label = readLabel(text, { start: start + from, end: start + close });
  const word = (open[1] ?? '').trim();
  const span = word === '' ? label.span : { start, end: start + word.length };
  const id = word === '' ? label.text : word;
  return { id, span, label, named: word !== '', shape: shape[2], end: start + close + shape[1].length };
}

/** Where the label's closing bracket stands: behind its quotes, where it has some. */
function closingAt(line: string, from: number, closer: string): number {
  const quoted = /^\s*"[^"]*"/.exec(line.slice(from));
  return line.indexOf(closer, from + (quoted?.[0].length ?? 0));
}
