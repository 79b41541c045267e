/** Messages as they are copied from a chat. */
import { readStampedLine } from './stamps.ts';
import type { StampedLine } from './stamps.ts';

/** "Ann Berg  14:22" or "Ann Berg [2:22 PM]" on a line of its own, as messages are copied from a chat; the words stand below. */
export function readSpeaker(line: string): StampedLine | undefined {
  const found = /^\p{Lu}[\p{L}.'-]*(?: [\p{L}.'-]+){0,3}(?: \(?(?:APP|BOT)\)?)?\s+(?=\[?\d)(.{4,24})$/u.exec(line);
  const stamped = found?.[1] === undefined ? undefined : readStampedLine(found[1]);
  return stamped?.stamp.time !== undefined && stamped.rest === '' ? stamped : undefined;
}
