/** The slices of a pie and what its title says of them. */
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readCell, readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import { isCountable } from './parts.ts';

export interface Pie {
  readonly title: Item | undefined;
  /** The title, or the header where there is none. */
  readonly head: Span;
  readonly slices: readonly Amount[];
  /** The amount its title tells, where the slices are parts of it, and how many of its units one slice's unit is. */
  readonly whole: { readonly claim: Amount; readonly by: number } | undefined;
}

/** Undefined for other diagrams, and where a slice has no value. */
export const readPie: (facts: DiagramFacts) => Pie | undefined = remember(({ text, symbols }) => {
  if (symbols?.type !== 'pie') return undefined;
  const property = symbols.properties.find(({ name }) => name === 'title');
  const slices = symbols.rows.flatMap(({ values }) => {
    const [value] = values;
    return value === undefined ? [] : readCell(text, value.span).amounts;
  });
  if (slices.length < 2 || slices.length !== symbols.rows.length) return undefined;
  const title = property && readItem(text, property.valueSpan);
  return { title, head: property?.valueSpan ?? symbols.header, slices, whole: findWhole(title, slices) };
});

/** Slices are plain figures: "$4.8M" in the title may stand over units, thousands or millions, or over shares of 100. */
const magnitudes = [1, 1e3, 1e6, 1e9];

/** Nearer than this to 100, slices are shares, unless the title's own figure is as near. */
const nearness = 0.15;

function findWhole(title: Item | undefined, slices: readonly Amount[]): Pie['whole'] {
  const claims = (title?.amounts ?? []).filter(({ unit }) => isCountable(unit));
  const [claim] = claims;
  if (claim === undefined || claims.length > 1) return undefined;
  const sum = slices.reduce((total, { value }) => total + value, 0);
  const by = magnitudes.find((magnitude) => sum * magnitude > claim.value / 2 && sum * magnitude < claim.value * 2);
  if (by === undefined) return undefined;
  const mayBeShares = by !== 1 && Math.abs(sum - 100) < 100 * nearness;
  return mayBeShares && Math.abs(sum * by - claim.value) > claim.value * nearness ? undefined : { claim, by };
}
