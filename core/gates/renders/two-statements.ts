/** DG047: two statements stand on one line. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import { vocabularyOf } from '../../mermaid/vocabulary.ts';
import type { TextEdit } from '../../model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { indentationAt, within } from './facts/edits.ts';
import { headerWords } from './facts/headers.ts';

const meta: RuleMeta = {
  id: 'DG047',
  alias: 'two-statements',
  gate: 'renders',
  severity: 'error',
  title: 'Two statements stand on one line.',
  why: 'A statement ends with its line, so Mermaid takes the second one for a part of the first and refuses both.',
  fixable: true,
};

const arrow = /^\s*(?:[<xo|}*]?[|o{]?(?:--|==|-\.|\.\.|->|~~~)|:[LRTB]\b)/;
/** What a statement may end with: behind a sign it goes on. */
const canEnd = /[\p{L}\p{N}_\])}"'`]$/u;
const bracket = /^(?:[[({>]|@\{)/;

export const twoStatements: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type, fault }: BrokenDiagram): Iterable<Proposal> {
    if (type === undefined) return;
    const lines = contentLines(masked);
    const at = lines.findIndex(({ span }) => span.start <= fault.span.start && fault.span.start <= span.end);
    const line = lines[at];
    if (line === undefined) return;
    if (type === 'requirement') yield* proposeBlock(masked, line);
    for (const gap of at === 0 ? headerGap(line, type) : gapsOf(line, type, fault.span.start)) {
      const isSure = at === 0 || isCertain(gap, line.text, type, masked);
      yield {
        span: within(line.span, gap.end, gap.word.length),
        message: 'A second statement begins here: put it on a line of its own.',
        edits: [breakLine(masked, line, gap, at === 0 ? '  ' : '')],
        fix: 'Put it on a line of its own',
        ...(isSure ? {} : { byHand: true }),
        weight: isSure ? 2 : 0.5,
      };
    }
  },
};

/** Blanks between two words of a line, as offsets into the line, and the word behind them. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

function breakLine(masked: string, { span }: ContentLine, gap: Gap, deeper: string): TextEdit {
  const place = within(span, gap.start, gap.end - gap.start);
  return { span: place, text: `\n${indentationAt(masked, span.start)}${deeper}` };
}

/** What follows the diagram's type on the first line, where it is a statement. */
function* headerGap({ text }: ContentLine, type: string): Iterable<Gap> {
  const header = /^([\w-]+)(?:\s+(?:TB|TD|BT|RL|LR)\b)?\s+(?=\S)/.exec(text);
  if (header === null || !headerWords.includes(header[1] ?? '')) return;
  const end = header[0].length;
  const word = wordAt(text, end);
  if (beginsStatement(text.slice(end), type)) yield { start: header[0].trimEnd().length, end, word };
}

/** The gaps before the word where Mermaid gave up and before the one above it, where a statement may begin. */
function gapsOf(line: ContentLine, type: string, noticed: number): readonly Gap[] {
  const gaps = openGaps(line.text);
  const last = gaps.findLastIndex(({ end }) => line.span.start + end <= noticed);
  return gaps
    .slice(Math.max(0, last - 1), last + 1)
    .filter(({ start, end }) => canEnd.test(line.text.slice(0, start)) && beginsStatement(line.text.slice(end), type))
    .reverse();
}

/** Gaps outside quotes and brackets. */
function openGaps(text: string): readonly Gap[] {
  const plain = text.replace(/"[^"]*"/g, (quoted) => '"'.repeat(quoted.length));
  const gaps: Gap[] = [];
  let depth = 0;
  for (let index = 0; index < plain.length; index++) {
    const char = plain.charAt(index);
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === ' ' && depth === 0) {
      const start = index;
      while (plain.charAt(index + 1) === ' ') index += 1;
      gaps.push({ start, end: index + 1, word: wordAt(text, index + 1) });
    }
  }
  return gaps;
}

const wordAt = (text: string, from: number): string =>
  /^(?:"[^"]*"|[\p{L}\p{N}_-]+|\S)/u.exec(text.slice(from))?.[0] ?? '';

function beginsStatement(text: string, type: string): boolean {
  if (beginsWithKeyword(text, type)) return true;
  if (type === 'pie') return /^"[^"]*"\s*:/.test(text);
  const name = /^[\p{L}\p{N}_]+/u.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length);
  return name !== '' && (arrow.test(rest) || bracket.test(rest));
}

function beginsWithKeyword(text: string, type: string): boolean {
  const word = /^[A-Za-z][\w-]*/.exec(text)?.[0] ?? '';
  return vocabularyOf(type)?.keywords.includes(word) === true;
}

/** Whether the gap can be nothing but the place between two statements, rather than a blank inside a name. */
function isCertain({ start, end, word }: Gap, line: string, type: string, masked: string): boolean {
  if (beginsWithKeyword(line.slice(end), type) || type === 'pie') return true;
  const before = /\S+$/.exec(line.slice(0, start))?.[0] ?? '';
  if (/[\])}"]$/.test(before)) return true;
  return [before, word].every((name) => /^[\p{L}\p{N}_-]+$/u.test(name) && isNamedElsewhere(name, masked));
}

const inName = /[\p{L}\p{N}_-]/u;

/** Whether a name stands by itself in more than one place. */
function isNamedElsewhere(name: string, masked: string): boolean {
  let places = 0;
  for (let at = masked.indexOf(name); at !== -1 && places < 2; at = masked.indexOf(name, at + name.length)) {
    const isPart = inName.test(masked.charAt(at - 1)) || inName.test(masked.charAt(at + name.length));
    if (!isPart) places += 1;
  }
  return places > 1;
}

/** `element a { type: x }`: the braces of a requirement end their lines. */
function* proposeBlock(masked: string, line: ContentLine): Iterable<Proposal> {
  const match = /^([^"{]*\{)(\s*)([^{}]*[^{}\s])(\s*)\}$/.exec(line.text);
  if (match === null) return;
  const [, head = '', before = '', body = '', behind = ''] = match;
  const first = { start: head.length, end: head.length + before.length, word: wordAt(body, 0) };
  const bodyEnd = first.end + body.length;
  const last = { start: bodyEnd, end: bodyEnd + behind.length, word: '}' };
  yield {
    span: within(line.span, first.end, first.word.length),
    message: 'What is between braces stands on lines of its own here.',
    edits: [breakLine(masked, line, first, '  '), breakLine(masked, line, last, '')],
    fix: 'Put it on a line of its own',
    weight: 2,
  };
}
