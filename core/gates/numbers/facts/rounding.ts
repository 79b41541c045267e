/** How far the totals of one page are rounded: where it writes "$1.5M" over one group, "$4M" over another means 4.0. */
import type { Quantity } from '../../../quantities/model.ts';
import { addUp } from './sum.ts';
import type { Total } from './totalOf.ts';

/** So many totals that are their parts to the last digit, and nobody has rounded the others. */
const fewestExact = 3;
/** Where fewer are, a total has to miss its parts by more than this share of itself. */
const clear = 0.1;
/** Nearer than this nobody quarrels over. */
const near = 0.02;

/** The totals, each with what may be rounding at most. */
export function withRounding<Some extends Total>(totals: readonly Some[]): readonly Some[] {
  const isExactPage = totals.filter(isExact).length >= fewestExact;
  const claims = finestOf(totals.map(({ claim }) => claim));
  const parts = finestOf(totals.flatMap((total) => total.parts));
  return totals.map((total) => {
    const { claim } = total;
    const own = claims(claim);
    if (!isExactPage && own >= claim.precision) return total;
    const ofParts = total.parts.map((part) => (parts(part) * part.unit.scale) / claim.unit.scale);
    const rounding = own + ofParts.reduce((most, each) => Math.max(most, each), 0);
    return { ...total, rounding: Math.max(rounding, (isExactPage ? near : clear) * Math.abs(claim.value)) };
  });
}

/** To a fraction of a cent: floats do not add up more closely. */
const closeness = 1e-9;

function isExact({ claim, parts }: Total): boolean {
  const sum = parts.length < 2 ? undefined : addUp(parts, claim.unit);
  return sum !== undefined && Math.abs(sum.value - claim.value) <= closeness * Math.abs(claim.value);
}

/** Half a unit of the last digit that amounts written alike are ever told to. */
function finestOf(amounts: readonly Quantity[]): (amount: Quantity) => number {
  const finest = new Map<string, number>();
  const keyOf = ({ magnitude, unit }: Quantity): string => `${unit.dimension} ${unit.name} ${unit.scale} ${magnitude}`;
  for (const amount of amounts) {
    const key = keyOf(amount);
    finest.set(key, Math.min(finest.get(key) ?? Number.POSITIVE_INFINITY, amount.precision));
  }
  return (amount) => Math.min(finest.get(keyOf(amount)) ?? amount.precision, amount.precision);
}
