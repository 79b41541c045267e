/** What a result rests on: a page need not be checked again while its text and all around it is as it was. */
import type { CheckRequest } from '../../core/checking/protocol.ts';
import { hashText } from '../../core/document/hash.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { ToldPlace, ToldPlaces } from '../../core/workspace/toldPlaces.ts';

export interface Basis {
  readonly key: string;
  /** The places that the page refers to, as the checker was told of them. */
  readonly seen: readonly ToldPlace[];
}

/** Undefined where nobody can say whether the same would be found once more. */
export function basisOf(request: CheckRequest, checked: CheckedDocument, told: ToldPlaces): Basis | undefined {
  // How long a machine takes is no property of a text.
  if (checked.diagrams.some(({ isUnfinished }) => isUnfinished === true)) return undefined;
  const { place } = request;
  const seen = place === undefined ? [] : told.seen(place.root, checked.lookedAt ?? []);
  return seen && { key: keyOf(request), seen };
}

export async function isAsItWas(basis: Basis, request: CheckRequest, told: ToldPlaces): Promise<boolean> {
  return basis.key === keyOf(request) && (await told.areSame(basis.seen));
}

/** As in the command line's cache; of the checker there is one only. */
const keyOf = ({ kind, text, settings, configFiles, baseline, place }: CheckRequest): string =>
  hashText(JSON.stringify([kind, settings, configFiles, baseline, place, text]));
