/** DG062: typographic quotes around a label, which Mermaid draws instead of taking them for quotes. */
import { matchesOf } from '../../matches.ts';
import { maskNonContent } from '../../mermaid/symbols/mask.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG062',
  alias: 'curly-quotes',
  gate: 'renders',
  severity: 'warning',
  title: 'Typographic quotes stand where straight ones belong.',
  why: 'Mermaid takes them for letters of the label: they are drawn, and a comma or parenthesis between them ends the label.',
  fixable: true,
};

const quoted = '([“”„][^“”„"\\n]*[“”])';
const placesOf: Readonly<Record<string, RegExp>> = {
  c4: new RegExp(`[(,=]\\s*${quoted}\\s*(?=[,)])`, 'dg'),
  flowchart: new RegExp(`(?:\\b(?:label|icon|img|shape)\\s*:|[[({]\\s*)\\s*${quoted}\\s*(?=[,}\\])\\n])`, 'dg'),
};

export const curlyQuotes: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ text, verdict }): Iterable<RuleFinding> {
    if (!verdict.renders) return;
    const pattern = placesOf[/^(?:flowchart|swimlane)/.test(verdict.type) ? 'flowchart' : verdict.type];
    if (pattern === undefined) return;
    for (const match of matchesOf(pattern, maskNonContent(text))) {
      const place = match.indices?.[1];
      if (place === undefined) continue;
      yield {
        message: `Mermaid draws these quotes as letters. Write straight ones: \`"${(match[1] ?? '').slice(1, -1)}"\`.`,
        span: { start: place[0], end: place[1] },
        fixes: [
          {
            title: 'Write straight quotes',
            edits: [
              replaceBy({ start: place[0], end: place[0] + 1 }, '"'),
              replaceBy({ start: place[1] - 1, end: place[1] }, '"'),
            ],
          },
        ],
      };
    }
  },
};
