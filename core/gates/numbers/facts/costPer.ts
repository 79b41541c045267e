/** "Cost per search: $0.02" and how many there are, below a heading that says what they cost together. */
import type { DocumentModel } from '../../../document/model.ts';
import { convert } from '../../../quantities/convert.ts';
import type { Period, Quantity } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import { readItem } from './item.ts';
import type { Item } from './item.ts';
import { inPeriod } from './parts.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue } from './report.ts';
import { periodOf } from './words.ts';

/** A price may leave out some of what its heading counts; a price that is wrong is wrong by more. */
const clear = 2;
/** Lines below one heading that are read for counts. */
const mostLines = 200;

export function costsPerUnit(model: DocumentModel): readonly Relation[] {
  return sectionsOf(model).flatMap(({ claim, items }) =>
    items.flatMap((item) => {
      const noun = costPer.exec(item.text.replaceAll('_', ' '))?.groups?.['noun'];
      const price = onlyAmount(item, 'currency');
      if (noun === undefined || price === undefined || price.unit.period !== undefined || price.value <= 0) return [];
      return relate(model.text, claim, price, countsOf(noun, items)) ?? [];
    }),
  );
}

const costPer = /^["'\s*-]*(?:average\s)?cost per (?<noun>[a-z]+(?: [a-z]+){0,2})["'\s*]*[:=]/i;

interface Section {
  /** What the heading says all of it costs. */
  readonly claim: Quantity;
  readonly items: readonly Item[];
}

function sectionsOf({ text, blocks }: DocumentModel): readonly Section[] {
  const sections: { claim: Quantity; items: Item[] }[] = [];
  let open: (typeof sections)[number] | undefined;
  let level = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const claim = claimOf(readItem(text, block.content));
      // A heading below that tells no amount parts what the one above is about.
      if (claim === undefined && block.level > level) continue;
      level = block.level;
      open = claim === undefined ? undefined : { claim, items: [] };
      if (open !== undefined) sections.push(open);
    } else if (open !== undefined && (block.kind === 'text' || block.kind === 'code')) {
      const lines = block.lines.slice(0, mostLines - open.items.length);
      open.items.push(...lines.map((line) => readItem(text, line)));
    }
  }
  return sections.filter(({ items }) => items.some(({ text: line }) => /cost[ _]per[ _]/i.test(line)));
}

function claimOf(item: Item): Quantity | undefined {
  const claim = onlyAmount(item, 'currency');
  const whole = claim && inPeriod(claim, item.text);
  return whole?.unit.period === undefined || whole.unit.per.length > 0 || whole.sign !== undefined ? undefined : whole;
}

function onlyAmount({ amounts }: Item, dimension: Quantity['unit']['dimension']): Quantity | undefined {
  const [amount, other] = amounts.filter(({ unit }) => unit.dimension === dimension);
  return other !== undefined || amount?.value !== amount?.high ? undefined : amount;
}

interface Count {
  readonly quantity: Quantity;
  readonly period: Period;
}

/** How many there are in a period, by every line that names them. */
function countsOf(noun: string, items: readonly Item[]): readonly Count[] {
  const stems = noun.toLowerCase().split(' ').map(stemOf);
  return items.flatMap((item) => {
    const quantity = countOf(item);
    const label = item.text.replaceAll('_', ' ').toLowerCase();
    const isNamed = quantity !== undefined && stems.every((stem) => label.includes(stem));
    const period = quantity?.unit.period ?? periodOf(label) ?? onlyPeriod(item);
    return isNamed && period !== undefined && quantity.value > 0 && !costPer.test(label) ? [{ quantity, period }] : [];
  });
}

/** The one count of a line, the result of a calculation, or one that a comment tells again. */
function countOf({ amounts }: Item): Quantity | undefined {
  // What a line says of money is no count of what the money is for: "$500K/month # 500 pods".
  if (amounts.some(({ unit }) => unit.dimension === 'currency')) return undefined;
  const counts = amounts.filter(({ unit }) => unit.dimension === 'count');
  const results = counts.filter(({ isResult }) => isResult);
  const [count, ...others] = results.length > 0 ? results : counts;
  return count?.high === count?.value && others.every(({ value }) => value === count?.value) ? count : undefined;
}

/** "450M users × 5 updates/day = 2.25B updates" */
function onlyPeriod({ amounts }: Item): Period | undefined {
  const [period, other] = new Set(amounts.flatMap(({ unit }) => unit.period ?? []));
  return other === undefined ? period : undefined;
}

/** The period is told in words. */
const withoutPeriod = (written: string): string => written.replace(/[ ]?\/[ ]?\w+$/, '');

/** "queries" and "query", "searches" and "search". */
const stemOf = (word: string): string => word.replace(/(?:ies|y|es|s)$/, '');

function relate(text: string, claim: Quantity, price: Quantity, counts: readonly Count[]): Relation | undefined {
  const judged = counts.flatMap(({ quantity, period }) => {
    const yearly = convert(claim.unit, { ...claim.unit, period })?.by;
    if (yearly === undefined || claim.unit.name !== price.unit.name) return [];
    return [{ quantity, period, value: (claim.value * yearly) / quantity.value }];
  });
  const [first, other] = judged;
  if (first === undefined) return undefined;
  const near = judged.find(({ value }) => value < price.value * clear && value > price.value / clear);
  if (near !== undefined)
    return { claim: price, parts: [claim, near.quantity], contradiction: undefined, within: clear };
  if (other !== undefined) return undefined;
  const said = writeQuantity(
    text,
    {
      ...price,
      span: price.digits.start > price.span.start ? { start: price.span.start, end: price.digits.end } : price.span,
    },
    Number(first.value.toPrecision(2)),
  );
  return {
    claim: price,
    parts: [claim, first.quantity],
    contradiction: {
      message: `${quote(text, claim)} for ${withoutPeriod(quote(text, first.quantity))} a ${first.period} is ${said} each, the page says ${quote(text, price)}: correct whichever is wrong.`,
      span: price.span,
      fixes: [replaceValue(text, 'Replace the price with the quotient', price, Number(first.value.toPrecision(2)))],
      related: [
        { span: claim.span, message: 'What they cost together' },
        { span: first.quantity.span, message: 'How many there are' },
      ],
    },
  };
}
