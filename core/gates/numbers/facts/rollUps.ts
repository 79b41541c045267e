/** Amounts in the titles of subgraphs over the amounts of what stands in them. */
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import type { Item } from './item.ts';
import { readPie } from './pies.ts';
import { alternativesOf, inPeriod, isCountable, isSameKind, partOf } from './parts.ts';
import type { Relation } from './relation.ts';
import { addUp, agrees } from './sum.ts';
import { withRounding } from './rounding.ts';
import { relateTotal } from './totalOf.ts';
import type { Total } from './totalOf.ts';
import { isAdditiveLabel, isTotalLabel } from './words.ts';

export function rollUpsInDiagram(facts: DiagramFacts): readonly Relation[] {
  const totals = readBranches(facts).flatMap(({ title, parts }) =>
    title === undefined ? [] : (totalOver(facts.text, title, parts) ?? []),
  );
  const inGroups = withRounding(totals).flatMap((total) => {
    const { claim, isComplete } = total;
    return relateTotal(total, (sum) => isComplete || sum.low > claim.high) ?? [];
  });
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

/** A title's amount over its parts, and whether everything below it is one. */
interface TitleTotal extends Total {
  readonly isComplete: boolean;
}

function totalOver(text: string, title: Item, items: readonly Item[]): TitleTotal | undefined {
  if (!isAdditiveLabel(title.words)) return undefined;
  const claims = title.amounts.filter(isAddable);
  const [claim] = claims;
  if (claim === undefined || claims.length > 1) return undefined;
  const whole = inPeriod(claim, title.text);
  const parts: Quantity[] = [];
  const open: (readonly Quantity[])[] = [];
  let isComplete = true;
  for (const item of items) {
    if (isTotalLabel(item.name)) continue;
    const part = partOf(item, whole);
    if (part === 'unclear')
      open.push(alternativesOf(item, whole).filter((each) => isSameKind(title.words, item, each)));
    else if (part === 'none' || !isSameKind(title.words, item, part)) isComplete = false;
    else parts.push(part);
  }
  const [alternatives, ...others] = open;
  const isClear = alternatives === undefined || (isComplete && others.length === 0);
  const chosen = alternatives === undefined ? parts : choose(whole, parts, alternatives);
  return isClear
    ? chosen && { text, claim: whole, parts: chosen, partsName: 'parts', claimName: 'the title', isComplete }
    : undefined;
}

/** More amounts in one item, and one of them would come out by chance. */
const mostAlternatives = 3;

/** The parts with one amount, or all, of the item that tells several: the choice that comes out, else the nearest. */
function choose(
  claim: Quantity,
  parts: readonly Quantity[],
  amounts: readonly Quantity[],
): readonly Quantity[] | undefined {
  if (amounts.length === 0 || amounts.length > mostAlternatives) return undefined;
  const choices = [...amounts.map((amount) => [...parts, amount]), [...parts, ...amounts]];
  const summed = choices.flatMap((choice) => {
    const sum = addUp(choice, claim.unit);
    return sum === undefined ? [] : [{ choice, sum, distance: Math.abs(sum.value - claim.value) }];
  });
  const [nearest] = [...summed].sort((one, other) => one.distance - other.distance);
  return (summed.find(({ sum }) => agrees(claim, sum)) ?? nearest)?.choice;
}

const isAddable = ({ unit, sign }: Quantity): boolean =>
  sign === undefined && isCountable(unit) && (unit.dimension !== 'count' || unit.name !== '');
