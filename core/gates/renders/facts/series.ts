/** The series of a chart beside the categories they should fill, one value for each. */
import type { DiagramSymbols } from '../../../mermaid/symbols/model.ts';
import type { Span } from '../../../model.ts';

export interface Series {
  /** What the diagram type calls it: `bar`, `line` or `curve`. */
  readonly kind: string;
  readonly count: number;
  /** How many values it should have. */
  readonly wanted: number;
  /** What it should have one value for, such as `4 categories on the x-axis`. */
  readonly scale: string;
  readonly span: Span;
}

/** The series of an xychart or radar chart whose axis has a known number of places; none where it has not. */
export function readSeries({ type, rows, nodes }: DiagramSymbols, text: string): readonly Series[] {
  if (type === 'xychart') {
    const axis = rows.find(({ id }) => id === 'x-axis');
    const isRange = axis !== undefined && text.slice(axis.span.start, axis.span.end).includes('-->');
    const wanted = isRange ? 0 : (axis?.values.length ?? 0);
    if (wanted === 0) return [];
    return rows.flatMap(({ id, values, span }) =>
      id === 'bar' || id === 'line'
        ? [{ kind: id, count: values.length, wanted, scale: `${wanted} categories on the x-axis`, span }]
        : [],
    );
  }
  const wanted = type === 'radar' ? nodes.flatMap(({ uses }) => uses).length : 0;
  if (wanted === 0) return [];
  return rows
    .filter(({ values }) => !values.some((value) => value.text.includes(':')))
    .map(({ values, span }) => ({ kind: 'curve', count: values.length, wanted, scale: `${wanted} axes`, span }));
}
