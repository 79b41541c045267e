/** DG046: a text holds the name of a C4 diagram type, and Mermaid takes the diagram for one. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG046',
  alias: 'type-name-in-text',
  gate: 'renders',
  severity: 'error',
  title: 'A word in the text makes Mermaid take the diagram for a C4 diagram.',
  why: 'Mermaid looks for `C4Container` and its like anywhere in the diagram, and then reads everything by the grammar of C4. An entity in the word hides it.',
  fixable: true,
};

export const typeNameInText: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    const [header] = contentLines(masked);
    if (type !== 'c4' || header === undefined || header.text.startsWith('C4')) return;
    const words = matchesOf(/C4(?=Context|Container|Component|Dynamic|Deployment)(\w)(\w+)/g, masked);
    const [first] = words;
    if (first === undefined) return;
    yield {
      span: { start: first.index, end: first.index + first[0].length },
      message: `\`${first[0]}\` makes Mermaid take the whole diagram for a C4 diagram: write one letter as an entity, \`C4#${first[0].charCodeAt(2)};${first[0].slice(3)}\`.`,
      edits: words.map(({ 0: word, index }) =>
        replaceBy({ start: index + 2, end: index + 3 }, `#${word.charCodeAt(2)};`),
      ),
      fix: 'Write one letter as an entity',
      weight: 50,
      group: 'header',
    };
  },
};
