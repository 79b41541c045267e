/** DG053: a Gantt task without a date or duration, or with one that a sign cuts short; a day that is none. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import { findNearest } from '../../nearest.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { insertAt, replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG053',
  alias: 'bad-date',
  gate: 'renders',
  severity: 'error',
  title: 'A Gantt task lacks its dates, or a sign cuts them short.',
  why: 'Every task needs an end or a duration. Without one Mermaid refuses the whole plan, and says only that something is undefined.',
  fixable: true,
};

const onlyTags = /:(\s*)((?:(?:active|done|crit|milestone|vert)\s*,?\s*)+)$/d;
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekStarts: Readonly<Record<string, readonly string[]>> = { weekday: days, weekend: ['friday', 'saturday'] };

export const badDate: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    if (type !== 'gantt') return;
    for (const line of contentLines(masked).slice(1)) {
      yield* proposeDuration(line);
      yield* proposeComma(line);
      yield* proposeDay(line);
    }
  },
};

/** `Task : done` says how the task looks, and nothing of when it is. */
function* proposeDuration({ text, span }: ContentLine): Iterable<Proposal> {
  const tags = onlyTags.exec(text);
  const place = tags?.indices?.[2];
  if (tags === null || place === undefined) return;
  const written = (tags[2] ?? '').trim();
  yield {
    span: within(span, place[0], written.length),
    message: `\`${written}\` says no date. Add an end or a duration behind it, such as \`${written.replace(/,$/, '')}, 3d\`.`,
    edits: [insertAt(span.end, written.endsWith(',') ? ' 1d' : ', 1d')],
    fix: undefined,
    weight: 6,
  };
}

/** `;` and `#` end the statement, also between a date and a duration. */
function* proposeComma({ text, span }: ContentLine): Iterable<Proposal> {
  const cut = /^[^:]*:[^;#]*[\d\w]\s*([;])(?=\s*[\w-]+\s*$)/d.exec(text)?.indices?.[1];
  if (cut === undefined) return;
  const place = within(span, cut[0], 1);
  yield {
    span: place,
    message: 'A semicolon ends the task here. Write a comma between its dates.',
    edits: [replaceBy(place, ',')],
    fix: 'Write a comma',
    weight: 6,
  };
}

function* proposeDay({ text, span }: ContentLine): Iterable<Proposal> {
  const [, keyword = '', blanks = '', day = ''] = /^(weekday|weekend)(\s+)(\S+)$/.exec(text) ?? [];
  const known = weekStarts[keyword] ?? [];
  if (known.length === 0 || known.includes(day)) return;
  const place = within(span, keyword.length + blanks.length, day.length);
  const nearest = findNearest(day, known);
  yield {
    span: place,
    message: `\`${day}\` is no day that \`${keyword}\` takes. Write ${nearest === undefined ? oneOf(known) : `\`${nearest}\``}.`,
    edits: [replaceBy(place, nearest ?? known[0] ?? '')],
    fix: nearest === undefined ? undefined : `Change to ${nearest}`,
    hidden: true,
    weight: 6,
  };
}

const oneOf = (words: readonly string[]): string =>
  words.length === 2
    ? words.map((word) => `\`${word}\``).join(' or ')
    : `\`${words[0] ?? ''}\` to \`${words.at(-1) ?? ''}\``;
