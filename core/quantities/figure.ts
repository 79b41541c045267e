/** Reads one figure with its sign, currency, magnitude, unit and range. */
import { isDigit, match, readLiteral } from './literal.ts';
import type { Literal } from './literal.ts';
import type { Quantity, Unit } from './model.ts';
import { currencyCodes, currencySigns } from './units.ts';
import { readMagnitude, readUnit } from './unitText.ts';

export type Figure = Pick<Quantity, 'digits' | 'value' | 'high' | 'precision' | 'magnitude' | 'sign' | 'unit'> & {
  readonly start: number;
  readonly end: number;
  /** The end of the digits and their magnitude. */
  readonly literalEnd: number;
  /** Whether the digits may be a year or an identifier. */
  readonly plain: boolean;
  /** Whether a `+` behind it leaves its upper end open. */
  readonly isOpen: boolean;
};

/** A figure up to its unit. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly literal: Literal;
  readonly literalEnd: number;
  readonly magnitude: number;
  readonly currency: string | undefined;
  readonly unit: Unit;
  readonly isOpen: boolean;
}

/** The figure whose first digit (or decimal point) is at `digit`; undefined where it is part of a name. */
export function readFigure(text: string, digit: number): Figure | undefined {
  const front = readFront(text, digit);
  const low = readPart(text, front.start, digit, front.currency);
  if (low === undefined) return undefined;
  const compound = readCompound(text, low);
  if (compound !== undefined) return { ...compound, ...describe(digit, low), sign: undefined };
  const high = readHighEnd(text, low);
  const spread = high && range(low, high);
  const figure = spread ?? single(low);
  const sign = spread === undefined ? front.sign : undefined;
  return {
    ...figure,
    start: sign === undefined ? figure.start : front.signStart,
    ...describe(digit, low),
    sign,
    ...(sign === '-' ? { value: -figure.value, high: -figure.high } : {}),
  };
}

function describe(digit: number, part: Part): Pick<Figure, 'digits' | 'literalEnd' | 'plain'> {
  return { digits: { start: digit, end: part.literal.end }, literalEnd: part.literalEnd, plain: part.literal.plain };
}

interface Front {
  /** Where the currency starts, or the digits where there is none. */
  readonly start: number;
  readonly currency: string | undefined;
  readonly sign: '+' | '-' | undefined;
  readonly signStart: number;
}

