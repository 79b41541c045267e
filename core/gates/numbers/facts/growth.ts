/** Says whether a change written beside two amounts ("+50%", "3x faster") is the change from one to the other. */
import { convert } from '../../../quantities/convert.ts';
import type { Quantity, Unit } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import type { Relation } from './relation.ts';

/** Words that make a percentage or factor behind two amounts their change. */
export const changeWords =
  /\b(?:improve(?:ment|d)|increase[ds]?|decrease[ds]?|reduc(?:tion|ed)|faster|slower|quicker|better|worse|more|less|fewer|higher|lower|larger|smaller|cheaper|growth|grew|drop(?:ped)?|savings?|saved|gain|change|delta)\b/i;

/** One figure is a change between two others. Spans are offsets into `text`. */
export interface Change {
  readonly text: string;
  readonly from: Quantity;
  readonly to: Quantity;
  readonly label: Quantity;
}

/** What the change may be, in the label's unit: the first is the plain one. */
function readings(from: number, to: number, unit: Unit, labelIsFactor: boolean): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const isPercent = unit.dimension === 'percent';
  // Of 99.5 % and 99.9 % the failures fall from 0.5 % to 0.1 %: to a fifth, by 80 %.
  const [rest, leftover] = isPercent ? [100 - low, 100 - high] : [0, 0];
  if (labelIsFactor) {
    const factors = [high / low, ...(leftover > 0 ? [rest / leftover] : [])];
    // From 99.9 % to 99.99 % nobody means the factor between the two.
    return low >= 90 ? factors.reverse() : factors;
  }
  const change = high - low;
  return [
    (change / from) * 100,
    (change / to) * 100,
    ...(isPercent ? [change] : []),
    ...(rest > 0 ? [(change / rest) * 100] : []),
  ];
}

/** Undefined where the amounts are no two values of one thing, or too vague to tell. */
export function relateChange(change: Change): Relation | undefined {
  const { text, from, to, label } = change;
  if ([from, to].some(isVague) || label.high !== label.value) return undefined;
  const by = factorOf(from.unit, to.unit);
  const [start, end] = [from.value * (by ?? 0), to.value];
  if (by === undefined || start <= 0 || end <= 0) return undefined;
  const isFactor = label.unit.dimension === 'factor';
  const said = Math.abs(label.value);
  const values = readings(start, end, to.unit, isFactor).filter(Number.isFinite);
  // How much the rounding of the two amounts may move a ratio of theirs.
  const rounding = (from.precision * by) / start + to.precision / end + (from.approximate || to.approximate ? 0.1 : 0);
  const agrees = values.some((value) => {
    const ratio = isFactor ? value : value + 100;
    const slack =
      (isFactor ? 1 : 2) * label.precision + ratio * rounding + (label.approximate || isFactor ? 0.1 * said : 0);
    return label.atLeast
      ? value >= said - slack
      : label.atMost
        ? value <= said + slack
        : Math.abs(value - said) <= slack;
  });
  const isWrongWay = !isFactor && label.sign !== undefined && start !== end && (label.sign === '+') !== end > start;
  const parts = [from, to];
  if (agrees && !isWrongWay) return { claim: label, parts, contradiction: undefined };
  const [plain = 0] = values;
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
