/** Says how long something takes, in the two largest units that matter. */
import type { Elapsed } from '../../../quantities/clock.ts';
import { secondsPer } from '../../../quantities/units.ts';

const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** "47 minutes", "14 hours 30 minutes"; of a stretch that is not exact, its middle. */
export function sayDuration({ least, most }: Elapsed): string {
  const smallest = units.findLast((unit) => secondsPer[unit] >= (most - least) / 2) ?? 'second';
  let rest = Math.round((least + most) / 2 / secondsPer[smallest]) * secondsPer[smallest];
  const said: string[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / secondsPer[unit] + 1e-9);
    rest -= count * secondsPer[unit];
    if (count > 0) said.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    if (said.length === 2 || unit === smallest) break;
  }
  return said.join(' ') || `0 ${smallest}s`;
}
