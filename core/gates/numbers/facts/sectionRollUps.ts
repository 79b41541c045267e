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
/** On a page whose sections do so this often, boxes that come to less leave nothing out either. */
const fewestHolding = 2;

export function sectionRollUps(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const totals = withRounding(sectionsOf(model, facts).flatMap((section) => totalOf(section, model.text) ?? []));
  const relate = (isPlausible: (low: number, high: number, claim: Quantity) => boolean): readonly Relation[] =>
    totals.flatMap((total) => {
      const { claim } = total;
      return relateTotal(total, ({ low, high }) => isPlausible(low, high, claim) && high < 2 * claim.high) ?? [];
    });
  const holding = relate(() => false).length;
  // What boxes come to together is at least what the whole costs; there may be more that is not drawn.
  return relate((low, high, claim) => low > claim.high || (holding >= fewestHolding && high > claim.value / 2));
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
      for (const line of block.lines) open.statements.push(...statementsIn(said.get(line.start)));
    }
  }
  return [...sections, open];
}

function statementsIn(passage: Passage | undefined): readonly Quantity[] {
  if (passage === undefined) return [];
  return passage.quantities
    .filter(
      ({ unit, qualified, sign }) =>
        unit.dimension === 'currency' &&
        unit.per.length === 0 &&
        unit.period !== undefined &&
        sign === undefined &&
        statement.test(passage.text.slice(Math.max(0, qualified.start - 60), qualified.start)),
    )
    .map((quantity) => placeQuantity(quantity, passage));
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
