/** Writes a schema as an entity relationship diagram and a table of its tables. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { createIds } from '../ids.ts';
import { comment, oneLine, quoted } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import type { ColumnTold, Reference, Schema, Table } from './model.ts';

/** Above this many columns only keys are drawn: the others are in the file. */
const mostColumns = 200;

export function emitSql(schema: Schema, { cite, title }: EmitContext): readonly Block[] {
  const { tables } = schema;
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  const isBrief = columns > mostColumns;
  const references = tables.reduce((sum, table) => sum + table.references.length, 0);
  const counted = [count(tables.length, 'table'), count(columns, 'column'), count(references, 'reference')].join(', ');
  return [
    { kind: 'heading', level: 2, text: `${title ?? 'Schema'}: ${counted}` },
    drawEntities(schema, isBrief, cite),
    { kind: 'heading', level: 3, text: `${isBrief ? 'Tables (only keys are drawn)' : 'Tables'}${without(schema)}` },
    tableOfTables(schema, cite),
  ];
}

/** What is left out, in words. */
function without({ others }: Schema): string {
  const counted = [...others].map(([what, number]) => (number === 1 ? `1 ${what}` : `${number} ${what.replace(/^\w+/, '$&s')}`)); // prettier-ignore
  return counted.length === 0 ? '' : `, without ${counted.join(' and ')}`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function drawEntities({ tables, elsewhere }: Schema, isBrief: boolean, cite: Cite): Block {
  const idOf = createIds('table');
  const head = (name: string): string => {
    const id = idOf(name);
    return id === name ? id : `${id}[${inQuotes(name)}]`;
  };
  const draw = (table: Table): readonly string[] => {
    const keys = new Map(table.columns.map(({ name }) => [name, keysOf(name, table)]));
    const shown = isBrief ? table.columns.filter(({ name }) => keys.get(name) !== '') : table.columns;
    const opening = [`    ${comment(cite(table.line))}`];
    if (shown.length === 0) return [...opening, `    ${head(table.name)}`];
    return [
      ...opening,
      `    ${head(table.name)} {`,
      ...shown.map((column) => `        ${drawColumn(column, keys.get(column.name) ?? '')}`),
      '    }',
    ];
  };
  return {
    kind: 'diagram',
    lines: [
      'erDiagram',
      ...tables.flatMap(draw),
      ...[...elsewhere].flatMap(([name, line]) => [`    ${comment(cite(line))}`, `    ${head(name)}`]),
      ...tables.flatMap((table) =>
        table.references.flatMap((reference) => [
          `    ${comment(cite(reference.line))}`,
          `    ${idOf(reference.to)} ${relation(reference, table)} ${idOf(table.name)} : ${inQuotes(reference.columns.join(', '))}`, // prettier-ignore
        ]),
      ),
    ],
  };
}

/** Entities and their remarks take none of these, even in quotes. */
const inQuotes = (text: string): string =>
  quoted(text).replaceAll('%', '#37;').replaceAll('\\', '#92;').replaceAll('~', '#126;');

/** `PK, FK`; empty for columns that are no key. */
function keysOf(name: string, { primary, unique, references }: Table): string {
  const keys = [
    ...(primary.includes(name) ? ['PK'] : []),
    ...(references.some(({ columns }) => columns.includes(name)) ? ['FK'] : []),
    ...(unique.some((columns) => columns.length === 1 && columns[0] === name) ? ['UK'] : []),
  ];
  return keys.join(', ');
}

/** Mermaid takes plain words there; what they leave out is said in quotes. */
function drawColumn({ name, type, isRequired }: ColumnTold, keys: string): string {
  const [plainType, plainName] = [plainWord(type, 'untyped'), plainWord(name, 'column')];
  const remarks = [
    plainName === name ? '' : name,
    plainType === type || type === '' ? '' : type,
    isRequired && !keys.includes('PK') ? 'not null' : '',
  ].filter((remark) => remark !== '');
  const remark = remarks.length === 0 ? '' : inQuotes(remarks.join(', '));
  return [plainType, plainName, keys, remark].filter((word) => word !== '').join(' ');
}

function plainWord(text: string, otherwise: string): string {
  const plain = text.slice(0, 60).replaceAll(/[^A-Za-z0-9_()[\]]+/g, '_').replaceAll(/^_+(?=.)|_+$/g, ''); // prettier-ignore
  return /^[A-Za-z]/.test(plain) ? plain : plain === '' ? otherwise : `_${plain}`;
}

/** From what is referred to, to what refers: one or none, to many or one. */
function relation({ columns }: Reference, { columns: all, primary, unique }: Table): string {
  const isSame = (keys: readonly string[]): boolean => keys.length === columns.length && keys.every((key) => columns.includes(key)); // prettier-ignore
  const isRequired = columns.every((name) => primary.includes(name) || all.find((column) => column.name === name)?.isRequired === true); // prettier-ignore
  const isOnce = isSame(primary) || unique.some(isSame);
  return `${isRequired ? '||' : '|o'}--${isOnce ? 'o|' : 'o{'}`;
}

function tableOfTables({ tables }: Schema, cite: Cite): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Table' },
      { title: 'Columns', isFigure: true },
      { title: 'Primary key' },
      { title: 'Unique' },
      { title: 'References' },
    ],
    rows: tables.map(({ name, columns, primary, unique, references }) => [
      oneLine(name, 80),
      String(columns.length),
      oneLine(primary.join(', '), 100),
      oneLine(unique.map((keys) => keys.join(' + ')).join('; '), 100),
      oneLine(references.map((each) => `${each.to} (${each.columns.join(', ')})`).join('; '), 300),
    ]),
    from: `${cite(...tables.flatMap(({ line, columns, references }) => [line, ...columns.map((each) => each.line), ...references.map((each) => each.line)]))}; columns are counted`, // prettier-ignore
  };
}
