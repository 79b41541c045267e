/** Writes the comments that switch a finding off, where its author may put them. Pure. */
import { findFrontMatter } from '../core/document/frontMatter.ts';
import type { CheckedDiagram, CheckedDocument, Finding, TextEdit } from '../core/model.ts';

/** How comments are written around diagrams. */
export type CommentStyle = 'html' | 'mdx';

/** An edit that silences a finding, and how far it reaches. */
export interface Suppression {
  readonly reach: 'line' | 'diagram' | 'table' | 'file';
  readonly edit: TextEdit;
}

/** The comment for as little as possible, then the one for the file; positions are those of `text`, which was checked. */
export function suppressionsOf(
  text: string,
  checked: CheckedDocument,
  finding: Finding,
  style: CommentStyle,
): readonly Suppression[] {
  if (checked.kind === 'configuration') return [];
  const local = suppressHere(text, checked, finding, style);
  const file = suppressInFile(text, checked, finding.alias, style);
  return local === undefined ? [file] : [local, file];
}

function suppressHere(
  text: string,
  checked: CheckedDocument,
  finding: Finding,
  style: CommentStyle,
): Suppression | undefined {
  const at = finding.span.start;
  const diagram = checked.diagrams.find(({ span }) => span.start <= at && at <= span.end);
  if (diagram !== undefined) {
    const line = diagramLine(diagram, at);
    if (line !== undefined) {
      const edit = above(text, line.start, '%% ', '', finding.alias, lineStartOf(text, line.start));
      return { reach: 'line', edit };
    }
    if (checked.kind === 'mermaid') return undefined;
    return { reach: 'diagram', edit: aboveBlock(text, diagram.span.start, finding.alias, style) };
  }
  const tableStart = startOfTable(text, at);
  if (tableStart !== undefined) return { reach: 'table', edit: aboveBlock(text, tableStart, finding.alias, style) };
  if (at < endOfFrontMatter(text) || isInCode(text, at)) return undefined;
  return { reach: 'line', edit: atEndOfLine(text, at, finding.alias, style) };
}

/** The diagram's line at an offset, if a comment may stand above it: not above front matter or inside a directive. */
function diagramLine(diagram: CheckedDiagram, at: number): { readonly start: number } | undefined {
  const index = diagram.lines.findIndex(({ start, end }) => start <= at && at <= end);
  const line = diagram.lines[index];
  if (line === undefined) return undefined;
  const before = diagram.text.split('\n').slice(0, index).join('\n');
  const isInFrontMatter = /^\s*---\s*$/m.test(diagram.text.split('\n')[0] ?? '') && !/\n---\s*(\n|$)/.test(before);
  const isInDirective = before.lastIndexOf('%%{') > before.lastIndexOf('}%%');
  return isInFrontMatter || isInDirective ? undefined : line;
}

function aboveBlock(text: string, at: number, alias: string, style: CommentStyle): TextEdit {
  const [open, close] = delimiters(style);
  return above(text, at, open, close, alias, lineStartOf(text, at));
}

/** A `disable-next-line` above the line of `at`, with what stands before it (quote marks, indentation) repeated. */
function above(text: string, at: number, open: string, close: string, alias: string, lineStart: number): TextEdit {
  const previous = text.slice(lineStartOf(text, lineStart - 1), Math.max(0, lineStart - 1));
  const merged =
    lineStart > 0 ? merge(previous, lineStartOf(text, lineStart - 1), 'disable-next-line', alias) : undefined;
  if (merged !== undefined) return merged;
  const indent = /^[\s>]*/.exec(text.slice(lineStart, endOfLine(text, at)))?.[0] ?? '';
  const words = `${indent}${open}diagram-gates-disable-next-line ${alias}${close}${newlineOf(text)}`;
  return { span: { start: lineStart, end: lineStart }, text: words };
}

function atEndOfLine(text: string, at: number, alias: string, style: CommentStyle): TextEdit {
  const start = lineStartOf(text, at);
  const line = text.slice(start, endOfLine(text, at));
  const merged = merge(line, start, 'disable-line', alias);
  if (merged !== undefined) return merged;
  const [open, close] = delimiters(style);
  // Before trailing spaces, which may be a hard line break.
  const place = start + line.trimEnd().length;
  return { span: { start: place, end: place }, text: ` ${open}diagram-gates-disable-line ${alias}${close}` };
}

function suppressInFile(text: string, checked: CheckedDocument, alias: string, style: CommentStyle): Suppression {
  const [open, close] = checked.kind === 'mermaid' ? ['%% ', ''] : delimiters(style);
  const place = endOfFrontMatter(text);
  // Where the front matter is all there is, its last line may have no end.
  const before = lineStartOf(text, place) === place || place === startOf(text) ? '' : newlineOf(text);
  const words = `${before}${open}diagram-gates-disable-file ${alias}${close}${newlineOf(text)}`;
  return { reach: 'file', edit: { span: { start: place, end: place }, text: words } };
}

/** Adds a name to a comment that is there already, since of two comments in a row the first would mean the second. */
function merge(line: string, lineStart: number, verb: string, alias: string): TextEdit | undefined {
  const found = new RegExp(`diagram-gates-${verb}((?:[ \\t,]+[A-Za-z][\\w-]*)+)`).exec(line);
  if (found === null) return undefined;
  const place = lineStart + found.index + found[0].length;
  return { span: { start: place, end: place }, text: ` ${alias}` };
}

function delimiters(style: CommentStyle): readonly [string, string] {
  return style === 'mdx' ? ['{/* ', ' */}'] : ['<!-- ', ' -->'];
}

/** The start of the table whose row stands at `at`: the topmost of the lines with pipes, if one of them is a delimiter row. */
function startOfTable(text: string, at: number): number | undefined {
  let start = lineStartOf(text, at);
  let hasDelimiter = false;
  for (let line = lineAt(text, start); line.includes('|'); line = lineAt(text, start)) {
    hasDelimiter ||= /^[\s>]*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(line);
    if (start === 0) return hasDelimiter ? start : undefined;
    const previous = lineStartOf(text, start - 1);
    if (!lineAt(text, previous).includes('|')) break;
    start = previous;
  }
  const isHeader = /^[\s>]*\|?\s*:?-+:?\s*\|/.test(lineAt(text, endOfLine(text, start) + 1));
  return lineAt(text, start).includes('|') && (hasDelimiter || isHeader) ? start : undefined;
}

function isInCode(text: string, at: number): boolean {
  let open: string | undefined;
  for (const line of text.slice(0, lineStartOf(text, at)).split('\n')) {
    const fence = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence.startsWith(open)) open = undefined;
  }
  return open !== undefined;
}

/** Where the text below the front matter begins; its very beginning without any. */
const endOfFrontMatter = (text: string): number => findFrontMatter(text, startOf(text))?.bodyStart ?? startOf(text);

/** Behind a byte order mark. */
const startOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

const lineStartOf = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

const lineAt = (text: string, start: number): string => text.slice(start, endOfLine(text, start));

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Where the line of `at` ends, before its line ending. */
function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}
