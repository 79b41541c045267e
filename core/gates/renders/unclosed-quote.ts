/** DG012: a double quote without its partner. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { Span } from '../../model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG012',
  alias: 'unclosed-quote',
  gate: 'renders',
  severity: 'error',
  title: 'A double quote has no partner.',
  why: 'An open quote makes everything up to the next quote, many lines below, part of one label.',
  fixable: true,
};

export const unclosedQuote: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked }: BrokenDiagram): Iterable<Proposal> {
    for (const { text, span } of contentLines(masked)) {
      const quotes = matchesOf(/"/g, text).map(({ index }) => index);
      if (quotes.length % 2 === 0) continue;
      yield* proposeBeforeCloser(text, span);
      const last = quotes.at(-1) ?? 0;
      const at = { start: span.start + last, end: span.start + last + 1 };
      const message = 'This double quote has no partner: a quoted label starts and ends with `"`.';
      const fix = 'Add the missing double quote';
      const before = /(?:^|[[({|])\s*(?:subgraph\s+)?(?=[^[({|]*$)/.exec(text.slice(0, last));
      const opening = before === null ? last : before.index + before[0].length;
      if (opening < last) {
        const start = span.start + opening;
        yield { span: at, message, edits: [{ span: { start, end: start }, text: '"' }], fix, weight: 2 };
      }
      const closer = /[\])}|]+(?:\s|$|[-=.~:;])/.exec(text.slice(last + 1));
      const end = closer === null ? span.end : span.start + last + 1 + closer.index;
      yield { span: at, message, edits: [{ span: { start: end, end }, text: '"' }], fix, weight: 1 };
    }
  },
};

const closers: Readonly<Record<string, RegExp>> = { '[': /\s*[\])]/, '(': /\s*[)\]]/, '{': /\s*\}/, '|': /\s*\|/ };
const anyCloser = /\s*(?:\s-?[\d.]+\s*-->|\s(?:id|tag|type|msg|parent|order)\s*:|$|:|,|-->|as\b|[\])}])/;

/** A label whose bracket, colon or comma comes before any other quote could close it. */
function* proposeBeforeCloser(line: string, span: Span): Iterable<Proposal> {
  let from = 0;
  for (;;) {
    const opening = line.indexOf('"', from);
    if (opening === -1) return;
    const next = line.indexOf('"', opening + 1);
    const label = line.slice(opening + 1, next === -1 ? line.length : next);
    const before = line.slice(0, opening).trimEnd().at(-1) ?? '';
    const closer = (closers[before] ?? anyCloser).exec(label);
    const isOpenerNext = next !== -1 && /[[({|,:\s]$/.test(label);
    if (closer !== null && closer.index > 0 && (next === -1 || isOpenerNext)) {
      const at = span.start + opening + 1 + closer.index;
      yield {
        span: { start: span.start + opening, end: span.start + opening + 1 },
        message: 'This double quote has no partner: a quoted label starts and ends with `"`.',
        edits: [{ span: { start: at, end: at }, text: '"' }],
        fix: 'Add the missing double quote',
        weight: 5,
      };
      from = next === -1 ? line.length : next;
      continue;
    }
    if (next === -1) return;
    from = next + 1;
  }
}
