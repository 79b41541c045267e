/** Dates of Gantt tasks, as far as they can be judged without guessing. */

/** What Mermaid takes for a duration: a number and a unit. */
export const durationPattern = /^\d+(?:\.\d+)?(?:ms|[smhdwMy])$/;

/** How many digits each token of a `dateFormat` takes. */
const tokens: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{1,2})`,
  ss: String.raw`(?<second>\d{1,2})`,
};

/**
 * Milliseconds of a date in a `dateFormat` made of YYYY, MM, DD, HH, mm and ss; `impossible` when it does not have the
 * format or names a day or time that does not exist; undefined when the format has other tokens or the text is no date.
 */
export function parseGanttDate(text: string, format: string): number | 'impossible' | undefined {
  if (/^(?:after|until)\s/.test(text)) return undefined;
  const parts = format.match(/YYYY|MM|DD|HH|mm|ss|[A-Za-z]+|[^A-Za-z]+/g) ?? [];
  if (parts.some((part) => /[A-Za-z]/.test(part) && part !== 'T' && !(part in tokens))) return undefined;
  const source = parts.map((part) => tokens[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('');
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
