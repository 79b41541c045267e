/** Chart values beside the range their own axis shows. */
import type { RowSymbol } from '../../../mermaid/symbols/model.ts';
import { bareUnit } from '../../../quantities/units.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import type { Relation } from './relation.ts';

/** The range a chart is drawn in; an end nobody wrote follows the data. */
interface Range {
  readonly low: Quantity | undefined;
  readonly high: Quantity | undefined;
  /** What has the range: "the y-axis". */
  readonly name: string;
}

export function valuesInRange(facts: DiagramFacts): readonly Relation[] {
  const { symbols } = facts;
  if (symbols?.type === 'xychart') {
    const axis = symbols.rows.filter(({ id }) => id === 'y-axis');
    const [low, high, ...others] = axis.flatMap(({ values }) => values.map(figureOf));
    if (axis.length !== 1 || low === undefined || high === undefined || others.length > 0) return [];
    const series = symbols.rows.filter(({ id }) => id === 'bar' || id === 'line');
    return relateAll(series, { low, high, name: 'the y-axis' });
  }
  if (symbols?.type === 'radar') {
    const [low, high] = ['min', 'max'].map((name) => {
      const property = symbols.properties.findLast((each) => each.name === name);
      return property && figureOf({ text: property.value.trim(), span: property.valueSpan });
    });
    return low === undefined && high === undefined ? [] : relateAll(symbols.rows, { low, high, name: 'the chart' });
  }
  return [];
}

function relateAll(rows: readonly RowSymbol[], range: Range): readonly Relation[] {
  return rows.flatMap(({ values }) =>
    values.flatMap((value) => {
      // Radar values may be given by axis: `cost: 3`.
      const figure = figureOf(value);
      return figure === undefined ? [] : [relate(figure, range)];
    }),
  );
}

function figureOf({ text, span }: RowSymbol['values'][number]): Quantity | undefined {
  const digits = /(?:^|:\s*)(?<figure>[-+]?(?:\d+(?:\.\d+)?|\.\d+))$/.exec(text)?.groups?.['figure'];
  if (digits === undefined) return undefined;
  const place = { start: span.start + text.length - digits.length, end: span.start + text.length };
  const value = Number(digits);
  return {
    span: place,
    qualified: place,
    digits: place,
    value,
    high: value,
    precision: 0,
    magnitude: 1,
    sign: undefined,
    unit: bareUnit,
    approximate: false,
    atLeast: false,
    atMost: false,
  };
}

function relate(claim: Quantity, { low, high, name }: Range): Relation {
  const isAbove = high !== undefined && claim.value > high.value;
  const end = isAbove ? high : low;
  const parts = [low, high].filter((each) => each !== undefined);
  if (end === undefined || !(isAbove || claim.value < end.value)) return { claim, parts, contradiction: undefined };
  return {
    claim,
    parts,
    contradiction: {
      message: `${claim.value} is outside of the chart: ${name} ${isAbove ? 'ends' : 'begins'} at ${end.value}. Extend the range or correct the value.`,
      span: claim.span,
      related: [{ span: end.span, message: `${name} ${isAbove ? 'ends' : 'begins'} here` }],
    },
  };
}
