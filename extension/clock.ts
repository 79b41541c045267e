/** The host's real clock. */
import type { Clock } from '../core/ports.ts';

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** The day where the user is, such as `2026-11-20`. */
export function today(): string {
  const now = new Date();
  const digits = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
