/** Amounts in the titles of subgraphs over the amounts of what stands in them. */
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import type { Item } from './item.ts';
import { readPie } from './pies.ts';
import { inPeriod, isCountable, isSameKind, partOf } from './parts.ts';
import type { Relation } from './relation.ts';
import { relateTotal } from './totalOf.ts';
import { isAdditiveLabel, isTotalLabel } from './words.ts';

export function rollUpsInDiagram(facts: DiagramFacts): readonly Relation[] {
  const inGroups = readBranches(facts).flatMap(({ title, groups, nodes }) =>
    title === undefined ? [] : relateParts(facts.text, title, [...groups, ...nodes]),
  );
  return [...inGroups, ...relatePie(facts)];
}

function relatePie(facts: DiagramFacts): readonly Relation[] {
  const pie = readPie(facts);
  if (pie?.whole === undefined) return [];
  const { claim, by } = pie.whole;
  const parts = pie.slices.map((slice) => ({
    ...slice,
    value: slice.value * by,
    high: slice.high * by,
    precision: slice.precision * by,
    magnitude: slice.magnitude * by,
    unit: claim.unit,
  }));
  const relation = relateTotal({ text: facts.text, claim, parts, partsName: 'slices', claimName: 'the title' });
  return relation === undefined ? [] : [relation];
}

function relateParts(text: string, title: Item, items: readonly Item[]): readonly Relation[] {
  if (!isAdditiveLabel(title.words)) return [];
  const claims = title.amounts.filter(isAddable);
  const [claim] = claims;
  if (claim === undefined || claims.length > 1) return [];
  const whole = inPeriod(claim, title.text);
  const parts: Quantity[] = [];
  let isComplete = true;
  for (const item of items) {
    if (isTotalLabel(item.name)) continue;
    const part = partOf(item, whole);
    if (part === 'unclear') return [];
    if (part === 'none' || !isSameKind(title.words, item, part)) isComplete = false;
    else parts.push(part);
  }
  const relation = relateTotal(
    { text, claim: whole, parts, partsName: 'parts', claimName: 'the title' },
    (sum) => isComplete || sum.low > whole.high,
  );
  return relation === undefined ? [] : [relation];
}

const isAddable = ({ unit, sign }: Quantity): boolean =>
  sign === undefined && isCountable(unit) && (unit.dimension !== 'count' || unit.name !== '');
