/** Applies edits to a text and maps places in a diagram's text to the document it stands in. */
import type { Span, TextEdit } from '../model.ts';

/** A text taken from a document line by line: a diagram, a code block, running text. */
export interface PlacedText {
  /** The text, its lines separated by `\n`. */
  readonly text: string;
  /** Where each line of `text` stands in the source, without line endings. */
  readonly lines: readonly Span[];
}

/**
 * Applies `edits`, given in order of place, and returns the new text.
 * Insertions at one place apply in the order given. Throws when edits are unsorted, overlap or leave the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of edits) {
    if (span.start < done || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}-${span.end} overlaps an earlier edit or leaves the text`);
    }
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}

/**
 * The source offset of `offset` in the block's text; the end of a line maps to the end of that line in the source,
 * and an offset outside the text to its nearest end. Spaces that stand for part of a tab map to the first real character.
 */
export function mapToSource(block: PlacedText, offset: number): number {
  return locate(block, offset, firstLine).source;
}

/** The offset in the block's text of a source offset on one of its lines; undefined elsewhere, as on a fence or a prefix. */
export function mapFromSource(block: PlacedText, offset: number): number | undefined {
  let begin = 0;
  for (const [index, line] of block.text.split('\n').entries()) {
    const place = block.lines[index];
    // A tab that the indentation ends within leaves spaces in front of the line that no source character stands for.
    if (place !== undefined && place.start <= offset && offset <= place.end) {
      return begin + line.length - (place.end - offset);
    }
    begin += line.length + 1;
  }
  return undefined;
}

/** The source span of a span of the block's text; across lines it takes in the line endings and prefixes between. */
export function mapSpanToSource(block: PlacedText, span: Span): Span {
  const from = locate(block, span.start, firstLine);
  return { start: from.source, end: locate(block, Math.max(span.start, span.end), from.line).source };
}

/** `mapSpanToSource` for many spans of one block: lines are found without walking to them. */
export function createSpanMapper(block: PlacedText): (span: Span) => Span {
  const starts = [0];
  for (let at = block.text.indexOf('\n'); at !== -1; at = block.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number): TextLine => {
    let [low, high] = [0, Math.min(starts.length, block.lines.length) - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { index: low, start: starts[low] ?? 0 };
  };
  return ({ start, end }) => {
    const from = locate(block, start, lineAt(start));
    return { start: from.source, end: locate(block, Math.max(start, end), lineAt(Math.max(start, end))).source };
  };
}

/**
 * An edit of the block's text as an edit of the document `source` it stands in: lines it adds get the container prefix
 * (`> ` in a quote, the indentation in a list or a fence) and the document's line ending.
 */
export function mapEditToSource(block: PlacedText, edit: TextEdit, source: string): TextEdit {
  const span = mapSpanToSource(block, edit.span);
  const place = block.lines[locate(block, edit.span.start, firstLine).line.index];
  if (edit.text === '' || place === undefined) return { span, text: edit.text };
  const own = prefixOf(place, source);
  const full = place.start < place.end ? own : fullPrefixOf(block, source);
  // A blank line may lack the prefix, and must have it once something stands there.
  const lead = full.startsWith(own) ? full.slice(own.length) : '';
  const ending = /\r?\n/.exec(source)?.[0] ?? '\n';
  return { span, text: lead + edit.text.replaceAll('\n', ending + full) };
}

/** What stands on the line of `place` in front of it. */
function prefixOf(place: Span, source: string): string {
  return source.slice(source.lastIndexOf('\n', place.start - 1) + 1, place.start);
}

/** The prefix of the block's first line that is not blank. */
function fullPrefixOf(block: PlacedText, source: string): string {
  const place = block.lines.find(({ start, end }) => start < end);
  return place === undefined ? '' : prefixOf(place, source);
}

interface TextLine {
  readonly index: number;
  /** Where the line starts in the block's text. */
  readonly start: number;
}

const firstLine: TextLine = { index: 0, start: 0 };

/** Finds `offset` at or after the line `from`, and the place of that line so that a search can go on from it. */
function locate(block: PlacedText, offset: number, from: TextLine): { source: number; line: TextLine } {
  let { index, start } = from;
  let end = endOfLine(block.text, start);
  while (offset > end && index + 1 < block.lines.length) {
    index++;
    start = end + 1;
    end = endOfLine(block.text, start);
  }
  const place = block.lines[index];
  if (place === undefined) throw new RangeError('a placed text has at least one line');
  // Only the spaces that stand for part of a tab make a text line longer than its source, and they lead it.
  const expanded = end - start - (place.end - place.start);
  const column = Math.min(Math.max(offset - start - expanded, 0), place.end - place.start);
  return { source: place.start + column, line: { index, start } };
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}
