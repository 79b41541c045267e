/** "Infrastructure cost: $8,150/month" beside the one diagram of its section, whose boxes carry what each part costs. */
import { createSpanMapper } from '../../../document/edits.ts';
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import type { Item } from './item.ts';
import { inPeriod, isSameKind, partOf } from './parts.ts';
import { passagesOfPage, placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import { moveQuantity } from './relation.ts';
import type { Relation } from './relation.ts';
import { withRounding } from './rounding.ts';
import { relateTotal } from './totalOf.ts';
import type { Total } from './totalOf.ts';
import { isTotalLabel } from './words.ts';

const statement =
  /(?:^|[|;•]|[-*+][ ])\s*(?:(?:total|monthly|annual|overall|infrastructure|platform|cloud|hosting|operating)\s+){0,3}(?:costs?|spend|spending|bill)\s*[:=]\s*$/i;

const fewestParts = 3;
/** Where so many boxes of another section come out, boxes that come to less leave nothing out either. */
const mostTelling = 5;

export function sectionRollUps(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const totals = withRounding(sectionsOf(model, facts).flatMap((section) => totalOf(section, model.text) ?? []));
  const relate = (isPlausible: (low: number, high: number, claim: Quantity) => boolean): readonly Relation[] =>
    totals.flatMap((total) => {
      const { claim } = total;
      return relateTotal(total, ({ low, high }) => isPlausible(low, high, claim) && high < 2 * claim.high) ?? [];
    });
  const isTold = relate(() => false).some(({ parts }) => parts.length >= mostTelling);
  // What boxes come to together is at least what the whole costs; there may be more that is not drawn.
  return relate((low, high, claim) => low > claim.high || (isTold && high > claim.value / 2));
}

const headline =
  /(?:^|[-*+][ ])\s*total\s+(?:annual|yearly|monthly|infrastructure|platform|cloud|operating)(?:\s+(?:infrastructure|costs?|spend|spending|bill)){0,2}\s*[:=]\s*$/i;
const fewestGroups = 3;

/** "Total annual infrastructure: $185M" in front of the first diagram, whose groups tell what each of them costs. */
export function headlineRollUps(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const [diagram] = facts.diagrams;
  if (diagram === undefined) return [];
  const claims = passagesOfPage(model)
    .filter(({ start }) => start < diagram.block.span.start)
    .flatMap((passage) => statementsIn(passage, headline));
  const [claim, other] = claims;
  const [page] = readBranches(diagram.facts);
  const parts = page?.groups.map((group) => onlyMoney(group));
  if (claim === undefined || other !== undefined || parts === undefined || parts.length < fewestGroups) return [];
  const known = parts.filter((part) => part !== undefined).filter(({ unit }) => unit.period === claim.unit.period);
  if (known.length < parts.length) return [];
  const place = createSpanMapper(diagram.block);
  const total = { text: model.text, claim, parts: known.map((part) => moveQuantity(part, place)), partsName: 'groups', claimName: 'the text' }; // prettier-ignore
  const relation = relateTotal(total, ({ low, high }) => low > claim.high && high < 2 * claim.high);
  return relation === undefined ? [] : [relation];
}

/** A group's one amount of money, in the period its title tells. */
function onlyMoney({ amounts, text }: Item): Quantity | undefined {
  const [amount, other] = amounts.filter(({ unit }) => unit.dimension === 'currency');
  return amount === undefined || other !== undefined || amount.sign !== undefined ? undefined : inPeriod(amount, text);
}

interface Section {
  readonly diagrams: readonly DocumentFacts['diagrams'][number][];
  readonly statements: readonly Quantity[];
}

/** What stands between two headings. */
function sectionsOf(model: DocumentModel, facts: DocumentFacts): readonly Section[] {
  const diagrams = new Map(facts.diagrams.map((diagram) => [diagram.block, diagram]));
  const said = new Map(passagesOfPage(model).map((passage) => [passage.start, passage]));
  const sections: { diagrams: Section['diagrams'][number][]; statements: Quantity[] }[] = [];
  let open = { diagrams: new Array<Section['diagrams'][number]>(), statements: new Array<Quantity>() };
  for (const block of model.blocks) {
    if (block.kind === 'heading') {
      sections.push(open);
      open = { diagrams: [], statements: [] };
    } else if (block.kind === 'diagram') {
      const diagram = diagrams.get(block);
      if (diagram !== undefined) open.diagrams.push(diagram);
    } else if (block.kind === 'text') {
      for (const line of block.lines) open.statements.push(...statementsIn(said.get(line.start), statement));
    }
  }
  return [...sections, open];
}

/** Amounts of money in a period behind words that `says` them to be what all of it costs. */
function statementsIn(passage: Passage | undefined, says: RegExp): readonly Quantity[] {
  if (passage === undefined) return [];
  return passage.quantities.flatMap((quantity) => {
    const { unit, qualified, sign } = quantity;
    const before = passage.text.slice(Math.max(0, qualified.start - 60), qualified.start);
    if (unit.dimension !== 'currency' || unit.per.length > 0 || sign !== undefined || !says.test(before)) return [];
    const placed = inPeriod(placeQuantity(quantity, passage), before);
    return placed.unit.period === undefined ? [] : [placed];
  });
}

function totalOf({ diagrams, statements }: Section, text: string): Total | undefined {
  const [diagram, otherDiagram] = diagrams;
  const [claim, otherClaim] = statements;
  if (diagram === undefined || otherDiagram !== undefined || claim === undefined || otherClaim !== undefined)
    return undefined;
  const parts = partsIn(diagram.facts, claim)?.map((part) => moveQuantity(part, createSpanMapper(diagram.block)));
  if (parts === undefined || parts.length < fewestParts) return undefined;
  return { text, claim, parts, partsName: 'boxes', claimName: 'the text' };
}

/** What each box costs in the period of `claim`; undefined where a box tells several amounts, or another period. */
function partsIn(facts: DiagramFacts, claim: Quantity): readonly Quantity[] | undefined {
  const boxes: readonly Item[] = readBranches(facts).flatMap(({ nodes }) => nodes);
  const parts: Quantity[] = [];
  for (const box of boxes) {
    if (isTotalLabel(box.name)) continue;
    const part = partOf(box, claim);
    if (part === 'unclear') return undefined;
    if (part === 'none' || !isSameKind('cost', box, part)) continue;
    const own = inPeriod(part, box.text);
    if (own.unit.period !== claim.unit.period || own.sign !== undefined) return undefined;
    parts.push(own);
  }
  return parts;
}
