/** DG203: a figure that was estimated, not measured. */
import { mapSpanToSource } from '../../document/edits.ts';
import { remember } from '../../memo.ts';
import type { Span } from '../../model.ts';
import { findMetrics } from '../../quantities/concrete.ts';
import { shownLabelsOf } from '../../words/labelLines.ts';
import { passagesOf } from '../../words/passages.ts';
import type { DiagramFacts, DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG203',
  alias: 'estimate',
  gate: 'metrics',
  severity: 'info',
  title: 'A figure is an estimate.',
  why: 'An estimate looks like a measurement a year later. Who reads it at 3 AM cannot know that 20% more is still normal.',
  fixable: false,
};

export const estimate: DocumentRule = {
  scope: 'document',
  meta,
  *check({ model, diagrams }): Iterable<RuleFinding> {
    if (diagrams.length === 0) return;
    for (const { kind, words } of passagesOf(model)) {
      if (kind === 'heading') continue;
      for (const { text, toSource } of words) {
        for (const span of estimatesIn(text)) yield report(text, span, toSource(span));
      }
    }
    for (const { block, facts } of diagrams) {
      for (const span of estimatesInDiagram(facts)) yield report(facts.text, span, mapSpanToSource(block, span));
    }
  },
};

const estimatesIn = (text: string): readonly Span[] =>
  findMetrics(text)
    .filter(({ approximate }) => approximate)
    .map(({ qualified }) => qualified);

const estimatesInDiagram: (facts: DiagramFacts) => readonly Span[] = remember((facts) =>
  shownLabelsOf(facts)
    .flatMap(({ lines }) => lines)
    .flatMap(({ text, span }) =>
      estimatesIn(text).map(({ start, end }) => ({ start: span.start + start, end: span.start + end })),
    ),
);

function report(text: string, { start, end }: Span, span: Span): RuleFinding {
  return { message: `"${text.slice(start, end)}" is an estimate: write what was measured, and when.`, span };
}
