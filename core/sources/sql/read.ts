/** Reads the tables of a schema from CREATE TABLE, ALTER TABLE and CREATE UNIQUE INDEX; views and partitions are counted, other statements are passed over. */
import type { OptionValues, Read, SourceInput } from '../source.ts';
import type { Schema, Table } from './model.ts';
import { Statement, StatementProblem } from './statement.ts';
import { TableBuilder } from './table.ts';
import { readTokens } from './tokens.ts';
import type { Token } from './tokens.ts';

const mostTables = 100;

export function readSql({ text }: SourceInput, options: OptionValues): Read<Schema> {
  const tokens = readTokens(text);
  if ('problem' in tokens) return tokens;
  const tables = new Map<string, TableBuilder>();
  const others = new Map<string, number>();
  try {
    for (const statement of statementsOf(tokens)) readStatement(new Statement(statement), tables, others);
  } catch (thrown) {
    // What is wrong is found deep inside a statement; the exception is its own, and carries the line.
    if (thrown instanceof StatementProblem) return { problem: thrown.message, line: thrown.line };
    throw thrown;
  }
  const all = [...tables.values()].map((table) => table.finish());
  if (all.length === 0) return { problem: 'there is no CREATE TABLE with columns in it', line: tokens[0]?.line };
  return choose(all, others, options['tables']);
}

function choose(all: readonly Table[], others: Schema['others'], wanted: string | undefined): Read<Schema> {
  const names = wanted?.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== ''); // prettier-ignore
  const unknown = names?.find((name) => !all.some((table) => isCalled(table, name)));
  if (unknown !== undefined) return { problem: `there is no table ${unknown} in it`, line: undefined };
  const tables = names === undefined ? all : all.filter((table) => names.some((name) => isCalled(table, name)));
  if (tables.length > mostTables) {
    return { problem: `it has ${tables.length} tables, and at most ${mostTables} can be read as one diagram: choose some with the option tables`, line: undefined }; // prettier-ignore
  }
  const byName = new Map(all.map((table) => [table.name.toLowerCase(), table]));
  const elsewhere = new Map<string, number>();
  const resolved = tables.map((table): Table => {
    const references = table.references.map((reference) => {
      // A name without its schema means the table of its own schema, or the only one of that name.
      const own = table.name.includes('.') ? `${table.name.slice(0, table.name.lastIndexOf('.'))}.${reference.to}` : reference.to; // prettier-ignore
      const known = byName.get(reference.to.toLowerCase()) ?? byName.get(own.toLowerCase()) ?? onlyOne(all, reference.to); // prettier-ignore
      const to = known?.name ?? reference.to;
      if (!tables.some(({ name }) => name === to) && !elsewhere.has(to)) elsewhere.set(to, reference.line);
      return { ...reference, to };
    });
    return { ...table, references };
  });
  return { model: { tables: resolved, elsewhere, others } };
}

const isCalled = ({ name }: Table, wanted: string): boolean =>
  name.toLowerCase() === wanted || name.toLowerCase().endsWith(`.${wanted}`);

function onlyOne(all: readonly Table[], name: string): Table | undefined {
  const bare = name.toLowerCase().replace(/^public\.|^dbo\./, '');
  const found = all.filter((table) => isCalled(table, bare));
  return found.length === 1 ? found[0] : undefined;
}

function* statementsOf(tokens: readonly Token[]): Generator<readonly Token[], void, undefined> {
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'sign' || token.text !== ';') continue;
    yield tokens.slice(start, index);
    start = index + 1;
  }
  yield tokens.slice(start);
}

function readStatement(statement: Statement, tables: Map<string, TableBuilder>, others: Map<string, number>): void {
  if (statement.take('create')) {
    while (statement.takeAny('global', 'local', 'temporary', 'temp', 'unlogged', 'or', 'replace', 'external', 'recursive', 'materialized')) continue; // prettier-ignore
    if (statement.take('table')) {
      const other = readTable(statement, tables);
      if (other !== undefined) others.set(other, (others.get(other) ?? 0) + 1);
    } else if (statement.isAt('view')) others.set('view', (others.get('view') ?? 0) + 1);
    else if (statement.take('unique')) readIndex(statement, tables);
  } else if (statement.take('alter') && statement.take('table')) readAlter(statement, tables);
}

/** What it is instead, where nobody wrote its columns here. */
function readTable(statement: Statement, tables: Map<string, TableBuilder>): string | undefined {
  if (statement.take('if')) statement.skip(2);
  const { name, line } = statement.readName();
  if (statement.isAt('partition')) return 'partition';
  if (!statement.isAt('(')) return 'table made of a query';
  const key = name.toLowerCase();
  if (tables.has(key)) throw new StatementProblem(`the table ${name} is created twice`, line);
  const table = new TableBuilder(name, line);
  for (const item of statement.readList()) table.readItem(item);
  tables.set(key, table);
  return undefined;
}

function readIndex(statement: Statement, tables: Map<string, TableBuilder>): void {
  if (!statement.skipPast('on')) return;
  statement.take('only');
  const { name } = statement.readName();
  if (statement.take('using')) statement.skip(1);
  if (!statement.isAt('(')) return;
  const columns = statement.readList();
  // Unique only where a condition holds is not unique.
  if (statement.skipPast('where')) return;
  tables.get(name.toLowerCase())?.addUnique(columns.map((column) => column.readColumn()));
}

function readAlter(statement: Statement, tables: Map<string, TableBuilder>): void {
  if (statement.take('if')) statement.skip(1);
  statement.take('only');
  const { name } = statement.readName();
  const table = tables.get(name.toLowerCase());
  if (table === undefined) return;
  for (const action of statement.splitRest()) {
    // SQL Server says first whether rows that are there must hold to it.
    if (action.take('with')) action.skip(1);
    if (!action.take('add')) continue;
    action.take('column');
    if (action.take('if')) action.skip(2);
    table.readItem(action);
  }
}
