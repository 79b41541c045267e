/** Writes how long something took: `42 s`, `78 min`, `5 h 12 min`, `3 d 4 h`. */

const minute = 60;
const hour = 3600;
const day = 86_400;

/** `seconds` is a whole number; nothing is rounded away but seconds beside hours and minutes beside days. */
export function sayLength(seconds: number): string {
  if (seconds < 2 * minute && seconds % minute !== 0) return `${seconds} s`;
  if (seconds <= 2 * hour) return joined([Math.floor(seconds / minute), 'min'], [seconds % minute, 's']);
  if (seconds <= 2 * day)
    return joined([Math.floor(seconds / hour), 'h'], [Math.floor((seconds % hour) / minute), 'min']);
  return joined([Math.floor(seconds / day), 'd'], [Math.floor((seconds % day) / hour), 'h']);
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  const [[first, unit] = [0, ''], ...rest] = parts;
  const more = rest.filter(([count]) => count > 0).map(([count, name]) => ` ${count} ${name}`);
  return `${first} ${unit}${more.join('')}`;
}
