/** Reads a postmortem: the log that tells it, on one scale of time, with its turning points. */
import { findMoments } from '../../quantities/clock.ts';
import type { OptionValues, Read, SourceInput } from '../source.ts';
import { chooseLog } from './choose.ts';
import { findLogs, zoneOfHeadings } from './logs.ts';
import type { Log, Timeline } from './model.ts';
import { orderEntries } from './order.ts';
import { findPhases } from './phases.ts';
import { readSlack } from './slack.ts';
import { readSpeaker } from './speakers.ts';
import { readStampedLine } from './stamps.ts';
import { findStated } from './stated.ts';
import { isTold } from './told.ts';

/** More bars fill more than a screen. */
const mostEntries = 80;

export function readTimelineText({ text }: SourceInput, options: OptionValues): Read<Timeline> {
  const log = /^\s*[[{]/.test(text) && /"ts"\s*:/.test(text) ? readSlack(text) : chooseLog(findLogs(text));
  if (log === undefined) {
    return { problem: 'fewer than two lines begin with a time and say what happened', line: undefined };
  }
  if ('problem' in log) return log;
  const entries = log.entries.filter(isTold);
  if (entries.length < 2) return { problem: 'fewer than two entries say what happened', line: entries[0]?.line };
  if (entries.length > mostEntries) {
    const problem = `there are ${entries.length} entries, and at most ${mostEntries} are drawn: select those that matter`;
    return { problem, line: entries[mostEntries]?.line };
  }
  const ordered = orderEntries(log.entries, dayOf(text, entries[0]?.line ?? 1), zoneOf(text, log));
  if ('problem' in ordered) return ordered;
  const last = ordered.happenings.at(-1);
  if ((last?.until ?? last?.at) === ordered.happenings[0]?.at) {
    return { problem: 'everything happened at the same time', line: entries[0]?.line };
  }
  const found = findPhases(ordered, findStated(text), options);
  return 'problem' in found ? found : { model: { ...ordered, ...found } };
}

/** The one day that the lines above the log name in full; undefined where there is none, or more than one. */
function dayOf(text: string, line: number): number | undefined {
  const above = text.split(/\r\n?|\n/, Math.min(line, 60)).slice(0, line - 1);
  const days = above
    .filter((each) => /^#|\b(?:date|incident|when|occurred)\b/i.test(each))
    .flatMap((each) => findMoments(each))
    .flatMap(({ date }) => (date?.hasYear === true && date.to - date.from === 86_400 ? [date.from] : []));
  return new Set(days).size === 1 ? days[0] : undefined;
}

/** The zone that the headings or the text say all times are in. */
function zoneOf(text: string, { under }: Log): string | undefined {
  const said =
    /\b(?:all times?|times? (?:are|is)?(?: all)?(?: in)?|timeline)\b[^\n]{0,20}\b(UTC|GMT|CES?T|BST|[EPCM][SD]T|JST|SGT|AEST)\b/i.exec(
      text,
    );
  return (
    said?.[1]?.toUpperCase() ??
    zoneOfHeadings(under) ??
    /\((UTC|GMT|CES?T|BST|[EPCM][SD]T|JST|SGT|AEST)\)/.exec(under)?.[1]
  );
}

/** How many lines begin with a time and go on with words, or hold one in the first cell of a row. */
export function countTimes(head: string): number {
  if (/"ts"\s*:\s*"\d{10}\./.test(head)) return head.match(/"ts"\s*:/g)?.length ?? 0;
  let count = 0;
  for (const line of head.split(/\r\n?|\n/, 600)) {
    const stamped = /\d|day/i.test(line) ? readStampedLine(line.slice(0, 200)) : undefined;
    const isClock =
      stamped?.stamp.time !== undefined || stamped?.stamp.after !== undefined || stamped?.stamp.day !== undefined;
    if ((isClock && /\p{L}{2}/u.test(stamped.rest)) || readSpeaker(line.slice(0, 80).trim()) !== undefined) count += 1;
  }
  return count;
}
