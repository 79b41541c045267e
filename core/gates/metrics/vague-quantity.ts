/** DG202: a claim of degree without a figure. */
import { mapSpanToSource } from '../../document/edits.ts';
import { asksWhen, setUps } from '../../lexicon/claims.ts';
import type { ClaimKind } from '../../lexicon/degrees.ts';
import type { OwnWords } from '../../lexicon/ownWords.ts';
import { remember } from '../../memo.ts';
import type { Span } from '../../model.ts';
import { hasMetric } from '../../quantities/concrete.ts';
import { shownLabelsOf } from '../../words/labelLines.ts';
import type { ShownLabel } from '../../words/labelLines.ts';
import { passagesOf } from '../../words/passages.ts';
import type { Passage } from '../../words/passages.ts';
import type { DiagramFacts, DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { findClaims, hasFigureFor } from './facts/claims.ts';
import type { Claim } from './facts/claims.ts';

const meta: RuleMeta = {
  id: 'DG202',
  alias: 'vague-quantity',
  gate: 'metrics',
  severity: 'warning',
  title: 'A claim of degree has no figure.',
  why: '"Low latency" cannot be compared with what a dashboard shows at 3 AM; "p99 45 ms" can.',
  fixable: false,
};

export const vagueQuantity: DocumentRule = {
  scope: 'document',
  meta,
  *check({ model, diagrams, words }): Iterable<RuleFinding> {
    if (diagrams.length === 0) return;
    const passages = passagesOf(model);
    for (const [index, passage] of passages.entries()) {
      if (passage.kind === 'text') yield* findInText(passage, passages.slice(index + 1, index + 1 + mostListed), words);
      else if (passage.kind === 'row') yield* findInRow(passage, words);
    }
    for (const { block, facts } of diagrams) {
      for (const claim of claimsIn(facts)) yield report(claim, mapSpanToSource(block, claim.span));
    }
  },
};

/** As many items of a list are looked at for the figure its introduction owes. */
const mostListed = 12;

/** What nobody has ticked is to be looked for or to be done. */
const openBox = /^\s*\[ \]\s/;

function* findInText({ words }: Passage, next: readonly Passage[], own: OwnWords | undefined): Iterable<RuleFinding> {
  for (const { text, raw, toSource } of words) {
    if (openBox.test(raw)) continue;
    const claims = findClaims(text, raw, own);
    if (claims.length === 0) continue;
    // What a colon introduces gives the figures.
    if (/:\s*$/.test(text) && next.some((item) => item.kind !== 'heading' && hasFigure(item))) continue;
    for (const claim of claims) yield report(claim, toSource(claim.span));
  }
}

/** The first cell names the row, as a heading does; a figure anywhere in the row is about it. */
function* findInRow(row: Passage, own: OwnWords | undefined): Iterable<RuleFinding> {
  if (hasFigure(row)) return;
  for (const { text, raw, toSource } of row.words.slice(1)) {
    for (const claim of findClaims(text, raw, own)) yield report(claim, toSource(claim.span));
  }
}

const hasFigure = ({ words }: Passage): boolean => words.some(({ raw }) => hasMetric(raw));

/** The claims a diagram's labels make, in offsets into its text. */
const claimsIn: (facts: DiagramFacts) => readonly Claim[] = remember((facts) =>
  shownLabelsOf(facts).flatMap((label) => claimsInLabel(label, facts.words)),
);

function claimsInLabel({ owner, lines }: ShownLabel, own: OwnWords | undefined): readonly Claim[] {
  if (owner === 'group' || owner === 'title') return [];
  if (lines.length > 1 && asksWhen.test(lines[0]?.text ?? '')) return [];
  const texts = lines.map(({ text }) => text);
  return lines.flatMap(({ text, span }, index) =>
    (setUps.test(text) ? [] : findClaims(text, text, own))
      .filter(
        ({ kind, words }) => !(owner === 'node' && isName(index, lines.length, words)) && !hasFigureFor(kind, texts),
      )
      .map((claim) => ({ ...claim, span: { start: span.start + claim.span.start, end: span.start + claim.span.end } })),
  );
}

/** The first of a box's lines says what it is called; alone it may be a name, too, when it is written like one. */
const isName = (index: number, count: number, words: string): boolean =>
  index === 0 && (count > 1 || words.split(/[\s-]/).every((word) => /^[A-Z\d]/.test(word)));

const examples: Readonly<Record<ClaimKind, string>> = {
  speed: '"p99 45 ms"',
  load: '"97,432 RPS"',
  money: '"$127,000/month"',
  count: '"30 brokers"',
  share: '"99.95%"',
  size: '"64 MB"',
  any: '"30x" or "97,432 RPS"',
};

function report({ kind, words }: Claim, span: Span): RuleFinding {
  return {
    message: `"${words.replace(/\s+/g, ' ')}" cannot be checked: give the figure beside it, such as ${examples[kind]}.`,
    span,
  };
}
