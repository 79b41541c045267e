/** Reads the digits of a figure, and tells figures from dates, versions, addresses and identifiers. */

export interface Literal {
  readonly end: number;
  readonly value: number;
  /** Half a unit of the last digit. */
  readonly precision: number;
  /** Whether the digits are written plainly, as a year or an identifier may be: no separator, no fraction. */
  readonly plain: boolean;
}

/** More digits than any quantity has; longer runs are identifiers. */
const mostDigits = 24;

const grouped = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?/y;
const underscored = /\d{1,3}(?:_\d{3})+(?![\d_])(?:\.\d+)?/y;
const simple = /\d*(?:\.\d+)?/y;
const exponent = /[eE][+-]?\d{1,2}(?![\w.])/y;

/** The figure whose first digit, or decimal point, is at `start`; undefined where the digits are part of a name. */
export function readLiteral(text: string, start: number): Literal | undefined {
  const separated = match(grouped, text, start) ?? match(underscored, text, start);
  const written = separated ?? match(simple, text, start) ?? '';
  if (written === '' || written.length > mostDigits) return undefined;
  if (separated === undefined && /^0\d/.test(written)) return undefined;
  let end = start + written.length;
  const power = match(exponent, text, end) ?? '';
  end += power.length;
  if (continuesAsName(text, end)) return undefined;
  const scale = power === '' ? 1 : 10 ** Number(power.slice(1));
  const point = written.indexOf('.');
  const decimals = point === -1 ? 0 : written.length - point - 1;
  return {
    end,
    value: Number(written.replaceAll(/[,_]/g, '')) * scale,
    precision: 0.5 * 10 ** -decimals * scale,
    plain: separated === undefined && point === -1 && power === '',
  };
}

/** The offset behind everything that could belong to the name or number at `start`. */
export function skipName(text: string, start: number): number {
  return start + Math.max(1, (match(nameRest, text, start) ?? '').length);
}

const nameRest = /[\w.:/#-]*\w/y;

/** `1.2.3`, `10:30`, `4/4`, `2024-05-01`, `555-010-0199`: digits go on behind what separates names. */
function continuesAsName(text: string, end: number): boolean {
  const next = text[end];
  if (next === undefined) return false;
  if (next === '_') return true;
  if (!isDigit(text[end + 1])) return false;
  return next === '.' || next === ':' || next === '/' || (next === '-' && isNameDash(text, end));
}

/** A range has one dash; dates, phone numbers and identifiers have two, or months with a leading zero. */
function isNameDash(text: string, dash: number): boolean {
  const digits = match(digitRun, text, dash + 1) ?? '';
  const after = dash + 1 + digits.length;
  if (digits.startsWith('0') && digits.length > 1) return true;
  return text[after] === '-' && /\w/.test(text[after + 1] ?? '');
}

const digitRun = /\d{1,24}/y;

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** What a sticky expression matches at `at`. */
export function match(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}
