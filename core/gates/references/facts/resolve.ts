/** Says of each reference of a document whether its place is there. What is not known for sure is passed over. */
import { looseForm, readAnchors } from '../../../document/anchors.ts';
import { remember } from '../../../memo.ts';
import type { DocumentFacts } from '../../rule.ts';
import { readDiagramIds } from './diagramIds.ts';
import { findReferences } from './references.ts';
import type { Reference } from './references.ts';
import { createSuggest } from './suggest.ts';
import type { Suggest } from './suggest.ts';

export interface Resolved {
  readonly reference: Reference;
  readonly problem: MissingAnchor | undefined;
}

export interface MissingAnchor {
  readonly kind: 'anchor';
  /** The anchor that was probably meant. */
  readonly nearest: string | undefined;
}

/** The references whose places are known to be there or known to be missing. */
export const resolveReferences: (facts: DocumentFacts) => readonly Resolved[] = remember((facts) => {
  const suggest = createSuggest();
  const ids = new Set(readDiagramIds(facts).map(({ id }) => id));
  return findReferences(facts).flatMap((reference) => {
    const { path, fragment } = reference;
    return path === '' && fragment !== undefined ? resolveHere(reference, fragment, facts, ids, suggest) : [];
  });
});

/** The table that all-contributors writes names kinds of work behind `#`, and means no place. */
const contributors = 'ALL-CONTRIBUTORS-LIST';

/** An anchor of the page itself. */
function resolveHere(
  reference: Reference,
  fragment: string,
  { model }: DocumentFacts,
  ids: ReadonlySet<string>,
  suggest: Suggest,
): readonly Resolved[] {
  // A diagram on its own is shown in pages that are not known here.
  if (model.kind === 'mermaid') return [];
  const anchors = readAnchors(model);
  if (anchors.exact.has(fragment) || ids.has(fragment)) return [{ reference, problem: undefined }];
  if (reference.from === 'url' && model.text.includes(contributors)) return [];
  if (anchors.isOpen || anchors.loose.has(looseForm(fragment))) return [];
  return [{ reference, problem: { kind: 'anchor', nearest: suggest(fragment, anchors.exact) } }];
}
