/** DG088: a value is not a number, or not one the chart can show. */
import type { DiagramSymbols } from '../../mermaid/symbols/model.ts';
import { isGateAsked } from '../../severity.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG088',
  alias: 'not-a-number',
  gate: 'renders',
  severity: 'warning',
  title: 'A value is not a number that the chart can show.',
  why: 'Mermaid draws nothing, or a shape of no size, where the reader expects the figure.',
  fixable: false,
};

export const notANumber: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    // Where gate 6 is asked, its `beyond-limit` says what is outside of an axis.
    const isAxisOurs = !isGateAsked('numbers', config);
    if (symbols.type === 'xychart' && isAxisOurs) yield* beyondAxis(symbols);
    if (symbols.type === 'wardley') yield* beyondMap(symbols);
    if (symbols.type === 'venn') yield* beyondSets(symbols);
    const max = Number(symbols.properties.find(({ name }) => name === 'max')?.value ?? Number.NaN);
    for (const { values, id, span: line } of symbols.rows) {
      const [first] = values;
      if (symbols.type === 'journey' && first !== undefined && !isBetween(first.text, 0, 5)) {
        yield {
          message: `\`${first.text}\` is no score: a journey shows 1 (bad) to 5 (good).`,
          span: first.text === '' ? line : first.span,
        };
      }
      const flow = values[1];
      if (symbols.type === 'sankey' && flow !== undefined && !isBetween(flow.text, 0, Infinity)) {
        yield {
          message: `\`${flow.text}\` is no number: write digits with a point, without separators or units.`,
          span: flow.text === '' ? line : flow.span,
        };
      }
      if (symbols.type === 'pie' && first !== undefined && first.text !== '' && Number(first.text) === 0) {
        yield { message: 'A slice of 0 is not drawn. Take it out or give its value.', span: first.span };
      }
      for (const { text, span } of symbols.type === 'radar' && isAxisOurs && id !== undefined ? values : []) {
        const value = Number(text.replace(/^.*:/, ''));
        if (value > max) yield { message: `${value} is beyond the chart's max of ${max}.`, span };
      }
    }
  },
};

function* beyondAxis({ rows }: DiagramSymbols): Iterable<RuleFinding> {
  const axis = rows.find(({ id }) => id === 'y-axis');
  const [low, high] = (axis?.values ?? []).map(({ text }) => Number(text));
  if (axis?.values.length !== 2 || low === undefined || high === undefined || !(low < high)) return;
  for (const { text, span } of rows.filter(({ id }) => id === 'bar' || id === 'line').flatMap(({ values }) => values)) {
    if (text === '' || !(Number(text) < low || Number(text) > high)) continue;
    yield { message: `${text} is beyond the y-axis, which goes from ${low} to ${high}.`, span };
  }
}

/** Places on a map go from 0 to 1; Mermaid takes percentages too, as long as they are above 1. */
function* beyondMap({ rows }: DiagramSymbols): Iterable<RuleFinding> {
  const places = rows.flatMap(({ values }) => values);
  const isPercent = places.some(({ text }) => Number(text) >= 2);
  for (const { text, span } of places) {
    if (isPercent ? Number(text) <= 100 : Number(text) <= 1) continue;
    if (/^[\d.]+$/.test(text)) yield { message: `\`${text}\` is off the map: places go from 0.0 to 1.0.`, span };
  }
}

/** What two sets share cannot be more than either of them. */
function* beyondSets({ rows }: DiagramSymbols): Iterable<RuleFinding> {
  const sizes = new Map(rows.map(({ id, values }) => [id, Number(values[0]?.text ?? Number.NaN)]));
  for (const { id, values } of rows) {
    const [size] = values;
    const parts = id?.split(',') ?? [];
    if (size === undefined || parts.length < 2) continue;
    const smallest = parts.find((part) => (sizes.get(part) ?? Infinity) < Number(size.text));
    if (smallest === undefined) continue;
    const message = `${size.text} are in this union, and only ${sizes.get(smallest) ?? 0} in \`${smallest}\`.`;
    yield { message, span: size.span };
  }
}

const isBetween = (text: string, low: number, high: number): boolean =>
  /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number(text) >= low && Number(text) <= high;
