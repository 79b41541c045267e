/** The entries of diagrams that tell an incident: a Gantt chart by the clock, a timeline, boxes that begin with a time. */
import type { DiagramSymbols, RowSymbol } from '../../mermaid/symbols/model.ts';
import { readSymbols } from '../../mermaid/symbols/read.ts';
import { diagramTypeOf } from '../diagramType.ts';
import { plainWords } from '../plainWords.ts';
import type { Entry, Stamp } from './model.ts';
import { readStampedLine } from './stamps.ts';

export function readDiagramEntries(text: string, lineOf: (index: number) => number): readonly Entry[] {
  const symbols = readSymbols(text, diagramTypeOf(text));
  if (symbols === undefined) return [];
  const starts = lineStarts(text);
  const placed = (offset: number): number => lineOf(starts.findLastIndex((start) => start <= offset));
  switch (symbols.type) {
    case 'gantt':
      return symbols.rows.flatMap((row) => readTask(row, placed(row.span.start), sectionOf(symbols, row)));
    case 'timeline':
      return symbols.rows.flatMap((row) => readPeriod(row, placed(row.span.start), sectionOf(symbols, row)));
    default:
      return readLabels(symbols, placed);
  }
}

const sectionOf = ({ groups }: DiagramSymbols, { group }: RowSymbol): string =>
  group === undefined ? '' : (groups[group]?.label?.text ?? '');

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A task with a start by the clock, and an end or a duration. */
function readTask({ label, values }: RowSymbol, line: number, section: string): readonly Entry[] {
  const [start, end] = values;
  const stamped = start === undefined ? undefined : readStampedLine(start.text);
  if (label === undefined || stamped?.stamp.time === undefined || stamped.rest !== '') return [];
  const until = end === undefined ? undefined : endOf(end.text, stamped.stamp);
  return [{ stamp: stamped.stamp, until, label: words(label.text), line, section }];
}

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function endOf(text: string, start: Stamp): Stamp | undefined {
  const lasting = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text);
  if (lasting === null) return readStampedLine(text)?.stamp;
  const time = (start.time ?? 0) + Number(lasting[1]) * (seconds[lasting[2] ?? ''] ?? 0);
  return time < 86_400 ? { ...start, time } : undefined;
}

function readPeriod({ label, values }: RowSymbol, line: number, section: string): readonly Entry[] {
  const stamped = label === undefined ? undefined : readStampedLine(words(label.text));
  if (stamped === undefined) return [];
  const told = [stamped.rest, ...values.map(({ text }) => words(text))].filter((each) => each !== '');
  return [{ stamp: stamped.stamp, until: stamped.until, label: told.slice(0, 2).join(' – '), line, section }];
}

/**
 * Boxes and notes whose first words are a time, or a whole date where none has a time; what stands on further lines tells
 * what happened.
 */
function readLabels({ nodes, statements }: DiagramSymbols, placed: (offset: number) => number): readonly Entry[] {
  const labels = [
    ...nodes.flatMap(({ label }) => label ?? []),
    ...statements.flatMap(({ keyword, label }) => (keyword === 'note' && label !== undefined ? [label] : [])),
  ];
  const found = labels.flatMap(({ text, span }) => {
    const [first = '', ...more] = text.split('\n').map(words);
    const stamped = readStampedLine(first);
    if (stamped === undefined || (stamped.stamp.time === undefined && !stamped.stamp.hasYear)) return [];
    const told = [stamped.rest, ...more].filter((line) => /\p{L}/u.test(line));
    return [
      {
        stamp: stamped.stamp,
        until: stamped.until,
        label: told.slice(0, 2).join(' – '),
        line: placed(span.start),
        section: '',
      },
    ];
  });
  const timed = found.filter(({ stamp }) => stamp.time !== undefined);
  return timed.length > 0 ? timed : found;
}

const words = (text: string): string => plainWords(text.replaceAll('#58;', ':').replaceAll(/\\n/g, ' '));
