/** Finds the quantities in a text: amounts with their units, never figures that are names, dates, times or versions. */
import { rememberText } from '../memo.ts';
import type { Quantity } from './model.ts';
import { skipName } from './literal.ts';
import { readFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { readQualifier, wordBefore } from './before.ts';
import { clockWords, introducers, months, namers } from './words.ts';

/**
 * Every quantity of `text`, in order. A line break ends a quantity; markup is not understood: blank it first with
 * `blankMarkup`, which keeps offsets. A bare figure counts where the text introduces an amount ("Total: 25", "(25)",
 * "× 25"), and not behind a word that it may number ("Node 25"). Linear in the text's length.
 */
export const findQuantities = rememberText((text): readonly Quantity[] => {
  const found: Quantity[] = [];
  let at = 0;
  while (at < text.length) {
    const start = startOfFigure(text, at);
    if (start === undefined) break;
    const figure = isPartOfName(text, start) ? undefined : readFigure(text, start);
    if (figure === undefined) {
      at = skipName(text, start);
      continue;
    }
    if (isAmount(text, figure)) found.push(complete(text, figure));
    at = figure.end;
  }
  return found;
});

/**
 * The one quantity that `text` is as a whole, as a table's cell or a chart's value is: a bare year-like figure counts here,
 * and so does a note in brackets behind it. Undefined when there is none, or more.
 */
export function readQuantity(text: string): Quantity | undefined {
  const start = startOfFigure(text, 0);
  if (start === undefined || isPartOfName(text, start)) return undefined;
  const figure = readFigure(text, start);
  if (figure === undefined) return undefined;
  const quantity = complete(text, figure);
  if (text.slice(0, quantity.qualified.start).trim() !== '') return undefined;
  return /^\s*(?:\([^()]*\)\s*)?$/.test(text.slice(figure.end)) ? quantity : undefined;
}

const figureStart = /\.?\d/g;

function startOfFigure(text: string, at: number): number | undefined {
  figureStart.lastIndex = at;
  const found = figureStart.exec(text);
  if (found === null) return undefined;
  // A decimal point starts a figure only where nothing stands in front: `.5`, not `a.5`.
  const isPoint = found[0].length > 1 && !/[\w)\]]/.test(text[found.index - 1] ?? '');
  return isPoint ? found.index : found.index + found[0].length - 1;
}

/** Whether what touches the figure in front makes it part of a name: `S3`, `eu-west-1`, `#42`, `c5.2xlarge`, `T+5`. */
function isPartOfName(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  if (/[\w#^@\\%/.&]/.test(before) || (before > '\u024f' && /\p{L}/u.test(before))) return true;
  return (before === '-' || before === '+' || before === '−') && /[\w)\]}%]/.test(text[start - 2] ?? '');
}

/** Whether a figure is an amount: anything with a unit is; a count or bare figure depends on what stands before it. */
function isAmount(text: string, figure: Figure): boolean {
  const { unit } = figure;
  const next = /^[ \t]{0,2}([A-Za-z']{1,9})(?![\w])/.exec(text.slice(figure.literalEnd, figure.literalEnd + 14))?.[1];
  const follower = next?.toLowerCase() ?? '';
  if (clockWords.has(follower) || (months.has(follower) && figure.plain)) return false;
  if (unit.dimension !== 'count') return true;
  const before = wordBefore(text, figure.start);
  if (namers.has(before.word)) return false;
  if (figure.plain && isYear(figure.value)) return isOperand(text, figure);
  // "Node 1 fails" numbers a node, "only 1 node" counts one.
  if (figure.plain && figure.value === 1 && before.word !== '' && !introducers.has(before.word)) return false;
  if (unit.name !== '' || unit.period !== undefined || figure.magnitude > 1) return true;
  if (isOrdinal(text, figure)) return false;
  return before.word === '' ? !before.isGlued || isOperand(text, figure) : introducers.has(before.word);
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value < 2040 && value !== 2000;
}

/** `1. First` and `1) First` at the start of a line. */
function isOrdinal(text: string, figure: Figure): boolean {
  const next = text[figure.end];
  if (next !== '.' && next !== ')') return false;
  const after = text[figure.end + 1];
  if (after !== undefined && after !== ' ' && after !== '\n') return false;
  let at = figure.start - 1;
  while (at >= 0 && figure.start - at < 8 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at < 0 || text[at] === '\n';
}

/** Whether a multiplication sign stands beside the figure. */
function isOperand(text: string, figure: Figure): boolean {
  return /^[ \t]{0,2}[×*✕]/.test(text.slice(figure.end, figure.end + 3)) || /[×*✕][ \t]{0,2}$/.test(text.slice(Math.max(0, figure.start - 3), figure.start)); // prettier-ignore
}

function complete(text: string, figure: Figure): Quantity {
  const qualifier = readQualifier(text, figure.start);
  return {
    span: { start: figure.start, end: figure.end },
    qualified: { start: qualifier.start, end: figure.end },
    digits: figure.digits,
    value: figure.value,
    high: figure.high,
    precision: figure.precision,
    magnitude: figure.magnitude,
    sign: figure.sign,
    unit: figure.unit,
    approximate: qualifier.flag === 'approximate',
    atLeast: figure.isOpen || qualifier.flag === 'atLeast',
    atMost: qualifier.flag === 'atMost',
  };
}
