/** Items that stand in a row as equals: the items of a list, the lines of a label, the entries of a mapping in code. */
import type { CodeBlock, DocumentModel, TextBlock } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readItem } from './item.ts';
import type { Item } from './item.ts';

export interface Run {
  readonly kind: 'items' | 'lines' | 'entries';
  readonly items: readonly Item[];
}

/** The lines of each label that has several, and a figure in one of them. */
export const readRunsOfDiagram: (facts: DiagramFacts) => readonly Run[] = remember(({ text, symbols }) =>
  (symbols?.nodes ?? []).flatMap(({ label }) => {
    if (label?.text.includes('\n') !== true || !/\d/.test(label.text)) return [];
    return [{ kind: 'lines' as const, items: linesWithin(text, label.span).map((span) => readItem(text, span)) }];
  }),
);

function linesWithin(text: string, { start, end }: Span): readonly Span[] {
  let at = start;
  return blankMarkup(text.slice(start, end))
    .split('\n')
    .map((line) => {
      // What is left of `<br/>` is blank here, and is not in the source.
      const span = { start: at + line.length - line.trimStart().length, end: at + line.length };
      at = span.end + 1;
      return span;
    });
}

export const readRunsOfDocument: (model: DocumentModel) => readonly Run[] = remember((model) => [
  ...readLists(model),
  ...model.blocks.flatMap((block) => (block.kind === 'code' ? readEntries(model.text, block) : [])),
]);

/** Each list item by itself. */
export const readListItems: (model: DocumentModel) => readonly Item[] = remember(({ text, blocks }) =>
  blocks.flatMap((block) =>
    block.kind === 'text' && block.container === 'list-item' ? [readItem(text, placeOf(block))] : [],
  ),
);

/** The items of each list that are neither parted by other blocks nor nested in one another, and a text right behind them. */
function readLists({ text, blocks }: DocumentModel): readonly Run[] {
  const runs: Run[] = [];
  const open: Item[][] = [];
  const close = (depth: number): void => {
    while (open.length > depth) runs.push({ kind: 'items', items: open.pop() ?? [] });
  };
  for (const block of blocks) {
    if (block.kind !== 'text' || (block.container !== 'list-item' && open.length === 0)) {
      if (block.kind !== 'comment') close(0);
      continue;
    }
    const depth = block.container === 'list-item' ? Math.max(block.depth, 1) : 1;
    close(depth);
    while (open.length < depth) open.push([]);
    open[depth - 1]?.push(readItem(text, placeOf(block)));
    if (block.container !== 'list-item') close(0);
  }
  close(0);
  return runs.filter(({ items }) => items.length > 1);
}

function placeOf({ lines, span }: TextBlock): Span {
  return { start: lines[0]?.start ?? span.start, end: lines.at(-1)?.end ?? span.end };
}

/** Languages in which a line `name: value` is an entry of data, or of text made to look like it. */
export const dataLanguages: ReadonlySet<string> = new Set(
  ' yaml yml json jsonc json5 toml text txt plain plaintext python py javascript js typescript ts'.split(' '),
);

const entry = /^([ \t]*)(?:[-*•][ \t]+)?["']?([A-Za-z][\w .&/()-]{0,60}?)["']?[ \t]*[:=][ \t]*["']?(?=[~<>$€£+\d-])/;

/** Entries at one indentation under one parent. */
function readEntries(source: string, { language, lines }: CodeBlock): readonly Run[] {
  if (!dataLanguages.has(language.toLowerCase())) return [];
  const runs: Run[] = [];
  const open: { readonly indent: number; readonly items: Item[] }[] = [];
  const close = (indent: number): void => {
    while ((open.at(-1)?.indent ?? -1) > indent) runs.push({ kind: 'entries', items: open.pop()?.items ?? [] });
  };
  for (const place of lines) {
    const line = source.slice(place.start, place.end);
    if (line.trim() === '') continue;
    const indent = line.length - line.trimStart().length;
    close(indent);
    if (open.at(-1)?.indent !== indent) open.push({ indent, items: [] });
    const found = entry.exec(line);
    if (found === null) continue;
    const item = readItem(source, { start: place.start + found[0].length, end: place.end });
    open.at(-1)?.items.push({ ...item, name: inWords(found[2] ?? '') });
  }
  close(-1);
  return runs.filter(({ items }) => items.length > 1);
}

/** `totalCost` and `total_cost` are "total cost". */
export const inWords = (name: string): string => name.replaceAll(/[_-]+/g, ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
