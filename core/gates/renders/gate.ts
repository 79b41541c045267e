/**
 * Gate 0: does every diagram render in the Mermaid we ship?
 *
 * Its rules' ids are DG001 to DG099:
 *
 * | ids | what they are about |
 * | --- | --- |
 * | DG001-DG009 | the diagram as a whole: refused, unknown, too large, too slow |
 * | DG010-DG029 | labels and quoting |
 * | DG030-DG049 | structure: headers, keywords, blocks, brackets, fences |
 * | DG050-DG059 | what one diagram type demands: rows, dates, numbers, activation |
 * | DG060-DG099 | what Mermaid accepts and then draws wrongly, or not at all |
 */
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { acceptedRules } from './acceptedRules.ts';
import { documentTooLarge } from './document-too-large.ts';
import { faultRules } from './faultRules.ts';
import { renderFailures } from './facts/renderFailures.ts';
import { orphanedDiagram } from './orphaned-diagram.ts';
import { syntax } from './syntax.ts';
import { target } from './target.ts';
import { tooLarge } from './too-large.ts';
import { tooSlow } from './too-slow.ts';
import { unknownDiagram } from './unknown-diagram.ts';

export const rendersGate: Gate = {
  id: 'renders',
  ...gateWords.renders,
  rules: [
    syntax,
    unknownDiagram,
    tooLarge,
    tooSlow,
    documentTooLarge,
    orphanedDiagram,
    target,
    ...faultRules,
    ...acceptedRules,
  ],
  judge({ diagrams }) {
    const broken = diagrams.filter(({ facts }) => !facts.verdict.renders || renderFailures(facts).length > 0).length;
    return {
      verdict: diagrams.length === 0 ? 'not-applicable' : broken === 0 ? 'pass' : 'fail',
      evidence: { diagrams: diagrams.length, broken },
    };
  },
};
