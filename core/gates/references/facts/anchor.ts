/** Finds the place in a page that a fragment names, or says for sure that there is none. */
import { looseForm, readAnchors } from '../../../document/anchors.ts';
import type { Anchors } from '../../../document/anchors.ts';
import type { DocumentFacts } from '../../rule.ts';
import type { FoundFile } from './file.ts';
import type { Reference } from './references.ts';
import type { Suggest } from './suggest.ts';

export interface MissingAnchor {
  readonly kind: 'anchor';
  /** The anchor that was probably meant. */
  readonly nearest: string | undefined;
  /** The heading that is surely meant has this anchor; only its dashes were left out or added. */
  readonly isSure: boolean;
}

/** What is known of anchors besides the page that has them. */
export interface AnchorReach {
  readonly facts: DocumentFacts;
  /** The ids of the document's diagrams. */
  readonly ids: ReadonlySet<string>;
  /** Headings get the anchors that GitHub makes, and no others. */
  readonly isOnGitHub: boolean;
  readonly suggest: Suggest;
}

/** The table that all-contributors writes names kinds of work behind `#`, and means no place. */
const contributors = 'ALL-CONTRIBUTORS-LIST';

/** Looks for `fragment` in the page that `file` is; in the document itself where there is none. */
export function resolveAnchor(
  reference: Reference,
  fragment: string,
  file: FoundFile | undefined,
  reach: AnchorReach,
): MissingAnchor | 'there' | 'unsure' {
  const { facts, ids } = reach;
  const isHere = file === undefined || file.path === facts.surroundings?.path;
  // A diagram on its own, or a cell, is shown in pages that are not known here.
  if (isHere && (facts.model.kind === 'mermaid' || facts.isPart === true)) return 'unsure';
  if (isHere && reference.from === 'url' && facts.model.text.includes(contributors)) return 'unsure';
  const anchors = isHere ? readAnchors(facts.model) : facts.surroundings?.places.anchorsOf(file.path);
  if (anchors === undefined) return 'unsure';
  if (anchors.exact.has(fragment) || (isHere && ids.has(fragment))) return 'there';
  return anchors.isOpen ? 'unsure' : judgeMissing(fragment, anchors, reach);
}

function judgeMissing(
  fragment: string,
  anchors: Anchors,
  { isOnGitHub, suggest }: AnchorReach,
): MissingAnchor | 'unsure' {
  const loose = looseForm(fragment);
  if (!anchors.loose.has(loose)) return { kind: 'anchor', nearest: suggest(fragment, anchors.exact), isSure: false };
  if (!isOnGitHub || loose === '') return 'unsure';
  const meant = anchors.slugs.get(loose) ?? [];
  const [only] = meant;
  // GitHub is lenient about case, and browsers about invisible characters.
  if (only === undefined || meant.length > 1 || fold(only) === fold(fragment)) return 'unsure';
  return { kind: 'anchor', nearest: only, isSure: true };
}

const fold = (anchor: string): string =>
  anchor
    .toLowerCase()
    .normalize('NFC')
    .replace(/\uFE0F|\u200D/g, '');
