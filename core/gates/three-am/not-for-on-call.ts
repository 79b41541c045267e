/** DG501: the page would not help somebody woken at 3 AM. */
import type { Config } from '../../config.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { Fix, Span } from '../../model.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { scoreNight } from './facts/score.ts';
import { signals } from './facts/signals.ts';
import type { SignalId } from './facts/signals.ts';
import { insertFor } from './facts/placement.ts';
import { snippets } from './facts/snippets.ts';

const meta: RuleMeta = {
  id: 'DG501',
  alias: 'not-for-on-call',
  gate: 'three-am',
  severity: 'warning',
  title: 'The page would not help somebody woken at 3 AM.',
  why: 'A page about a running system is read when the system does not run. Whoever reads it then needs to know how it fails, whom that hits, what to run, how to recover, what pages and where to look.',
  fixable: true,
  aboutPage: true,
};

export const notForOnCall: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts, config: Config): Iterable<RuleFinding> {
    const { points, seen, verdict } = scoreNight(facts, config);
    if (verdict !== 'fail') return;
    const missing = signals.filter(({ id }) => !seen.has(id));
    const names = missing.map(({ name, points: worth }) => `${name} (${worth})`);
    yield {
      message: `Somebody woken at 3 AM gets ${points} of 100 points from this page, and ${config.threeAmThreshold} pass. Missing: ${listOf(names)}. Add enough of them.`,
      span: titleOf(facts.model),
      fixes: missing.flatMap(({ id }) => insertion(id, facts.model)),
    };
  },
};

function insertion(id: SignalId, model: DocumentModel): readonly Fix[] {
  const { title, text } = snippets[id];
  const edit = insertFor(id, text, model);
  return edit === undefined ? [] : [{ title, edits: [edit], byHand: true }];
}

/** The page's title; without one, its first diagram's opening. */
function titleOf({ blocks, text }: DocumentModel): Span {
  const heading = blocks.find((block) => block.kind === 'heading');
  if (heading !== undefined) return heading.content;
  const diagram = blocks.find((block) => block.kind === 'diagram');
  return diagram?.info ?? { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
