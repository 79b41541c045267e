/** DG034: an arrow of another notation, or of another diagram type. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import { vocabularyOf } from '../../mermaid/vocabulary.ts';
import { rankNearest } from '../../nearest.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG034',
  alias: 'bad-arrow',
  gate: 'renders',
  severity: 'error',
  title: 'The arrow is not one this diagram type knows.',
  why: 'Every diagram type has arrows of its own, and Mermaid refuses the whole picture for one of another type.',
  fixable: true,
};

/** Runs of the signs arrows are made of, typographic ones included; quoted text is left alone. */
const arrowLike =
  /[<xo*|}{]{0,2}(?:[-=~.]\s?)*[-=~.\u2013\u2014]+[-=~.\s\u2013\u2014]*[>)\u2192]{1,2}[>|o]?|[<|}][|}o0]?[-=.]{1,4}[|o0{}]{0,2}[{|]?|[\u2190-\u21ff\u27f5-\u27ff]|-{1,5}\s?[-ox>]?/g;
const typographic: Readonly<Record<string, string>> = {
  '\u2013': '--',
  '\u2014': '--',
  '\u2192': '-->',
  '\u2190': '<--',
  '\u2194': '<-->',
  '\u21d2': '==>',
};

export const badArrow: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    const arrows = vocabularyOf(type)?.arrows ?? [];
    if (arrows.length === 0) return;
    for (const { text, span } of contentLines(masked)) {
      const unquoted = text.replace(/"[^"]*"/g, (quoted) => '"'.repeat(quoted.length));
      for (const match of matchesOf(arrowLike, unquoted)) {
        // The bar of an edge label belongs to the label.
        const written = type === 'er' ? match[0].trimEnd() : match[0].trimEnd().replace(/\|$/, '');
        const at = { start: span.start + match.index, end: span.start + match.index + written.length };
        const plain = written.replace(/[^ -~]/g, (char) => typographic[char] ?? '-->').replace(/\s/g, '');
        const isNumber = written === '-' && /^-\d/.test(text.slice(match.index));
        const isHyphen =
          isNumber || (/^-$/.test(written) && /\w-\w/.test(text.slice(Math.max(0, match.index - 1), match.index + 2)));
        if (arrows.includes(written) || isHyphen || opensLabel(written, unquoted.slice(match.index), type)) continue;
        const offered = arrows.includes(plain) ? [plain] : rankNearest(plain, arrows).slice(0, 3);
        for (const [index, arrow] of offered.entries()) {
          yield {
            span: at,
            message: `\`${written}\` is no arrow of this diagram type: write \`${arrow}\`.`,
            edits: [{ span: at, text: arrow }],
            fix: `Change to \`${arrow}\``,
            weight: -index / 10,
          };
        }
      }
    }
  },
};

/** `-- words -->` is one arrow in two parts. */
const opensLabel = (written: string, rest: string, type = ''): boolean =>
  /^(?:flowchart|swimlane|agentflow)/.test(type) &&
  /^(?:--|==|-\.)$/.test(written) &&
  /(?:--+[->xo]|==+[=>xo]|\.-+[>xo]?)/.test(rest.slice(written.length));
