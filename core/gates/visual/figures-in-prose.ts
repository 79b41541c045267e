/** DG102: figures that would be compared at a glance in a table stand in a list or a paragraph. */
import { LineTable } from '../../document/lines.ts';
import type { DocumentModel, TextBlock } from '../../document/model.ts';
import type { Span, TextEdit } from '../../model.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { judgeBalance } from './facts/balance.ts';
import { sentencesOf, tableOf } from './facts/figureTable.ts';
import { findFlatLists, hasHardBreak } from './facts/lists.ts';
import { replaceLines } from './facts/replaceLines.ts';

const meta: RuleMeta = {
  id: 'DG102',
  alias: 'figures-in-prose',
  gate: 'visual',
  severity: 'info',
  title: 'Figures stand in prose where a table would show them.',
  why: 'Figures are there to be compared. In a column they are compared at a glance; in sentences each has to be found first.',
  fixable: true,
};

/** Asked only where the page tells too much: elsewhere a list with figures is as good as a table. */
export const figuresInProse: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    if (judgeBalance(facts, config).verdict !== 'fail') return;
    const { model } = facts;
    const lines = new LineTable(model.text);
    for (const { items, span, isOrdered } of findFlatLists(model)) {
      const texts = items.map(({ text }) => text);
      if (!isOrdered) yield* report('list', texts, span, { model, lines });
    }
    for (const block of model.blocks) {
      if (block.kind === 'text' && isParagraph(block) && !hasHardBreak(model.text, block.span)) {
        yield* report('paragraph', sentencesOf(block.text), block.span, { model, lines });
      }
    }
  },
};

const isParagraph = ({ container, depth }: TextBlock): boolean => container === 'paragraph' && depth === 0;

interface Page {
  readonly model: DocumentModel;
  readonly lines: LineTable;
}

function* report(what: string, rows: readonly string[], span: Span, { model, lines }: Page): Iterable<RuleFinding> {
  const table = tableOf(rows);
  if (table === undefined) return;
  const edit: TextEdit = replaceLines(model.text, lines, span, table.text);
  yield {
    message: `This ${what} holds ${table.count} figures: in a table they are compared at a glance.`,
    span: { start: span.start, end: Math.min(span.end, lines.end(lines.lineAt(span.start))) },
    fixes: [{ title: 'Turn into a table', edits: [edit], byHand: true }],
  };
}
