/** DG033: a statement begins with a word that is nearly a keyword. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import { synonymOf, vocabularyOf } from '../../mermaid/vocabulary.ts';
import { findNearest } from '../../nearest.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG033',
  alias: 'misspelt-keyword',
  gate: 'renders',
  severity: 'error',
  title: 'A keyword is misspelt.',
  why: 'Mermaid takes an unknown first word for a name and stumbles over the rest of the line.',
  fixable: true,
};

const arrow = /^\s*(?:[-=~.]{1,3}[>)x]|[<>]|--|[\u2010-\u2015\u2190-\u21ff])/;

export const misspeltKeyword: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    const keywords = vocabularyOf(type)?.keywords ?? [];
    for (const { text, span } of contentLines(masked)) {
      const synonym = synonymOf(type, text);
      if (synonym !== undefined) yield propose(span.start, synonym.written, synonym.keyword);
      const word = /^[A-Za-z][\w-]*/.exec(text)?.[0];
      // Who sends a message is a name.
      if (word === undefined || keywords.includes(word) || (type === 'sequence' && arrow.test(text.slice(word.length))))
        continue;
      const nearest = findNearest(word, keywords);
      if (nearest === undefined) continue;
      yield propose(span.start, word, nearest);
    }
  },
};

function propose(start: number, written: string, keyword: string): Proposal {
  const span = { start, end: start + written.length };
  return {
    span,
    message: `\`${written}\` is no keyword here: write \`${keyword}\`.`,
    edits: [{ span, text: keyword }],
    fix: `Change to \`${keyword}\``,
    hidden: true,
    // A wrong word at the start of a line explains more than what it makes of the rest of the line.
    weight: 2,
  };
}