function readFront(text: string, digit: number): Front {
  let start = digit;
  let currency = currencySigns.get(text[start - 1] ?? '');
  if (currency !== undefined) start -= text.slice(start - 3, start - 1) === 'US' ? 3 : 1;
  else {
    const code = /(?<!\w)([A-Z]{3})[ ]?$/.exec(text.slice(Math.max(0, digit - 5), digit));
    if (code?.[1] !== undefined && currencyCodes.has(code[1])) {
      currency = code[1];
      start -= code[0].length;
    }
  }
  // Markdown may have to write `\$`.
  if (currency !== undefined && text[start - 1] === '\\') start -= 1;
  const before = text[start - 1];
  const sign = before === '+' ? '+' : before === '-' || before === '−' ? '-' : undefined;
  const outside = text[start - 2];
  if (sign === undefined || (outside !== undefined && !/[\s(|[{:,;="'>~≈→/]/.test(outside))) {
    return { start, currency, sign: undefined, signStart: start };
  }
  return { start, currency, sign, signStart: start - 1 };
}

function readPart(text: string, start: number, digit: number, currency: string | undefined): Part | undefined {
  const literal = readLiteral(text, digit);
  if (literal === undefined) return undefined;
  const magnitude = readMagnitude(text, literal.end, currency !== undefined);
  const openBefore = isOpenEnd(text, magnitude.end);
  const afterPlus = magnitude.end + (openBefore ? 1 : 0);
  // "5+ million"
  const more = openBefore && magnitude.by === 1 ? readMagnitude(text, afterPlus, currency !== undefined) : undefined;
  const by = magnitude.by * (more?.by ?? 1);
  const literalEnd = more?.end ?? afterPlus;
  const unit = readUnit(text, literalEnd, currency, literal.value * by === 1);
  if (unit === undefined) return undefined;
  const openAfter = isOpenEnd(text, unit.end);
  return {
    start,
    end: unit.end + (openAfter ? 1 : 0),
    literal,
    literalEnd,
    magnitude: by,
    currency,
    unit: unit.unit,
    isOpen: openBefore || openAfter,
  };
}

/** A `+` that leaves the upper end open: `30+`, not `30+5`. */
function isOpenEnd(text: string, at: number): boolean {
  return text[at] === '+' && !/[\w+$]/.test(text[at + 1] ?? '');
}

const between = /,?[ \t]?(?:and[ \t])?/y;

/** `1h 30m`, `2 minutes and 5 seconds`, `4 hours, 23 minutes`: durations in falling units are one, told in the last unit. */
function readCompound(text: string, first: Part): Amount | undefined {
  let last = first;
  let seconds = first.literal.value * first.unit.scale;
  while (last.unit.dimension === 'duration' && last.unit.period === undefined && !last.isOpen) {
    const digit = last.end + (match(between, text, last.end) ?? '').length;
    const next = isDigit(text[digit]) ? readPart(text, digit, digit, undefined) : undefined;
    if (next?.unit.dimension !== 'duration' || next.unit.scale >= last.unit.scale) break;
    seconds += next.literal.value * next.unit.scale;
    last = next;
  }
  if (last === first) return undefined;
  const value = seconds / last.unit.scale;
  const { unit, end, isOpen, literal } = last;
  return { start: first.start, end, value, high: value, precision: literal.precision, magnitude: 1, unit, isOpen };
}

const dash = /[ \t]?[-–—][ \t]?[$€£¥₹]?|\.\.\.?[$€£¥₹]?|[ \t]to[ \t][$€£¥₹]?/y;

/** The high end of a range: `20 ms` of "10-20 ms". */
function readHighEnd(text: string, low: Part): Part | undefined {
  const hasUnit = low.unit.period !== undefined || (low.unit.name !== '' && low.currency === undefined);
  const between = match(dash, text, low.end);
  if (between === undefined || low.isOpen) return undefined;
  const digit = low.end + between.length;
  const symbol = currencySigns.get(between.at(-1) ?? '');
  if (!isDigit(text[digit])) return undefined;
  const high = readPart(text, low.start, digit, symbol ?? low.currency);
  // "$20M - 57%": another figure follows.
  if (high === undefined || (low.currency !== undefined && /^[ \t]?%/.test(text.slice(high.end, high.end + 2))))
    return undefined;
  const isSpoken = /\s/.test(between);
  // "5 - 10" may be a difference or a list, and "from 5 ms to 10 ms" a change.
  if (isSpoken && (hasUnit || (high.unit.name === '' && high.unit.period === undefined))) return undefined;
  if (between.includes('to') && /from[ \t]+[~$€£]?$/i.test(text.slice(Math.max(0, low.start - 8), low.start)))
    return undefined;
  if (hasUnit && (high.unit.dimension !== low.unit.dimension || high.unit.name !== low.unit.name)) return undefined;
  return high;
}

type Amount = Pick<Figure, 'start' | 'end' | 'value' | 'high' | 'precision' | 'magnitude' | 'unit' | 'isOpen'>;

function single({ start, end, literal, magnitude, unit, isOpen }: Part): Amount {
  const value = literal.value * magnitude;
  return { start, end, value, high: value, precision: literal.precision * magnitude, magnitude, unit, isOpen };
}

/** Of "10-20K" both ends are thousands; of "500-1.2K" only the high one. */
function range(low: Part, high: Part): Amount | undefined {
  const top = high.literal.value * high.magnitude;
  const shares = low.magnitude === 1 && low.literal.value * high.magnitude < top;
  const magnitude = shares ? high.magnitude : low.magnitude;
  const ratio = low.unit.name === '' || low.currency !== undefined ? 1 : low.unit.scale / high.unit.scale;
  const value = low.literal.value * magnitude * ratio;
  if (value > top) return undefined;
  return {
    start: low.start,
    end: high.end,
    value,
    high: top,
    precision: Math.max(low.literal.precision * magnitude * ratio, high.literal.precision * high.magnitude),
    magnitude,
    unit: high.unit,
    isOpen: high.isOpen,
  };
}
