/** Remembers what is read of a diagram under each set of planes; equal planes share it, whoever configured them. */
import type { Plane } from '../../../lexicon/planes.ts';
import { remember } from '../../../memo.ts';
import type { DiagramFacts } from '../../rule.ts';

const keyOf = remember((planes: readonly Plane[]) => JSON.stringify(planes));

export function rememberByPlanes<Fact>(
  compute: (facts: DiagramFacts, planes: readonly Plane[]) => Fact,
): (facts: DiagramFacts, planes: readonly Plane[]) => Fact {
  const known = remember<DiagramFacts, Map<string, { readonly fact: Fact }>>(() => new Map());
  return (facts, planes) => {
    const entries = known(facts);
    const key = keyOf(planes);
    let entry = entries.get(key);
    if (entry === undefined) entries.set(key, (entry = { fact: compute(facts, planes) }));
    return entry.fact;
  };
}
