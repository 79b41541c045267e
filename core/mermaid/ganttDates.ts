/** Dates of Gantt tasks, as far as they can be judged without guessing. */

/** What Mermaid takes for a duration: a number and a unit. */
export const durationPattern = /^\d+(?:\.\d+)?(?:ms|[smhdwMy])$/;

/** How many digits each token of a `dateFormat` takes. */
const tokens: ReadonlyMap<string, string> = new Map(
  Object.entries({
    YYYY: String.raw`(?<year>\d{4})`,
    MM: String.raw`(?<month>\d{1,2})`,
    DD: String.raw`(?<day>\d{1,2})`,
    HH: String.raw`(?<hour>\d{1,2})`,
    mm: String.raw`(?<minute>\d{1,2})`,
    ss: String.raw`(?<second>\d{1,2})`,
  }),
);

/**
 * Milliseconds of a date in a `dateFormat` made of YYYY, MM, DD, HH, mm and ss; `impossible` when it does not have the
 * format or names a day or time that does not exist; undefined when the format has other tokens or the text is no date.
 */
export function parseGanttDate(text: string, format: string): number | 'impossible' | undefined {
  if (/^(?:after|until)\s/.test(text)) return undefined;
  const parts = format.match(/YYYY|MM|DD|HH|mm|ss|[A-Za-z]+|[^A-Za-z]+/g) ?? [];
  if (parts.some((part) => /[A-Za-z]/.test(part) && part !== 'T' && !tokens.has(part))) return undefined;
  const source = parts.map((part) => tokens.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('');
  const groups = new RegExp(`^${source}$`).exec(text)?.groups;
  // Mermaid tries the browser's own reading of dates then, which takes a bare year, for example.
  if (groups === undefined) return Number.isNaN(Date.parse(text)) ? 'impossible' : undefined;
  const read = (name: string, otherwise: number): number =>
    groups[name] === undefined ? otherwise : Number(groups[name]);
  const [year, month, day] = [read('year', 2000), read('month', 1), read('day', 1)];
  const [hour, minute, second] = [read('hour', 0), read('minute', 0), read('second', 0)];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? date.getTime() : 'impossible';
}

/** What the tokens of a `dateFormat` take, at most; formats with others are not judged. */
const strict: ReadonlyMap<string, string> = new Map(
  Object.entries({
    YYYY: String.raw`\d{4}`,
    YY: String.raw`\d\d`,
    MMMM: '[A-Z][a-z]+',
    MMM: '[A-Z][a-z]{2}',
    MM: String.raw`(?:0[1-9]|1[0-2])`,
    M: String.raw`(?:[1-9]|1[0-2])`,
    DD: String.raw`(?:0[1-9]|[12]\d|3[01])`,
    D: String.raw`(?:[1-9]|[12]\d|3[01])`,
    HH: String.raw`(?:[01]\d|2[0-3])`,
    H: String.raw`(?:1?\d|2[0-3])`,
    hh: String.raw`(?:0\d|1[0-2])`,
    h: String.raw`(?:\d|1[0-2])`,
    mm: String.raw`[0-5]\d`,
    m: String.raw`[1-5]?\d`,
    ss: String.raw`[0-5]\d`,
    s: String.raw`[1-5]?\d`,
    SSS: String.raw`\d{3}`,
    A: '[AP]M',
    a: '[ap]m',
    X: String.raw`[\d.+-]+`,
    x: String.raw`[\d+-]+`,
  }),
);
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether Mermaid surely fails to draw a task that starts with `text`: neither its format nor the browser reads it. */
export function failsAsGanttDate(text: string, format: string): boolean {
  if (/^after\s+[\w-]/.test(text) || mayBeInFormat(text, format)) return false;
  const read = Date.parse(text);
  // Mermaid refuses what a browser reads as a day of the far future.
  return Number.isNaN(read) || Math.abs(new Date(read).getFullYear()) > 10_000;
}

function mayBeInFormat(text: string, format: string): boolean {
  const parts =
    format.match(/YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|SSS|A|a|X|x|T|[A-Za-z[\]]+|[^A-Za-z[\]]+/g) ?? [];
  const isJudged = parts.every((part) => strict.has(part) || part === 'T' || !/[A-Za-z[\]]/.test(part));
  if (!isJudged) return true;
  const source = parts.map((part) => strict.get(part) ?? part.replace(/[.*+?^${}()|\\]/g, '\\$&')).join('');
  if (!new RegExp(`^${source}$`).test(text)) return false;
  const name = /[A-Z][a-z]+/.exec(text)?.[0];
  return !format.includes('MMM') || (name !== undefined && months.test(name));
}
