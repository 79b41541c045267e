/** Logs: lines one after the other that each start with a clock time, in lists, code, tables and diagrams. */
import type { Block, DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { elapsed, findMoments, secondsOfDay } from '../../../quantities/clock.ts';
import type { Moment } from '../../../quantities/clock.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { DiagramFacts } from '../../rule.ts';
import { passagesOfDiagram, shift } from './passages.ts';

export interface LogEntry {
  readonly moment: Moment;
  /** Where the moment is written. */
  readonly span: Span;
}

/** At least three entries, in the order in which they are written. */
export type Log = readonly LogEntry[];

const fewest = 3;

/** The logs of a page outside its diagrams. */
export const logsOfPage = remember((model: DocumentModel): readonly Log[] => {
  const logs: Log[] = [];
  let list: { readonly depth: number; readonly entries: LogEntry[] } | undefined;
  const endList = (): void => {
    if (list !== undefined && list.entries.length >= fewest) logs.push(list.entries);
    list = undefined;
  };
  for (const block of model.blocks) {
    const item = itemLine(block);
    if (item === undefined || (list !== undefined && item.depth < list.depth)) endList();
    if (item !== undefined) {
      const entry = readEntry(model.text, item.line);
      // Items below an entry belong to it.
      if (list !== undefined && item.depth > list.depth) continue;
      if (entry === undefined) endList();
      else (list ??= { depth: item.depth, entries: [] }).entries.push(entry);
    } else if (block.kind === 'code') logs.push(...logsOfLines(model.text, block.lines));
    else if (block.kind === 'table') logs.push(...logsOfLines(model.text, block.rows.flatMap(({ cells }) => cells[0]?.span ?? []))); // prettier-ignore
  }
  endList();
  return logs;
});

function itemLine(block: Block): { readonly line: Span; readonly depth: number } | undefined {
  if (block.kind !== 'text' || block.container !== 'list-item') return undefined;
  const [line] = block.lines;
  return line && { line, depth: block.depth };
}

/** Runs of lines that are entries. */
function logsOfLines(source: string, lines: readonly Span[]): readonly Log[] {
  const logs: LogEntry[][] = [[]];
  for (const line of lines) {
    const entry = readEntry(source, line);
    if (entry !== undefined) logs.at(-1)?.push(entry);
    else if ((logs.at(-1)?.length ?? 0) > 0) logs.push([]);
  }
  return logs.filter((log) => log.length >= fewest);
}

/** What an entry can start with; most lines cannot. */
const entryStart = /^\W*(?:\d{1,2}:\d|\d{1,2} ?[ap]m|\d{4}-\d|\d{1,2} [a-z]{3}|[a-z]{3,9}\.? \d)/i;

/** The time a line starts with, behind a bullet, a bracket or a quote. */
function readEntry(source: string, { start, end }: Span): LogEntry | undefined {
  // A time stands within the first characters; a line may be long.
  const written = source.slice(start, Math.min(end, start + 80));
  if (!entryStart.test(written)) return undefined;
  const text = blankMarkup(written);
  const [moment] = findMoments(text);
  if (moment?.time === undefined || !/^[\s>*"'[({+-]*$/.test(text.slice(0, moment.span.start))) return undefined;
  return { moment, span: shift(moment.span, start) };
}

/** A timeline's periods, or the notes of a sequence, where they are clock times. */
export function logsOfDiagram(facts: DiagramFacts): readonly Log[] {
  const type = facts.symbols?.type;
  if (type !== 'timeline' && type !== 'sequence') return [];
  const entries = passagesOfDiagram(facts).flatMap((passage): readonly LogEntry[] => {
    const isSection = /^\s*section\b/.test(passage.text);
    const [moment] = isSection || !/\d:\d|\d ?[ap]m/i.test(passage.text) ? [] : findMoments(passage.text);
    if (moment?.time === undefined) return [];
    const before = passage.text.slice(0, moment.span.start);
    const isFirst = type === 'timeline' ? /^\s*$/.test(before) : /^\s*Note\b[^:]{0,80}:\s*$/i.test(before);
    return isFirst ? [{ moment, span: shift(moment.span, passage.start) }] : [];
  });
  return entries.length >= fewest ? [entries] : [];
}

/** An entry that is earlier than the one before it. */
export interface StepBack {
  readonly entry: LogEntry;
  readonly before: LogEntry;
  readonly seconds: number;
}

/** More than one entry in this many out of order, and it is not a log, or another order is meant. */
const mostBack = 8;

/** The steps back of a log that is otherwise in order. A clock that goes back by most of a day has passed midnight. */
export function findStepsBack(log: Log): readonly StepBack[] {
  const steps = log.slice(1).map((entry, index): StepBack & { readonly distance: number } => {
    const before = log[index] ?? entry;
    const distance = elapsed(before.moment, entry.moment);
    const ahead = distance === undefined ? 0 : (distance.least + distance.most) / 2;
    const isClock = before.moment.date === undefined && entry.moment.date === undefined;
    return {
      entry,
      before,
      seconds: -ahead,
      distance: isClock && -ahead > secondsOfDay / 2 ? ahead + secondsOfDay : ahead,
    };
  });
  const back = steps.filter(({ distance }) => distance < 0);
  const forward = steps.filter(({ distance }) => distance > 0);
  if (back.length * mostBack > Math.max(log.length, mostBack) || forward.length < 2) return [];
  const length = forward.reduce((sum, { distance }) => sum + distance, 0);
  // Six hours back may be eighteen hours on, where the log takes about as long.
  return back.filter(({ entry, seconds }) => entry.moment.date !== undefined || secondsOfDay - seconds > 3 * length);
}

/** The entries' seconds since the first one's day, each midnight passed counted. */
export function unwrap(log: Log): readonly number[] {
  let days = 0;
  let last = 0;
  return log.map(({ moment }, index) => {
    const clock = moment.time?.from ?? 0;
    if (index > 0 && last - clock > secondsOfDay / 2) days += 1;
    last = clock;
    return (moment.date?.from ?? days * secondsOfDay) + clock;
  });
}
