/** Finds what is checked off and what is not: `[x]`, `[ ]`, `☑`, `☐`; what is half done, or given up, is not. */
import { plainWords } from '../plainWords.ts';
import type { Milestone } from './model.ts';

const box = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[([ xX✓✔/~>-])\]|([☑☒☐]))\s+(\S.*)$/u;

export const isMilestone = (line: string): boolean => box.test(line);

export function findMilestones(lines: readonly string[]): readonly Milestone[] {
  const found: Milestone[] = [];
  let section = '';
  for (const [index, line] of lines.entries()) {
    const heading = /^ {0,3}#{1,6} +(.+?)#* *$/.exec(line)?.[1];
    if (heading !== undefined) section = plainWords(heading);
    const match = box.exec(line);
    const words = plainWords(match?.[3] ?? '');
    if (match === null || words === '') continue;
    const mark = match[1] ?? match[2] ?? '';
    // What another mark means is between its author and the reader.
    const isOther = /[/~>-]/.test(mark);
    const name = isOther ? `${words} (${mark})` : words;
    found.push({ name, isDone: mark !== ' ' && mark !== '☐' && !isOther, section, line: index + 1 });
  }
  return found;
}
