/** DG043: a closing bracket too many. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { removeLine, replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG043',
  alias: 'stray-bracket',
  gate: 'renders',
  severity: 'error',
  title: 'A closing bracket closes nothing.',
  why: 'A bracket too many ends the statement in the middle, and Mermaid refuses the diagram.',
  fixable: true,
};

export const strayBracket: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, fault }: BrokenDiagram): Iterable<Proposal> {
    const start = masked.lastIndexOf('\n', fault.span.start - 1) + 1;
    const newline = masked.indexOf('\n', fault.span.start);
    const end = newline === -1 ? masked.length : newline;
    for (const at of findStray(masked.slice(start, end))) {
      const span = { start: start + at, end: start + at + 1 };
      const bracket = text.slice(span.start, span.end);
      const isAlone = masked.slice(start, end).trim() === bracket;
      yield {
        span,
        message: `This \`${bracket}\` closes nothing: remove it.`,
        edits: [isAlone ? removeLine(text, span) : replaceBy(span, '')],
        fix: `Remove the stray ${bracket}`,
        weight: -4,
      };
    }
  },
};

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The places of closing brackets on a line without an opening partner on it; quoted text is left alone. */
function findStray(line: string): readonly number[] {
  const open: string[] = [];
  const found: number[] = [];
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    const char = line.charAt(index);
    if (char === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ('([{'.includes(char)) open.push(char);
    const wanted = openings[char];
    if (wanted === undefined) continue;
    if (open.at(-1) === wanted) open.pop();
    else found.push(index);
  }
  return found;
}
