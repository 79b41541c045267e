/** Decides where on a page a pattern goes, and how much of it: on lines of its own, never inside something else. */
import { LineTable } from '../document/lines.ts';
import type { DocumentKind, Span } from '../model.ts';
import { outlineOf, unquoted } from './outline.ts';
import type { Outline, Region } from './outline.ts';
import type { PatternTarget } from './render.ts';

/** Where a pattern goes. The text to insert is `before`, the pattern with `prefix` after each line ending, `after`. */
export interface PatternPlace {
  readonly target: PatternTarget;
  /** What the insertion replaces; empty when it only inserts. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** Continues the quote or list item that the pattern stands in; empty elsewhere. */
  readonly prefix: string;
}

/** A document as the place is looked for in it. */
export interface Page {
  readonly kind: DocumentKind;
  readonly text: string;
  /** Whether a fence's info string means a diagram. */
  readonly isDiagram: (info: string) => boolean;
}

/** A typed trigger: a slash or `dg-` and more, alone on its line so far. */
const typedTrigger = /^([ \t>]*)(\/[\w-]*|dg-[\w-]*)$/;

/** Puts a pattern's text, plain or snippet, into its place. */
export function fitPattern(place: PatternPlace, rendered: string): string {
  const blank = place.prefix.trimEnd();
  const [first = '', ...more] = rendered.split('\n');
  const fitted = [first, ...more.map((line) => (line === '' ? blank : place.prefix + line))];
  return place.before + fitted.join('\n') + place.after;
}

/** Where a pattern goes that is asked for with the cursor at an offset; undefined in a Mermaid file that is taken. */
export function placeAtCursor(page: Page, offset: number): PatternPlace | undefined {
  const table = new LineTable(page.text);
  if (page.kind === 'mermaid') {
    if (page.text.trim() !== '') return undefined;
    return { target: 'diagram', span: { start: 0, end: page.text.length }, before: '', after: '', prefix: '' };
  }
  const sheet = new Sheet(table, page.isDiagram);
  const line = table.lineAt(offset);
  const region = sheet.regionAt(line);
  if (region !== undefined) return emptyDiagram(sheet, region, line) ?? below(sheet, region.last);
  if (sheet.isFilled(line)) return below(sheet, lastOfRun(sheet, line));
  const prefix = prefixAt(sheet, line, sheet.line(line));
  return between(sheet, line, table.span(line), prefix, prefix);
}

/** Where a pattern goes whose trigger was just typed before the offset; undefined where none is offered. */
export function placeOfTrigger(page: Page, offset: number): PatternPlace | undefined {
  const table = new LineTable(page.text);
  const line = table.lineAt(offset);
  const match = typedTrigger.exec(page.text.slice(table.start(line), offset));
  if (match === null || page.text.slice(offset, table.end(line)).trim() !== '') return undefined;
  const [, lead = '', typed = ''] = match;
  const span = { start: offset - typed.length, end: offset };
  if (page.kind === 'mermaid') {
    const rest = page.text.slice(0, span.start) + page.text.slice(offset);
    return rest.trim() === '' ? { target: 'diagram', span, before: '', after: '', prefix: lead } : undefined;
  }
  const sheet = new Sheet(table, page.isDiagram);
  const region = sheet.regionAt(line);
  if (region !== undefined) {
    const place = emptyDiagram(sheet, region, line, line);
    return place && { ...place, span, before: '', prefix: lead };
  }
  const { column, quotes } = unquoted(lead);
  if (quotes === 0 && column - sheet.listColumnAt(line, column) >= 4) return undefined;
  return between(sheet, line, span, '', prefixAt(sheet, line, lead));
}

/** A page's lines with what is known of each. */
class Sheet {
  readonly table: LineTable;
  readonly #outline: Outline;

  constructor(table: LineTable, isDiagram: (info: string) => boolean) {
    this.table = table;
    const lines = Array.from({ length: table.count }, (_, line) => this.line(line));
    this.#outline = outlineOf(lines, isDiagram);
  }

  line(line: number): string {
    return this.table.text.slice(this.table.start(line), this.table.end(line));
  }

  /** Whether the line exists and holds more than white space and quote marks. */
  isFilled(line: number): boolean {
    return line >= 0 && line < this.table.count && unquoted(this.line(line)).text !== '';
  }

  regionAt(line: number): Region | undefined {
    return this.#outline.regions.find((region) => region.first <= line && line <= region.last);
  }

  /** The column of the innermost open list item that text at `column` would belong to; 0 outside lists. */
  listColumnAt(line: number, column: number): number {
    return this.#outline.listColumns[line]?.findLast((each) => each <= column) ?? 0;
  }
}

/** The place inside a diagram without content; `ignored` is a line that counts as empty. */
function emptyDiagram(sheet: Sheet, region: Region, cursor: number, ignored?: number): PatternPlace | undefined {
  if (region.kind !== 'diagram') return undefined;
  const { table } = sheet;
  const first = region.first + 1;
  // An unclosed fence swallows what follows: only the line right after it can be meant.
  const last = region.missingEnd === undefined ? region.last - 1 : Math.min(first, region.last);
  if (cursor > region.last || (region.missingEnd !== undefined && cursor > last)) return undefined;
  for (let line = first; line <= last; line += 1) if (line !== ignored && sheet.isFilled(line)) return undefined;

  const prefix = prefixOfFence(sheet.line(region.first));
  const after = region.missingEnd === undefined ? '' : `\n${prefix}${region.missingEnd}`;
  if (first <= last) {
    return {
      target: 'diagram',
      span: { start: table.start(first), end: table.end(last) },
      before: prefix,
      after,
      prefix,
    };
  }
  const end = table.end(region.first);
  return { target: 'diagram', span: { start: end, end }, before: `\n${prefix}`, after, prefix };
}

/** What a fence's own container needs at the start of each further line: quotes stay, list markers become spaces. */
function prefixOfFence(fence: string): string {
  return (/^[^`~:]*/.exec(fence)?.[0] ?? '').replaceAll(/[^>\t]/g, ' ');
}

/** After a line that ends something, with a blank line before and after. */
function below(sheet: Sheet, line: number): PatternPlace {
  const end = sheet.table.end(line);
  const isFollowed = line + 1 < sheet.table.count && sheet.line(line + 1).trim() !== '';
  return { target: 'page', span: { start: end, end }, before: '\n\n', after: isFollowed ? '\n' : '', prefix: '' };
}

/** On a line of its own; `first` begins the pattern's first line where the span does not leave the line's own start. */
function between(sheet: Sheet, line: number, span: Span, first: string, prefix: string): PatternPlace {
  const blank = prefix.trimEnd();
  const before = sheet.isFilled(line - 1) ? `${first === '' ? '' : blank}\n${prefix}` : first;
  return { target: 'page', span, before, after: sheet.isFilled(line + 1) ? `\n${blank}` : '', prefix };
}

/** The quote or list item that a line, blank so far, belongs to. */
function prefixAt(sheet: Sheet, line: number, lead: string): string {
  const { quotes, column } = unquoted(lead);
  return quotes > 0 ? '> '.repeat(quotes) : ' '.repeat(sheet.listColumnAt(line, column));
}

/** The last line of the paragraph, table or list a line stands in; a heading ends by itself. */
function lastOfRun(sheet: Sheet, line: number): number {
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(sheet.line(line))) return line;
  let last = line;
  while (last + 1 < sheet.table.count && sheet.line(last + 1).trim() !== '' && !sheet.regionAt(last + 1)) last += 1;
  return last;
}
