/** Whether a repair leaves alone what the rest of the diagram says: its nodes, its edges, the words of its labels. */
import type { TextEdit } from '../../model.ts';
import type { DiagramSymbols, Label } from '../symbols/model.ts';
import { readSymbols } from '../symbols/read.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** Types in which an edge is written in full on its line: in others it also depends on the lines above. */
const withWrittenEdges = /^(?:flowchart|swimlane|sequence|class|er$|state|block|c4|requirement|architecture)/;
const directions: ReadonlySet<string> = new Set(['LR', 'RL', 'TB', 'BT', 'TD']);

/** What a version of a diagram says. */
interface Said {
  /** The names, edges and labels of the lines that the repair does not touch. */
  readonly others: readonly string[];
  /** The names of those that it does. */
  readonly names: readonly string[];
}

/**
 * True when what was read on the lines that `edits` do not touch is still read there (a new quote or bracket has
 * swallowed nothing), and when the lines they touch name nothing that was not written, or was the word of a label. True also where nobody reads the diagram's type.
 */
export function keepsSymbols(text: string, edits: readonly TextEdit[], repaired: string, type: string): boolean {
  const before = readSymbols(text, type);
  const after = readSymbols(repaired, type);
  if (before === undefined || after === undefined) return true;
  const places = placesOf(edits);
  // What stands above the header is no part of the diagram, and hides it only as long as it is broken.
  if (places.every(({ end }) => end <= after.header.start)) return true;
  const removed = edits.map(({ span }) => span);
  const was = whatIsSaid(before, text, linesAround(text, removed));
  const is = whatIsSaid(after, repaired, linesAround(repaired, places));
  const isSyntax = syntaxOf(type);
  const written = text.toLowerCase();
  // A keyword is no name: with a capital letter, or a number behind it, it may be one.
  const isWritten = (name: string): boolean => written.includes(name.toLowerCase().replace(/\d+$/, ''));
  const kept = new Set([...is.others, ...is.names]);
  const known = new Set(was.names);
  // The words of `a -- words --> b`.
  const shown = new Set(before.edges.map(({ arrow, label }) => (/\s/.test(arrow) ? label?.text : undefined)));
  return (
    was.others.every((each) => kept.has(each) || isSyntax(each)) &&
    is.names.every((name) => known.has(name) || (isWritten(name) && !shown.has(name)))
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the texts that edits put in stand in the result. */
function placesOf(edits: readonly TextEdit[]): readonly Place[] {
  let shift = 0;
  return edits.map(({ span, text }) => {
    const start = span.start + shift;
    shift += text.length - (span.end - span.start);
    return { start, end: start + text.length };
  });
}

function linesAround(text: string, places: readonly Place[]): readonly Place[] {
  return places.map(({ start, end }) => {
    const newline = text.indexOf('\n', end);
    return { start: text.lastIndexOf('\n', start - 1) + 1, end: newline === -1 ? text.length : newline };
  });
}

function whatIsSaid(symbols: DiagramSymbols, text: string, lines: readonly Place[]): Said {
  const said = { others: [] as string[], names: [] as string[] };
  const isTouched = (at: number): boolean => lines.some(({ start, end }) => start <= at && at <= end);
  const name = (id: string | undefined, at: number): void => {
    if (id !== undefined && id !== '') (isTouched(at) ? said.names : said.others).push(id);
  };
  const show = (label: Label | undefined): void => {
    if (label === undefined || label.text === '') return;
    // What runs over several lines may have swallowed statements.
    const isOneLine = !text.slice(label.span.start, label.span.end).includes('\n');
    if (isOneLine && !isTouched(label.span.start)) said.others.push(label.text);
  };
  for (const { id, uses, labels } of symbols.nodes) {
    // Where items have no names of their own, they are counted.
    if (!/^\d+$/.test(id)) for (const { start } of uses) name(id, start);
    labels.forEach(show);
  }
  for (const { from, to, span, label } of symbols.edges) {
    if (withWrittenEdges.test(symbols.type) && !isTouched(span.start)) said.others.push(`${from} ${to}`);
    show(label);
  }
  for (const { id, label, opener } of symbols.groups) {
    name(id, opener.start);
    show(label);
  }
  for (const { label } of [...symbols.rows, ...symbols.statements]) show(label);
  return said;
}

/** Says of a name whether it was syntax that a reader took for one, as long as what makes it syntax was broken. */
function syntaxOf(type: string): (name: string) => boolean {
  const keywords = new Set([...(vocabularyOf(type)?.keywords ?? []), ...directions]);
  return (name) => !/[\p{L}\p{N}]/u.test(name) || keywords.has(/^[\w-]+/.exec(name)?.[0] ?? '');
}
