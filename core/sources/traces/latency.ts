/** Writes times: all of one page in milliseconds with the same number of decimals, so that they can be compared and added up. */

export interface LatencyStyle {
  readonly decimals: number;
}

const nanosecondsPerMs = 1e6;

/** As many decimals as the whole can bear: a tenth of a thousandth of it still shows. */
export function latencyStyle(whole: number): LatencyStyle {
  const ms = whole / nanosecondsPerMs;
  return { decimals: ms >= 10_000 ? 0 : ms >= 1000 ? 1 : ms >= 10 ? 2 : ms >= 0.1 ? 3 : 6 };
}

export const msOf = (time: number, { decimals }: LatencyStyle): string => (time / nanosecondsPerMs).toFixed(decimals);

export const writeLatency = (time: number, style: LatencyStyle): string => `${msOf(time, style)} ms`;

/** Rounds parts so that they add up to the rounded whole: each is the difference of two rounded sums. */
export function roundParts(parts: readonly number[], decimals: number): readonly string[] {
  const step = 10 ** decimals;
  let sum = 0;
  let shown = 0;
  return parts.map((part) => {
    sum += part;
    const next = Math.round(sum * step);
    const difference = next - shown;
    shown = next;
    return (difference / step).toFixed(decimals);
  });
}

/** The least measured value that `share` of all do not exceed; `sorted` ascending. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
