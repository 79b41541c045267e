/** Reads charts whose lines are data: pie, xychart, quadrant, sankey and radar. */
import { matchesOf } from '../../matches.ts';
import { Cursor } from './cursor.ts';
import { readLabel } from './label.ts';
import { readLines, splitFields } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';
import { readStyleStatement } from './styleStatement.ts';

const accessibility = ['accTitle', 'accDescr'];

/** `"Label" : 42` */
export function readPie(text: string, type: string): DiagramSymbols {
  return readLines(
    text,
    type,
    /^pie\b(?:\s+showData\b)?/,
    ['showData', 'title', ...accessibility],
    ({ line, symbols }) => {
      const match = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^:]*?)\s*:\s*(.*)$/d.exec(line.text);
      const [name, value] = matchSpans(match, line.span.start);
      if (name === undefined || value === undefined) return;
      const label = readLabel(text, name);
      symbols.row({ label, span: line.span, values: splitFields(text, value, /(?!)/), id: undefined });
    },
  );
}

/** `bar "Name" [1, 2]`, `line [3, 4]`, `x-axis "Title" [a, b]`; the row's id is its keyword. */
export function readXychart(text: string, type: string): DiagramSymbols {
  const header = /^xychart(?:-beta)?\b(?:\s+(?:horizontal|vertical)\b)?/;
  return readLines(text, type, header, ['title', ...accessibility], ({ line, symbols }) => {
    const keyword = /^(?:x-axis|y-axis|bar|line)\b/.exec(line.text)?.[0];
    if (keyword === undefined) return;
    const match = new RegExp(
      `^${keyword}\\s*("[^"]*"|[^"\\[\\d+.-][^\\[]*?)?\\s*(?:\\[(.*)\\]?|([-+.\\d].*))?$`,
      'd',
    ).exec(line.text);
    const [name, list, range] = matchSpans(match, line.span.start);
    const inner =
      list !== undefined && text.charAt(list.end - 1) === ']' ? { start: list.start, end: list.end - 1 } : list;
    const values =
      inner === undefined
        ? range === undefined
          ? []
          : splitFields(text, range, /-->/)
        : splitFields(text, inner, /,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const label = name === undefined ? undefined : readLabel(text, name);
    symbols.row({ label, span: line.span, values, id: keyword });
  });
}

/** `Name: [0.3, 0.6]` */
export function readQuadrant(text: string, type: string): DiagramSymbols {
  const properties = ['title', 'x-axis', 'y-axis', 'quadrant-1', 'quadrant-2', 'quadrant-3', 'quadrant-4'];
  return readLines(text, type, /^quadrantChart\b/, [...properties, ...accessibility], ({ line, symbols }) => {
    if (readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols)) return;
    const match = /^("[^"]*"|[^:[]+?)(?::::?[\w-]+)?\s*:\s*\[(.*)\]/d.exec(line.text);
    const [name, point] = matchSpans(match, line.span.start);
    if (name === undefined || point === undefined) return;
    const values = splitFields(text, point, /,/);
    symbols.row({ label: readLabel(text, name), span: line.span, values, id: undefined });
  });
}

/** `source,target,value`; source and target become nodes, the flow an edge and a row. */
export function readSankey(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^sankey(?:-beta)?\b/, [], ({ line, symbols }) => {
    const [from, to, ...rest] = splitFields(text, line.span, /,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    if (from === undefined || to === undefined) return;
    for (const { text: id, span } of [from, to]) symbols.mention({ id: unquote(id), span });
    symbols.edge({
      from: unquote(from.text),
      to: unquote(to.text),
      span: line.span,
      label: undefined,
      arrow: ',',
      id: undefined,
    });
    symbols.row({ label: readLabel(text, from.span), span: line.span, values: [to, ...rest], id: undefined });
  });
}

/** `curve a["A"]{1, 2}` as rows; axes as nodes. */
export function readRadar(text: string, type: string): DiagramSymbols {
  const properties = ['title', 'max', 'min', 'ticks', 'graticule', 'showLegend', ...accessibility];
  return readLines(text, type, /^radar-beta\b:?/, properties, ({ line, symbols }) => {
    const keyword = /^(axis|curve)\s+/.exec(line.text);
    if (keyword === null) return;
    const pattern = /([\w-]+)\s*(?:\[("[^"]*"|[^\]]*)\])?\s*(?:\{([^}]*)\})?/dg;
    for (const match of matchesOf(pattern, line.text, keyword[0].length)) {
      const [id, label, values] = matchSpans(match, line.span.start);
      if (id === undefined) continue;
      const name = text.slice(id.start, id.end);
      const words = label === undefined ? undefined : readLabel(text, label);
      if (keyword[1] === 'axis') symbols.mention({ id: name, span: id, label: words });
      else if (values !== undefined) {
        symbols.row({
          label: words,
          span: { start: id.start, end: values.end + 1 },
          values: splitFields(text, values, /,/),
          id: name,
        });
      }
    }
  });
}

const unquote = (text: string): string => (/^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);
