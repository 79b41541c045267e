/** Says whether a change written beside two amounts ("+50%", "3x faster") is the change from one to the other. */
import { convert } from '../../../quantities/convert.ts';
import type { Quantity, Unit } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import type { Relation } from './relation.ts';

/** Words that make a percentage or factor behind two amounts their change. */
export const changeWords =
  /\b(?:improve(?:ment|d)|increase[ds]?|decrease[ds]?|reduc(?:tion|ed)|faster|slower|quicker|better|worse|more|less|fewer|higher|lower|larger|smaller|cheaper|growth|grew|drop(?:ped)?|savings?|saved|gain|change|delta)\b/i;

/** Words that do not say of which amount a percentage is. */
export const looseWords =
  /\b(?:improve(?:ment|d)|faster|slower|quicker|better|worse|larger|smaller|cheaper|speedup|gain)\b/i;

/** One figure is a change between two others. Spans are offsets into `text`. */
export interface Change {
  readonly text: string;
  readonly from: Quantity;
  readonly to: Quantity;
  readonly label: Quantity;
  /** "Faster" and "better" may be told in percent of either amount; an increase is of the old one. */
  readonly isLoose: boolean;
}

/** One thing the change may be, in the label's unit, and how far rounding of the two amounts may move it. */
interface Reading {
  readonly value: number;
  readonly spread: number;
}

/** An amount with half a unit of its last digit, both in the other's unit. */
interface Measured {
  readonly value: number;
  readonly precision: number;
}

/** "1 second" and "1K" beside a change are hardly ever rounded by half of themselves. */
const mostRounding = 0.1;

/** From here on what is left to 100 % is what matters. */
const nearWhole = 90;

/** What the change from one to the other may be: the first is the plain one. */
function readings(
  from: Measured,
  to: Measured,
  isPercent: boolean,
  isFactor: boolean,
  isLoose: boolean,
): readonly Reading[] {
  const ratios = [ratioOf(to, from), ratioOf(from, to)];
  // Of 99.5 % and 99.9 % the failures fall from 0.5 % to 0.1 %: to a fifth, by 80 %.
  const isNearWhole = isPercent && Math.min(from.value, to.value) >= nearWhole;
  const leftovers = isNearWhole ? [leftoverOf(from), leftoverOf(to)] : [];
  const [before, after] = leftovers;
  const isLeft = before !== undefined && after !== undefined && before.value > 0 && after.value > 0;
  const rarer = isLeft ? [ratioOf(after, before), ratioOf(before, after)] : [];
  if (isFactor) {
    const [plain, others] = [ratios, rarer].map((each) => each.filter(({ value }) => value >= 1));
    // From 99.9 % to 99.99 % nobody means the factor between the two.
    return (isLeft ? [others, plain] : [plain, others]).flatMap((each) => each ?? []);
  }
  const based = isLoose ? ratios : ratios.slice(0, 1);
  const shares = [...based, ...rarer].map(({ value, spread }) => ({
    value: Math.abs(value - 1) * 100,
    spread: spread * 100,
  }));
  const points = { value: Math.abs(to.value - from.value), spread: from.precision + to.precision };
  return isPercent ? [...shares, points] : shares;
}

function ratioOf(over: Measured, under: Measured): Reading {
  const value = over.value / under.value;
  return { value, spread: value * (over.precision / over.value + under.precision / under.value) };
}

const leftoverOf = ({ value, precision }: Measured): Measured => ({
  value: 100 - value,
  precision: Math.min(precision, mostRounding * (100 - value)),
});

/** Undefined where the amounts are no two values of one thing, or too vague to tell. */
export function relateChange(change: Change): Relation | undefined {
  const { text, from, to, label } = change;
  if ([from, to].some(isVague) || label.high !== label.value) return undefined;
  const by = factorOf(from.unit, to.unit);
  if (by === undefined || from.value <= 0 || to.value <= 0) return undefined;
  const [first, second] = [measure(from, by), measure(to, 1)];
  const [start, end] = [first.value, second.value];
  const isFactor = label.unit.dimension === 'factor';
  const said = Math.abs(label.value);
  const values = readings(first, second, to.unit.dimension === 'percent', isFactor, change.isLoose);
  const own = (isFactor ? 1 : 2) * label.precision + (label.approximate || isFactor ? 0.1 * said : 0);
  const agrees = values.some(({ value, spread }) => {
    if (label.atLeast) return value >= said - own - spread;
    return label.atMost ? value <= said + own + spread : Math.abs(value - said) <= own + spread;
  });
  const isWrongWay = !isFactor && label.sign !== undefined && start !== end && (label.sign === '+') !== end > start;
  const parts = [from, to];
  if (agrees && !isWrongWay) return { claim: label, parts, contradiction: undefined };
  const plain = values[0]?.value ?? 0;
  const signed = label.sign !== undefined && end < start ? -plain : plain;
  const written = writeQuantity(
    text,
    label.sign === '+' && signed < 0 ? { ...label, sign: undefined } : label,
    round(signed),
  );
  const quote = ({ span }: Quantity): string => text.slice(span.start, span.end);
  return {
    claim: label,
    parts,
    contradiction: {
      message: `From ${quote(from)} to ${quote(to)} is ${round(plain)}${isFactor ? 'x' : ' %'}${direction(start, end, isFactor)}, the page says ${quote(label)}: correct whichever is wrong.`,
      span: label.span,
      fixes: isWrongWay
        ? []
        : [
            {
              title: 'Replace the change with the right one',
              byHand: true,
              edits: [{ span: label.span, text: written }],
            },
          ],
    },
  };
}

function measure({ value, precision, approximate }: Quantity, by: number): Measured {
  const rounding = Math.min(precision, mostRounding * value) + (approximate ? 0.1 * value : 0);
  return { value: value * by, precision: rounding * by };
}

const direction = (from: number, to: number, isFactor: boolean): string =>
  isFactor ? '' : to > from ? ' more' : to < from ? ' less' : '';

/** As few digits as tell it: 93.3, 15, 0.67. */
const round = (value: number): number => Number(value.toPrecision(3));

const isVague = ({ value, high, atLeast, atMost, sign }: Quantity): boolean =>
  value !== high || atLeast || atMost || sign !== undefined;

/** "600 → 1,000 posts/day": a bare figure is in the unit of the other. */
function factorOf(from: Unit, to: Unit): number | undefined {
  if (from.dimension === 'factor') return undefined;
  const isBare = from.dimension === 'count' && from.name === '' && from.period === undefined;
  return isBare && to.dimension === 'count' ? 1 : convert(from, to)?.by;
}
