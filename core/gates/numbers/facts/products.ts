/** Products that are written out: factors with multiplication signs between them, and the result behind `=`. */
import type { Quantity } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import { isProduct, multiply, valueIn } from './multiply.ts';
import type { Passage } from './passages.ts';
import { placeQuantity, shift } from './passages.ts';
import type { Relation } from './relation.ts';

const times = /^\s*[)\]]?\s*(?:×|✕|\*|x)\s*[~(]?\s*$/;
const equals = /^[\s)]*(?:=|≈)\s*[~≈(]?\s*$/;
/** "75/week for 12 weeks" */
const lasting = /^\s*(?:for|over)\s*$/;

export function findProducts(passages: readonly Passage[]): readonly Relation[] {
  return passages.flatMap((passage) => (passage.text.includes('=') ? [...productsIn(passage)] : []));
}

function* productsIn(passage: Passage): Iterable<Relation> {
  const { text } = passage;
  let factors: Quantity[] = [];
  let previous: Quantity | undefined;
  for (const amount of passage.quantities) {
    const between = previous === undefined ? '' : betweenOf(text, previous, amount);
    if (previous !== undefined && isTimes(between, previous, amount)) {
      factors.push(amount);
    } else if (factors.length > 1 && equals.test(between)) {
      const relation = standsAlone(text, factors[0], amount) ? relate(passage, factors, amount) : undefined;
      if (relation !== undefined) yield relation;
      // The result may be the first factor of the next product.
      factors = [amount];
    } else factors = [amount];
    previous = amount;
  }
}

function betweenOf(text: string, left: Quantity, right: Quantity): string {
  const between = text.slice(left.span.end, right.qualified.start);
  return between.length > 24 ? '?' : between;
}

function isTimes(between: string, left: Quantity, right: Quantity): boolean {
  if (times.test(between)) return true;
  return lasting.test(between) && left.unit.period !== undefined && right.unit.dimension === 'duration';
}

/** Whether no other arithmetic stands around it: sums, differences, quotients, brackets. */
function standsAlone(text: string, first: Quantity | undefined, result: Quantity): boolean {
  if (first === undefined) return false;
  const before = text.slice(Math.max(0, first.qualified.start - 4), first.qualified.start);
  const after = text.slice(result.span.end, result.span.end + 4);
  return !/[-+−*/×÷^(]\s*$/.test(before) && !/^\s*[-+−/÷^*](?=\s*[\d$(])/.test(after);
}

function relate(passage: Passage, factors: readonly Quantity[], result: Quantity): Relation | undefined {
  const product = multiply(factors);
  const value = product && valueIn(product, result);
  if (product === undefined || value === undefined) return undefined;
  const claim = placeQuantity(result, passage);
  const parts = factors.map((factor) => placeQuantity(factor, passage));
  if (isProduct(result, value, product.slack)) return { claim, parts, contradiction: undefined };
  const said = writeQuantity(passage.text, result, value);
  const written = (quantity: Quantity): string => passage.text.slice(quantity.span.start, quantity.span.end);
  return {
    claim,
    parts,
    contradiction: {
      message: `${factors.map(written).join(' × ')} is ${said}, the page says ${written(result)}: correct whichever is wrong.`,
      span: claim.span,
      fixes: [
        {
          title: 'Replace the result with the product',
          byHand: true,
          edits: [{ span: shift(result.span, passage.start), text: said }],
        },
      ],
    },
  };
}
