/** Amounts in headings over the diagram, list or code that breaks them down. */
import type { Block, DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DocumentFacts } from '../../rule.ts';
import { createSpanMapper } from '../../../document/edits.ts';
import { readBranches } from './branches.ts';
import { readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import { inPeriod } from './parts.ts';
import { moveQuantity } from './relation.ts';
import type { Relation } from './relation.ts';
import { withRounding } from './rounding.ts';
import { relateTotal } from './totalOf.ts';
import { isAlike } from './sum.ts';
import type { Sum } from './sum.ts';
import { isTotalLabel } from './words.ts';

/** A heading's amount and what stands in the first block below it that breaks it down. */
interface Breakdown {
  readonly claim: Quantity;
  readonly parts: readonly Quantity[];
  /** Amounts that are named totals. */
  readonly totals: readonly Quantity[];
}

/** On a page that breaks its headings down this often, one that does not come out is wrong. */
const fewestHolding = 2;

export function headingRollUps(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const breakdowns = breakdownsOf(model, facts).map((each) => ({
    ...each,
    text: model.text,
    partsName: 'parts',
    claimName: 'the heading',
  }));
  const relations = withRounding(breakdowns).flatMap((total) => {
    const { claim, parts, totals } = total;
    const isNear = (sum: Sum): boolean => sum.value > claim.value / 2 && sum.value < claim.value * 2;
    const all = totals.length === 0 ? undefined : relateTotal({ ...total, parts: [...parts, ...totals] }, isNear);
    // What is named a total may be one of several parts: "read replicas, total: $3M".
    if (all !== undefined && all.contradiction === undefined) return [all];
    return relateTotal({ ...total, parts }, isNear) ?? [];
  });
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  const isMeant = holding >= fewestHolding && holding * 2 >= relations.length;
  // With one less nothing could be said of any.
  return isMeant && relations.length > fewestHolding ? relations : [];
}

function breakdownsOf(model: DocumentModel, facts: DocumentFacts): readonly Breakdown[] {
  const found: Breakdown[] = [];
  let claim: Quantity | undefined;
  let list: Item[] = [];
  const endList = (): void => {
    if (claim !== undefined && list.length > 0) take(claim, list);
    list = [];
  };
  const take = (whole: Quantity, items: readonly Item[]): void => {
    const amounts = items.flatMap((item) => partOf(item, whole) ?? []);
    const parts = amounts.filter(({ isTotal }) => !isTotal).map(({ part }) => part);
    const totals = amounts.filter(({ isTotal }) => isTotal).map(({ part }) => part);
    if (parts.length > 1) found.push({ claim: whole, parts, totals });
    // Only the first block of a section breaks its heading down.
    claim = undefined;
  };
  for (const block of model.blocks) {
    if (block.kind === 'text' && block.container === 'list-item' && block.depth === 1) {
      if (claim !== undefined) list.push(readItem(model.text, block.lines[0] ?? block.span));
      continue;
    }
    if (block.kind === 'text') continue;
    endList();
    if (block.kind === 'heading') claim = claimOf(readItem(model.text, block.content));
    else if (claim !== undefined) {
      const items = itemsOf(block, model, facts);
      if (items !== undefined) take(claim, items);
    }
  }
  endList();
  return found;
}

function claimOf({ amounts, text }: Item): Quantity | undefined {
  const money = amounts.filter(
    ({ unit, sign }) => unit.dimension === 'currency' && unit.per.length === 0 && sign === undefined,
  );
  const [claim, other] = money;
  return claim === undefined || other !== undefined ? undefined : inPeriod(claim, text);
}

function itemsOf(block: Block, { text }: DocumentModel, facts: DocumentFacts): readonly Item[] | undefined {
  if (block.kind === 'code') return block.lines.map((line) => readItem(text, line));
  const diagram = facts.diagrams.find((each) => each.block === block);
  if (diagram === undefined) return undefined;
  const place = createSpanMapper(diagram.block);
  return readBranches(diagram.facts).flatMap(({ nodes }) =>
    nodes.map((node) => ({
      ...node,
      amounts: node.amounts.map((amount) => moveQuantity(amount, place)),
    })),
  );
}

const notPart =
  /\b(?:per|saved?|savings?|reduction|revenue|budget|target|alert|threshold|limit|before|after|was|vs|instead|if|without)\b/i;

/** The one amount of an item that may be part of what its heading tells. */
function partOf(
  { amounts, text }: Item,
  claim: Quantity,
): { readonly part: Amount; readonly isTotal: boolean } | undefined {
  const alike = amounts.filter(
    (amount) => isAlike(amount.unit, claim.unit) && amount.sign === undefined && !amount.atMost,
  );
  const [part, other] = alike;
  const label = text.replaceAll(/[_"']+/g, ' ');
  if (part === undefined || other !== undefined || notPart.test(label)) return undefined;
  return part.unit.period === claim.unit.period ? { part, isTotal: isTotalLabel(label.trim()) } : undefined;
}
