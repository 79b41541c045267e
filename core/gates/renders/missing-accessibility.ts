/** DG099: a diagram without `accTitle` or `accDescr`, for those who cannot see it. */
import { contentLines } from '../../mermaid/symbols/lines.ts';
import { maskNonContent } from '../../mermaid/symbols/mask.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG099',
  alias: 'missing-accessibility',
  gate: 'renders',
  severity: 'off',
  title: 'A diagram has no accessible title or description.',
  why: 'A screen reader then says nothing about the picture, and on a page that only shows, that is everything.',
  fixable: false,
};

/** Types that refuse the two statements, take them for content, or read them and then draw without them. */
const without = /^(?:mindmap|kanban|sankey|block|venn|eventmodeling|info|ishikawa|timeline|error)$/;

export const missingAccessibility: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ text, verdict }): Iterable<RuleFinding> {
    if (!verdict.renders || without.test(verdict.type)) return;
    const [header] = contentLines(text);
    const masked = maskNonContent(text);
    const missing = ['accTitle', 'accDescr'].filter((name) => !new RegExp(`^[^\\S\\n]*${name}\\b`, 'm').test(masked));
    if (header === undefined || missing.length === 0) return;
    const lines = missing.map((name) => `\`${name}: …\``).join(' and ');
    yield {
      message: `Nothing tells a screen reader what this shows. Add ${lines} below the first line.`,
      span: header.span,
    };
  },
};
