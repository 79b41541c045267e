/** Chooses, of the logs on a page, the one that tells the incident. */
import type { Log } from './model.ts';
import { isTold } from './told.ts';

const leastEntries = 2;
const timelineWords = /\b(?:timeline|chronology|sequence of events|log|what happened|incident)\b/i;

/** Undefined where no log has two entries. */
export function chooseLog(logs: readonly Log[]): Log | undefined {
  const rated = logs
    .filter(({ entries }) => entries.filter(isTold).length >= leastEntries)
    .map((log) => ({ log, points: pointsOf(log) }));
  return rated.reduce<(typeof rated)[number] | undefined>(
    (best, each) => (best === undefined || each.points > best.points ? each : best),
    undefined,
  )?.log;
}

/** A long account counts for more than a short one, a chapter called timeline for more than any, code for least. */
function pointsOf({ entries, under, form }: Log): number {
  const told = entries.filter(isTold).length;
  const forms = { text: 1.2, table: 1.2, diagram: 1, code: 0.4 };
  return Math.min(told, 25) * forms[form] * (timelineWords.test(under) ? 1.4 : 1);
}
