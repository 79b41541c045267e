/** Gives findings marks by which they are recognised later, and tells those of a baseline from new ones. */
import { hashText } from '../document/hash.ts';
import { LineTable } from '../document/lines.ts';
import type { RuleMeta } from '../gates/rule.ts';
import type { Finding } from '../model.ts';
import type { KnownFinding } from './model.ts';

/** How many lines with words before and after a finding say which of several equal ones it is. */
const linesBefore = 2;
const linesAfter = 3;
/** A finding of more lines than these is recognised by its first ones: long enough to tell it from others. */
const mostLines = 20;
const mostLetters = 500;

/** Marks for each of `findings`, in their order. The rules `aboutPages` say one thing of a whole page, wherever it stands. */
export function markFindings(
  findings: readonly Finding[],
  text: string,
  aboutPages: ReadonlySet<string>,
): readonly KnownFinding[] {
  if (findings.length === 0) return [];
  const lines = new NormalLines(text);
  return findings.map(({ rule, span }) => {
    if (aboutPages.has(rule)) return { rule, text: '', near: '' };
    const words = normalise(text.slice(span.start, Math.min(span.end, span.start + mostLetters)));
    const first = lines.lineAt(span.start);
    const last = Math.min(lines.lineAt(Math.max(span.start, span.end - 1)), first + mostLines);
    return { rule, text: hashText(`${lines.hash(first, last)} ${words}`), near: lines.hashAround(first, last) };
  });
}

/** The rules whose findings are about a page as a whole. */
export const rulesAboutPages = (rules: readonly RuleMeta[]): ReadonlySet<string> =>
  new Set(rules.filter(({ aboutPage }) => aboutPage === true).map(({ id }) => id));

export interface Recognised {
  /** The findings that the baseline does not know. */
  readonly fresh: readonly Finding[];
  /** What the baseline knows and is not found any more. */
  readonly gone: readonly KnownFinding[];
}

/**
 * Tells new findings from known ones. Each known finding stands for one: of equal findings those at the same place are
 * taken first, so that what was added is what is reported.
 */
export function recognise(
  findings: readonly Finding[],
  text: string,
  known: readonly KnownFinding[],
  aboutPages: ReadonlySet<string>,
): Recognised {
  const marks = markFindings(findings, text, aboutPages);
  const exact = new Tally(known, exactly);
  const atPlace = marks.map((mark) => exact.take(mark));
  const loose = new Tally(exact.left, roughly);
  const isKnown = marks.map((mark, index) => atPlace[index] === true || loose.take(mark));
  return { fresh: findings.filter((_, index) => isKnown[index] !== true), gone: loose.left };
}

/** What of `known` is not among `others`, one for one. */
export function without(known: readonly KnownFinding[], others: readonly KnownFinding[]): readonly KnownFinding[] {
  const taken = new Tally(others, exactly);
  return known.filter((finding) => !taken.take(finding));
}

const exactly = ({ rule, text, near }: KnownFinding): string => `${rule} ${text} ${near}`;
const roughly = ({ rule, text }: KnownFinding): string => `${rule} ${text}`;

/** Known findings by a key, each of which can be taken once. */
class Tally {
  readonly #keyOf: (finding: KnownFinding) => string;
  readonly #waiting = new Map<string, KnownFinding[]>();

  constructor(known: readonly KnownFinding[], keyOf: (finding: KnownFinding) => string) {
    this.#keyOf = keyOf;
    for (const finding of known) {
      const key = keyOf(finding);
      const same = this.#waiting.get(key);
      if (same === undefined) this.#waiting.set(key, [finding]);
      else same.push(finding);
    }
  }

  get left(): readonly KnownFinding[] {
    return [...this.#waiting.values()].flat();
  }

  take(finding: KnownFinding): boolean {
    return this.#waiting.get(this.#keyOf(finding))?.pop() !== undefined;
  }
}

/** The lines of a text without what layout changes: indentation, spaces, blank lines, kinds of line endings. */
class NormalLines {
  readonly #table: LineTable;
  /** A key of each line; empty for a blank one. */
  readonly #hashes: readonly string[];
  /** The numbers of the lines that are not blank, in order. */
  readonly #filled: readonly number[];
  /** For each line, how many lines before it are not blank. */
  readonly #ranks: readonly number[];

  constructor(text: string) {
    this.#table = new LineTable(text);
    const filled: number[] = [];
    const ranks: number[] = [];
    this.#hashes = Array.from({ length: this.#table.count }, (_, line) => {
      ranks.push(filled.length);
      const { start, end } = this.#table.span(line);
      const words = normalise(text.slice(start, end));
      if (words !== '') filled.push(line);
      return words === '' ? '' : hashText(words);
    });
    this.#filled = filled;
    this.#ranks = ranks;
  }

  lineAt(offset: number): number {
    return this.#table.lineAt(offset);
  }

  hash(first: number, last: number): string {
    return this.#hashes.slice(first, last + 1).join(' ');
  }

  hashAround(first: number, last: number): string {
    const before = this.#ranks[first] ?? 0;
    const after = this.#ranks[last + 1] ?? this.#filled.length;
    const around = [
      ...this.#filled.slice(Math.max(0, before - linesBefore), before),
      ...this.#filled.slice(after, after + linesAfter),
    ];
    return hashText(around.map((line) => this.#hashes[line]).join(' ')).slice(0, 8);
  }
}

const normalise = (text: string): string => text.replace(/\s+/g, ' ').trim();
