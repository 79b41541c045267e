/** Turns a list or paragraph into a table whose cells are the author's own words. */
import { matchesOf } from '../../../matches.ts';
import { maskMarkup } from '../../../words/maskMarkup.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { Quantity } from '../../../quantities/model.ts';

/** Markdown that a cell cannot hold, or would say otherwise. */
const unfit = /<(?:br|div|p|ul|ol|table|pre)\b|^\s*\|/i;
/** `**Key**: value`, `**Key:** value`, `__Key__ – value` */
const boldKey = /^((\*\*|__)(?!\s)([^*_\n]{1,80}?)):?\2\s*(?::|–|—|-(?=\s))?\s+(?=\S)/;
/** `Key: value` */
const plainKey = /^([^:|`[\]<>\n]{1,60}?):\s+(?=\S)/;

/** The figures a reader sees in a piece of Markdown. */
const figuresIn = (text: string): readonly Quantity[] => findQuantities(maskMarkup(text));

export interface FigureTable {
  /** How many figures it holds. */
  readonly count: number;
  readonly text: string;
}

const fewestFigures = 3;
const fewestRows = 2;

/** A row for each item; undefined where they hold too few figures, or their words would not stay as they are. */
export function tableOf(items: readonly string[]): FigureTable | undefined {
  if (items.length < fewestRows || items.some((text) => unfit.test(text))) return undefined;
  const figures = items.map(figuresIn);
  const count = figures.reduce((sum, { length }) => sum + length, 0);
  const filled = figures.filter(({ length }) => length > 0).length;
  // A table of remarks compares nothing.
  if (count < fewestFigures || filled * 2 <= items.length) return undefined;
  const rows = keyedRows(items) ?? (filled === items.length ? figureRows(items, figures) : undefined);
  if (rows === undefined) return undefined;
  const [header = '', ...body] = rows.map((cells) => `| ${cells.map(toCell).join(' | ')} |`);
  return { count, text: [header, '| --- | --- |', ...body].join('\n') };
}

type Row = readonly [string, string];

function keyedRows(items: readonly string[]): readonly Row[] | undefined {
  const rows = items.map(splitKey);
  return rows.every((row) => row !== undefined) ? [['What', 'Figures'], ...rows] : undefined;
}

/** Each item behind its figures: cut off where every item begins with one, else said twice. */
function figureRows(items: readonly string[], figures: readonly (readonly Quantity[])[]): readonly Row[] {
  const areFirst = figures.every(([first]) => first?.qualified.start === 0);
  const rows = items.map((text, index): Row => {
    const spans = (figures[index] ?? []).map(({ span }) => span);
    const cut = spans[0]?.end ?? 0;
    return areFirst
      ? [text.slice(0, cut), text.slice(cut)]
      : [spans.map(({ start, end }) => text.slice(start, end)).join(', '), text];
  });
  return [['Figures', 'What'], ...rows];
}

/** An item's name and what it says of it; the sign between them becomes the cell's border. */
function splitKey(text: string): Row | undefined {
  const bold = boldKey.exec(text);
  if (bold !== null) {
    const [whole, , mark = '', key = ''] = bold;
    const hasSign = /[:–—-]\s*$/.test(whole) || whole.includes(`:${mark}`);
    return hasSign ? [`${mark}${key}${mark}`, text.slice(whole.length)] : undefined;
  }
  const plain = plainKey.exec(text);
  return plain === null ? undefined : [plain[1] ?? '', text.slice(plain[0].length)];
}

/** A bar inside a cell would end it, in code as well; the lines of an item become one. */
const toCell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');

/** Sentences, each with the sign that ends it; a figure's point and an abbreviation end none. */
export function sentencesOf(text: string): readonly string[] {
  const ends = matchesOf(/[^.!?\s][.!?]["')\]*_]{0,3}\s+(?=["'(*_[]{0,3}[\p{Lu}\d])/gu, maskMarkup(text));
  const cuts = ends
    .filter(
      ({ index }) =>
        !/\b(?:e\.g|i\.e|etc|approx|vs|[Nn]o|[Ff]ig|ca|Dr|Mr|Ms|Inc|St)$/.test(
          text.slice(Math.max(0, index - 7), index + 1),
        ),
    )
    .map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index] ?? text.length).trim());
}
