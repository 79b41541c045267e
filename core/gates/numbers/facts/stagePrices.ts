/** "Phase 2: $8,150/month → $0.81 per user/month", and how many users the section about phase 2 tells. */
import type { DocumentModel } from '../../../document/model.ts';
import { groupDigits } from '../../../quantities/groupDigits.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { passagesOfPage, placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';

/** A stage grows from one number to another, and either may be meant; a price that is wrong is wrong by more. */
const clear = 2;
/** One line may tell anything; a list of stages is a table of prices. */
const fewestStages = 2;

interface Stage {
  readonly name: string;
  readonly total: Quantity;
  readonly price: Quantity;
}

export function stagePrices(model: DocumentModel): readonly Relation[] {
  const passages = passagesOfPage(model);
  const stages = passages.flatMap((passage) => stageIn(passage) ?? []);
  if (stages.length < fewestStages) return [];
  const counts = countsByStage(passages);
  return stages.flatMap(({ name, total, price }) => {
    const told = counts.get(name)?.filter(({ unit }) => price.unit.per.includes(unit.name)) ?? [];
    const [count, other] = told;
    return count === undefined || other !== undefined ? [] : [relate(model.text, total, price, count)];
  });
}

const named = /^[\s*_>-]*(?<name>[A-Za-z]+ \d{1,2})\W/;

/** A list item named after a stage with what it costs, an arrow, and what one costs in the same period. */
function stageIn(passage: Passage): Stage | undefined {
  const [total, price, other] = passage.quantities;
  const name = named.exec(passage.text)?.groups?.['name'];
  if (passage.kind !== 'item' || name === undefined || total === undefined || price === undefined) return undefined;
  const isMoney = [total, price].every(({ unit, value, high }) => unit.dimension === 'currency' && value === high && value > 0); // prettier-ignore
  const isPair = total.unit.per.length === 0 && price.unit.per.length === 1 && total.unit.period === price.unit.period;
  const isArrow = /^\s*(?:→|->|=>|=|\()\s*$/.test(passage.text.slice(total.span.end, price.qualified.start));
  if (other !== undefined || !isMoney || !isPair || !isArrow || total.unit.name !== price.unit.name) return undefined;
  return { name: name.toLowerCase(), total: placeQuantity(total, passage), price: placeQuantity(price, passage) };
}

const scale = /^[\s*_>-]*scale\b/i;

/** The numbers that a line "Scale: 1K-100K users" below each stage's heading tells. */
function countsByStage(passages: readonly Passage[]): ReadonlyMap<string, readonly Quantity[]> {
  const counts = new Map<string, Quantity[]>();
  let stage: string | undefined;
  for (const passage of passages) {
    if (passage.kind === 'heading') {
      stage = named.exec(passage.text)?.groups?.['name']?.toLowerCase();
    } else if (stage !== undefined && passage.kind === 'text' && scale.test(passage.text)) {
      const found = passage.quantities.filter(({ unit }) => unit.dimension === 'count' && unit.period === undefined);
      const known = counts.get(stage) ?? [];
      counts.set(stage, [...known, ...found.map((quantity) => placeQuantity(quantity, passage))].slice(0, 9));
    }
  }
  return counts;
}

function relate(source: string, total: Quantity, price: Quantity, count: Quantity): Relation {
  const implied = total.value / price.value;
  const [least, most] = [count.value / clear, count.high * clear];
  const parts = [total, count];
  if (implied >= least && implied <= most)
    return { claim: price, parts, contradiction: undefined, within: Math.max(implied / least, most / implied) };
  return {
    claim: price,
    parts,
    contradiction: {
      message: `${quote(source, total)} at ${quote(source, price)} is for ${groupDigits(String(Math.round(implied)))}, the page says ${quote(source, count)}: correct whichever is wrong.`,
      span: price.span,
      related: parts.map(({ span }) => ({ span, message: 'One of the two it follows from' })),
    },
  };
}
