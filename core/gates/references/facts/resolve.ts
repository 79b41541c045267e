/** Says of each reference of a document whether its place is there. What is not known for sure is passed over. */
import { remember } from '../../../memo.ts';
import type { DocumentFacts } from '../../rule.ts';
import { resolveAnchor } from './anchor.ts';
import type { AnchorReach, MissingAnchor } from './anchor.ts';
import { readDiagramIds } from './diagramIds.ts';
import { resolveFile } from './file.ts';
import type { MissingFile } from './file.ts';
import { findReferences } from './references.ts';
import type { Reference } from './references.ts';
import { readPublishing } from './sites.ts';
import { createSuggest } from './suggest.ts';

export type Problem = MissingFile | MissingAnchor;

export interface Resolved {
  readonly reference: Reference;
  readonly problem: Problem | undefined;
}

/** The references whose places are known to be there or known to be missing. */
export const resolveReferences: (facts: DocumentFacts) => readonly Resolved[] = remember((facts) => {
  const { surroundings } = facts;
  const suggest = createSuggest();
  const ids = new Set(readDiagramIds(facts).map(({ id }) => id));
  const publishing = surroundings && readPublishing(surroundings.path, surroundings.places);
  const reach: AnchorReach = { facts, ids, isOnGitHub: publishing?.isOnGitHub === true, suggest };

  const resolve = (reference: Reference): Problem | 'there' | 'unsure' => {
    const { path, fragment } = reference;
    const file =
      path === '' || surroundings === undefined || publishing === undefined
        ? undefined
        : resolveFile(reference, surroundings, publishing, suggest);
    if (path !== '' && file === undefined) return 'unsure';
    if (typeof file === 'object' && file.kind === 'file') return file;
    if (fragment === undefined) return file === undefined ? 'unsure' : 'there';
    return resolveAnchor(reference, fragment, file, reach);
  };

  return findReferences(facts).flatMap((reference) => {
    const answer = resolve(reference);
    if (answer === 'unsure') return [];
    return [{ reference, problem: answer === 'there' ? undefined : answer }];
  });
});
