/** DG052: a colon or comma between two values is missing, or one is too many. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { insertAt, replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG052',
  alias: 'wrong-separator',
  gate: 'renders',
  severity: 'error',
  title: 'A colon or comma is missing, or one too many.',
  why: 'Rows and lists are read by their separators; without one, two values run together.',
  fixable: true,
};

/** Where a separator belongs, as `[type, the text before it, the text behind it, the separator]`. */
const gaps: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^pie$/, /^"[^"]*"(?=\s+-?[\d.]+$)/, ' :'],
  [/^packet$/, /^(?:\d+(?:-\d+)?|\+\d+)(?=\s+")/, ':'],
  [/^treemap$/, /^"[^"]*"(?=\s+[\d.]+)/, ':'],
  [/^quadrantChart$/, /^[^[:]+?(?=\s+\[[^\]]*\])/, ':'],
  [/^gantt$/, /^[^:]+?(?=\s+(?:(?:done|active|crit|milestone)\b|\w+\s*,|after\s|\d{4}-))/, ' :'],
  [/^journey$/, /^[^:]+(?=\s+\d(?:\s+\D|$))/, ':'],
  [/^journey$/, /^[^:]+:?\s+\d(?=\s+\S)/, ':'],
  [/^sequence$/, /^[^:]*?(?:-?->>?|--?x|--?\))[+-]?\s*[\w.]+(?=\s+\S)/, ':'],
  [/^(?:er)$/, /^[^:]+(?:--|\.\.)\S+\s+[\w-]+(?=\s+\S)/, ' :'],
];

const listed = /[[{][^[\]{}"]*[\]}]/g;

export const wrongSeparator: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type = '', fault }: BrokenDiagram): Iterable<Proposal> {
    const lines = contentLines(masked).slice(1);
    for (const line of lines) {
      yield* proposeGaps(line, type);
      if (/^(?:xychart|radar|quadrantChart|wardley|sankey|railroad)$/.test(type)) yield* proposeCommas(line, type);
    }
    if (type === 'c4') for (const line of lines) yield* proposeLabel(line);
    if (type === 'sequence') yield* proposeSemicolon(masked, fault.span.start);
  },
};

function* proposeGaps({ text, span }: ContentLine, type: string): Iterable<Proposal> {
  // One step may lack two separators at once.
  const missing: number[] = [];
  const marks: string[] = [];
  for (const [types, before, separator] of gaps) {
    const end = types.test(type) ? before.exec(text)?.[0].length : undefined;
    if (end === undefined || missing.includes(end)) continue;
    missing.push(end);
    marks.push(separator);
  }
  const [first] = missing;
  if (first === undefined) return;
  yield {
    span: within(span, first, 1),
    message: 'A colon is missing here.',
    edits: missing.map((at, index) => insertAt(span.start + at, marks[index] ?? ':')),
    fix: 'Add the colon',
    weight: 1,
  };
}

function* proposeCommas({ text, span }: ContentLine, type: string): Iterable<Proposal> {
  for (const list of matchesOf(listed, text)) {
    const gap = /(?<=[\w.])\s+(?=-?[\d.])/.exec(list[0]);
    if (gap !== null) {
      yield {
        span: within(span, list.index + gap.index, gap[0].length),
        message: 'A comma is missing between these values.',
        edits: matchesOf(/(?<=[\w.])\s+(?=-?[\d.])/g, list[0]).map(({ index }) =>
          insertAt(span.start + list.index + index, ','),
        ),
        fix: 'Add the comma',
        weight: 2,
      };
    }
  }
  const extra = /(?<=,\s*),|,(?=\s*[\]}])/.exec(text);
  if (extra !== null) {
    const place = within(span, extra.index, 1);
    yield {
      span: place,
      message: 'This comma is one too many.',
      edits: [replaceBy(place, '')],
      fix: 'Remove the comma',
      weight: 2,
    };
  }
  const call = type === 'railroad' ? /\)(?=\s+\w+\()/.exec(text) : null;
  if (call === null) return;
  const at = span.start + call.index + 1;
  yield {
    span: { start: at, end: at + 1 },
    message: 'A comma is missing here.',
    edits: [insertAt(at, ',')],
    fix: 'Add the comma',
    weight: 2,
  };
}

/** A semicolon ends a statement, also in the middle of a message. */
function* proposeSemicolon(masked: string, noticed: number): Iterable<Proposal> {
  const start = masked.lastIndexOf('\n', noticed - 1) + 1;
  const newline = masked.indexOf('\n', noticed);
  const line = masked.slice(start, newline === -1 ? masked.length : newline);
  for (const { index } of matchesOf(/(?<!#\w+);(?=\s*\S)/g, line)) {
    const span = { start: start + index, end: start + index + 1 };
    yield {
      span,
      message: 'A semicolon ends the statement here: write it as `#59;`, which is shown as a semicolon.',
      edits: [replaceBy(span, '#59;')],
      fix: 'Write the semicolon as #59;',
      weight: 2,
    };
  }
}

/** A relation of C4 has three arguments at least, the third of which may be empty. */
function* proposeLabel({ text, span }: ContentLine): Iterable<Proposal> {
  const call = /^(?:Bi)?Rel\w*\(\s*[\w.-]+\s*,\s*[\w.-]+(?=\s*\)$)/.exec(text)?.[0];
  if (call === undefined) return;
  const at = span.start + call.length;
  yield {
    span: within(span, call.length, text.length - call.length),
    message: 'A relation needs a label behind the two names, such as `"Reads"`; an empty one, `""`, is drawn as none.',
    edits: [insertAt(at, ', ""')],
    fix: 'Add an empty label',
    weight: 2,
  };
}
