/** Writes another value the way a quantity is written: same currency, magnitude, separators and unit. */
import { groupDigits } from './groupDigits.ts';
import type { Quantity } from './model.ts';

const mostExtraDecimals = 2;
const mostDecimals = 15;
/** A value that would lose more than this share of itself is told to further decimals. */
const mostLoss = 0.05;

/** The digits that say `value` in place of `quantity.digits`; a negative value keeps its minus. */
function writeDigits(text: string, quantity: Quantity, value: number): string {
  const written = text.slice(quantity.digits.start, quantity.digits.end);
  const scaled = quantity.sign === '-' ? -value / quantity.magnitude : value / quantity.magnitude;
  const point = written.indexOf('.');
  const decimals = point === -1 ? 0 : written.length - point - 1;
  const separator = written.includes('_') ? '_' : written.includes(',') ? ',' : '';
  const figure = Math.abs(scaled).toFixed(decimalsNeeded(scaled, Math.min(decimals, 12)));
  return `${scaled < 0 ? '-' : ''}${groupDigits(figure, separator)}`;
}

/** The whole quantity with `value` in place of its own. */
export function writeQuantity(text: string, quantity: Quantity, value: number): string {
  const { span, digits } = quantity;
  const before = text.slice(span.start, digits.start);
  const after = text.slice(digits.end, span.end);
  // Of "-$3M" the sign stands before the currency.
  if (quantity.sign === '-' && value > 0)
    return `${before.replace(/[-−–]/, '')}${writeDigits(text, quantity, -value)}${after}`;
  return `${before}${writeDigits(text, quantity, value)}${after}`;
}

/** As many as were written, up to two more where the value would be rounded, and more where little would be left of it. */
function decimalsNeeded(value: number, written: number): number {
  const isWithin = (decimals: number, share: number): boolean =>
    Math.abs(Number(value.toFixed(decimals)) - value) <= Math.abs(value) * share;
  for (let decimals = written; decimals < written + mostExtraDecimals; decimals += 1) {
    if (isWithin(decimals, 1e-9)) return decimals;
  }
  let decimals = written + mostExtraDecimals;
  while (decimals < mostDecimals && !isWithin(decimals, mostLoss)) decimals += 1;
  return decimals;
}
