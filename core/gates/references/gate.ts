/** Gate 7: does what the page points to exist? Its rules' ids are DG701 to DG799. */
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { clickMissingTarget } from './click-missing-target.ts';
import { duplicateDiagramId } from './duplicate-diagram-id.ts';
import { askFor } from './facts/asked.ts';
import { readDiagramIds } from './facts/diagramIds.ts';
import { findDuplicateIds } from './facts/duplicateIds.ts';
import { resolveReferences } from './facts/resolve.ts';
import { linkMissingAnchor } from './link-missing-anchor.ts';
import { linkMissingFile } from './link-missing-file.ts';

export const referencesGate: Gate = {
  id: 'references',
  ...gateWords.references,
  rules: [linkMissingFile, linkMissingAnchor, clickMissingTarget, duplicateDiagramId],
  asks: askFor,
  judge(facts) {
    const references = resolveReferences(facts);
    const checked = references.length + readDiagramIds(facts).length;
    const broken = references.filter(({ problem }) => problem !== undefined).length + findDuplicateIds(facts).length;
    return {
      verdict: checked === 0 ? 'not-applicable' : broken === 0 ? 'pass' : 'fail',
      evidence: { checked, broken },
    };
  },
};
