/** Checks a stated total against the amounts it is the total of. */
import type { Quantity } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue } from './report.ts';
import { addUp, agrees } from './sum.ts';
import type { Sum } from './sum.ts';

export interface Total {
  /** The text the spans are offsets into. */
  readonly text: string;
  readonly claim: Quantity;
  readonly parts: readonly Quantity[];
  /** What the parts are called, such as "rows". */
  readonly partsName: string;
  /** What states the total, such as "the total". */
  readonly claimName: string;
  /** What may be rounding at most, where the page says more of it than the digits do. */
  readonly rounding?: number | undefined;
}

/** More notes than this help nobody. */
const mostNotes = 20;

/** The relation between a total and its parts; undefined where they cannot be added, or the total may be another kind of figure. */
export function relateTotal(total: Total, isPlausible: (sum: Sum) => boolean = () => true): Relation | undefined {
  const { text, claim, parts, partsName, claimName, rounding } = total;
  const isEmpty = parts.length < 2 || parts.every(({ value }) => value === 0);
  const sum = isEmpty ? undefined : addUp(parts, claim.unit);
  if (sum === undefined) return undefined;
  if (agrees(claim, sum, rounding)) return { claim, parts, contradiction: undefined };
  const own = partsInPeriodOf(total);
  if (own !== undefined) return { claim, parts: own, contradiction: undefined };
  if (!isPlausible(sum)) return undefined;
  const added = writeQuantity(text, claim, sum.value).replaceAll(/\s+/g, ' ');
  return {
    claim,
    parts,
    contradiction: {
      message: `The ${partsName} add up to ${bare(added)}, ${claimName} says ${quote(text, claim)}: correct whichever is wrong.`,
      span: claim.span,
      fixes: [replaceValue(text, 'Replace the total with the sum', claim, sum.value)],
      related: parts.slice(0, mostNotes).map((part) => ({ span: part.span, message: 'One of the parts' })),
    },
  };
}

/** A monthly total may leave out what is paid once a year: the parts in its own period, where these agree with it. */
function partsInPeriodOf({ claim, parts }: Total): readonly Quantity[] | undefined {
  const period = claim.unit.period ?? parts[0]?.unit.period;
  const own = parts.filter(({ unit }) => unit.period === period);
  const sum = own.length < 2 || own.length === parts.length ? undefined : addUp(own, claim.unit);
  return sum !== undefined && agrees(claim, sum) ? own : undefined;
}

/** The sum itself is neither "more than" nor "over" anything. */
const bare = (written: string): string => written.replace(/\+$/, '');
