/** The data behind a chart as a table: of a pie, a Gantt chart, an xychart and a sankey diagram. */
import type { DiagramSymbols, RowSymbol } from '../mermaid/symbols/model.ts';
import { readSymbols } from '../mermaid/symbols/read.ts';

export interface DataTable {
  readonly columns: readonly { readonly title: string; readonly isFigure?: true }[];
  /** As many cells as there are columns, in the words and digits of the diagram. */
  readonly rows: readonly (readonly string[])[];
}

/** Undefined for types that are not drawn from data, and for a chart without any. `type` is Mermaid's own name. */
export function dataOf(text: string, type: string | undefined): DataTable | undefined {
  const reader = readers[type ?? ''];
  const symbols = reader === undefined ? undefined : readSymbols(text, type);
  const table = symbols === undefined ? undefined : reader?.(symbols);
  return table !== undefined && table.rows.length > 0 ? table : undefined;
}

const readers: Readonly<Record<string, (symbols: DiagramSymbols) => DataTable>> = {
  pie: readPie,
  gantt: readGantt,
  xychart: readXychart,
  sankey: readSankey,
};

const figure = (title: string): DataTable['columns'][number] => ({ title, isFigure: true });

function readPie({ rows }: DiagramSymbols): DataTable {
  const slices = rows.map((row) => ({ name: nameOf(row), value: row.values[0]?.text ?? '' }));
  const total = slices.reduce((sum, { value }) => sum + (Number(value) || 0), 0);
  return {
    columns: [{ title: 'Slice' }, figure('Value'), figure('Share')],
    rows: slices.map(({ name, value }) => [
      name,
      value,
      total > 0 && Number(value) >= 0 ? `${((100 * Number(value)) / total).toFixed(1)}%` : '',
    ]),
  };
}

function readGantt({ rows, groups }: DiagramSymbols): DataTable {
  const sectionOf = ({ group }: RowSymbol): string => plain((group === undefined ? undefined : groups[group]?.label?.text) ?? ''); // prettier-ignore
  const hasSections = rows.some((row) => sectionOf(row) !== '');
  return {
    columns: [...(hasSections ? [{ title: 'Section' }] : []), { title: 'Task' }, { title: 'Id' }, { title: 'From' }, { title: 'To or duration' }], // prettier-ignore
    rows: rows.map((row) => {
      const [first, second] = row.values.map(({ text }) => text);
      const [from, to] = second === undefined ? ['', first] : [first, second];
      return [...(hasSections ? [sectionOf(row)] : []), nameOf(row), row.id ?? '', from ?? '', to ?? ''];
    }),
  };
}

/** A row for each place of the x axis, a column for each series. */
function readXychart({ rows }: DiagramSymbols): DataTable {
  const axis = (keyword: string): RowSymbol | undefined => rows.find(({ id }) => id === keyword);
  const series = rows.filter(({ id }) => id === 'bar' || id === 'line');
  const most = Math.max(0, ...series.map(({ values }) => values.length));
  const x = axis('x-axis');
  // Two ends of a range name no places.
  const places = x?.values.length === most ? x.values.map(({ text }) => plain(text)) : undefined;
  const what = axis('y-axis');
  const measured = what === undefined ? '' : nameOf(what);
  return {
    columns: [
      { title: (x === undefined ? '' : nameOf(x)) || 'Place' },
      ...series.map((row, index) => {
        const usual = series.length === 1 ? 'Value' : `Series ${index + 1}`;
        const own = nameOf(row) || (measured === '' || series.length > 1 ? usual : measured);
        return figure(series.length > 1 && measured !== '' ? `${own}, ${measured}` : own);
      }),
    ],
    rows: Array.from({ length: most }, (_, place) => [
      places?.[place] ?? String(place + 1),
      ...series.map(({ values }) => values[place]?.text ?? ''),
    ]),
  };
}

function readSankey({ rows }: DiagramSymbols): DataTable {
  return {
    columns: [{ title: 'From' }, { title: 'To' }, figure('Value')],
    rows: rows.map((row) => [nameOf(row), plain(row.values[0]?.text ?? ''), row.values[1]?.text ?? '']),
  };
}

const nameOf = ({ label }: RowSymbol): string => plain(label?.text ?? '');

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

/** Words as they are shown: without quotes, with Mermaid's entities (`#35;`, `#lt;`) as what they stand for. */
function plain(text: string): string {
  const inner = /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
  return inner.replaceAll(/#(?:(\d{1,6})|([a-z]{2,6}));/g, (all, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities.get(name ?? '') ?? all) : decode(Number(code), all),
  );
}

const decode = (code: number, otherwise: string): string =>
  code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
