/** Finds the logs on a page: lists and lines that begin with times, tables with a column of them, and Mermaid's timelines. */
import { LineTable } from '../../document/lines.ts';
import type { Block, CodeBlock, DiagramBlock, TableBlock, TextBlock } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';
import { findRanges } from '../../quantities/clock.ts';
import { plainWords } from '../plainWords.ts';
import { readDiagramEntries } from './diagrams.ts';
import type { Entry, Log } from './model.ts';
import { readSpeaker } from './speakers.ts';
import { readStampedLine, stampOf } from './stamps.ts';
import type { StampedLine } from './stamps.ts';

/** Every log of the text. Entries of one chapter are one log, whatever lists and subheadings they stand in. */
export function findLogs(text: string): readonly Log[] {
  const lines = new LineTable(text);
  const page = new Page(lines);
  for (const block of parseDocument(text, 'markdown').blocks) page.read(block);
  return page.finish();
}

class Page {
  readonly #lines: LineTable;
  readonly #logs: Log[] = [];
  /** The chapter's running text. */
  #entries: Entry[] = [];
  /** By level. */
  #headings: string[] = [];

  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  read(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#readHeading(block.level, block.text, this.#lineOf(block.span.start));
        return;
      case 'text':
        this.#readText(block);
        return;
      case 'table':
        this.#add(readTable(block, this.#lineOf, this.#section), 'table');
        return;
      case 'diagram':
        this.#readDiagram(block);
        return;
      case 'code':
        this.#add(readCode(block, this.#lineOf, this.#section), 'code');
        return;
      case 'html':
      case 'comment':
      case 'front-matter':
        return;
    }
  }

  finish(): readonly Log[] {
    this.#endChapter();
    return this.#logs;
  }

  get #section(): string {
    return this.#headings.at(-1) ?? '';
  }

  readonly #lineOf = (offset: number): number => this.#lines.lineAt(offset) + 1;

  #add(entries: readonly Entry[], form: Log['form']): void {
    if (entries.length > 0) this.#logs.push({ entries, under: this.#headings.join('\n'), form });
  }

  #endChapter(): void {
    this.#add(this.#entries, 'text');
    this.#entries = [];
  }

  #readHeading(level: number, text: string, line: number): void {
    if (level <= 2) this.#endChapter();
    this.#headings = [...this.#headings.slice(0, level - 1), text];
    const words = plainWords(text);
    const stamped = readStampedLine(words);
    // "Day 2" over a list dates what follows; "Phase 1: the deployment (13:42-13:45 UTC)" is told by what stands below.
    if (stamped !== undefined) this.#entries.push(entryOf(stamped, line, text));
  }

  #readText({ lines }: TextBlock): void {
    /** Lines of this block that stand above any time. */
    let told: readonly string[] = [];
    for (const [index, span] of lines.entries()) {
      const raw = this.#lines.text.slice(span.start, span.end);
      const words = plainWords(raw);
      const stamped = readStampedLine(words) ?? readSpeaker(raw.trim());
      const line = this.#lineOf(span.start);
      const last = this.#entries.at(-1);
      if (stamped !== undefined) {
        // A status page writes the time below what it says; a chat writes a name above it.
        const above = told.join(' ');
        const isBelow = stamped.rest === '' && index === lines.length - 1 && above.split(' ').length > 3;
        this.#entries.push(entryOf(isBelow ? { ...stamped, rest: above } : stamped, line, this.#section));
        told = [];
      }
      // A line without a time goes on with the entry above, where it stands right below it.
      else if (last !== undefined && words !== '' && last.label === '') {
        this.#entries[this.#entries.length - 1] = { ...last, label: words };
      } else told = [...told, words];
    }
  }

  #readDiagram({ text, lines }: DiagramBlock): void {
    const lineOf = (index: number): number => this.#lineOf(lines[index]?.start ?? 0);
    this.#add(readDiagramEntries(text, lineOf), 'diagram');
  }
}

function entryOf({ stamp, until, rest }: StampedLine, line: number, section: string): Entry {
  return { stamp, until, label: rest, line, section };
}

const timeColumn = /^(?:time|when|timestamp|clock|at|utc|start|from)\b/i;
const endColumn = /^(?:end|to|until)\b/i;
const dateColumn = /^(?:date|day)$/i;

function readTable(
  { header, rows }: TableBlock,
  lineOf: (offset: number) => number,
  section: string,
): readonly Entry[] {
  const names = header.cells.map(({ text }) => plainWords(text));
  const named = names.findIndex((name) => timeColumn.test(name));
  const column = named === -1 ? 0 : named;
  const end = names.findIndex((name) => endColumn.test(name));
  const date = names.findIndex((name) => dateColumn.test(name));
  const zone = findZone(names[column] ?? '');
  return rows.flatMap(({ cells, span }): readonly Entry[] => {
    const cell = (index: number): string => plainWords(cells[index]?.text ?? '');
    const day = date === -1 || date === column ? '' : cell(date);
    const stamped = readStampedLine(`${day} ${cell(column)}`.trim());
    if (stamped === undefined) return [];
    const ends = end > column ? readStampedLine(cell(end)) : undefined;
    const words = cells.map((_, index) => cell(index)).filter((words, index) => index !== column && index !== date && index !== end && words !== ''); // prettier-ignore
    const label = stamped.rest === '' ? words.slice(0, 2).join(' – ') : stamped.rest;
    const stamp = { ...stamped.stamp, zone: stamped.stamp.zone ?? zone };
    return [{ stamp, until: stamped.until ?? ends?.stamp, label, line: lineOf(span.start), section }];
  });
}

const findZone = (name: string): string | undefined =>
  /\b(UTC|GMT|CES?T|BST|[EPCM][SD]T|JST|SGT|AEST)\b/.exec(name)?.[1];

function readCode({ lines, text }: CodeBlock, lineOf: (offset: number) => number, section: string): readonly Entry[] {
  return text.split('\n').flatMap((line, index): readonly Entry[] => {
    const stamped = readStampedLine(line);
    const place = lines[index];
    // A figure behind the time is a measurement.
    if (stamped === undefined || place === undefined || !/^\p{L}{3}/u.test(stamped.rest)) return [];
    return [entryOf(stamped, lineOf(place.start), section)];
  });
}

/** The zone behind the times of a heading, as in "(13:42-13:45 UTC)". */
export function zoneOfHeadings(under: string): string | undefined {
  const zones = findRanges(under).flatMap(({ to }) => stampOf(to).zone ?? []);
  return zones[0];
}
