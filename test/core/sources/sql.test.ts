import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertHolds, hostileName } from '../../support/hostileNames.ts';
import { assertGreen, made, madeFrom, problemIn } from '../../support/madePages.ts';

const title = 'Nordlicht data';

describe('SQL schemas', function () {
  this.timeout(60_000);

  for (const file of ['shop-postgres.sql', 'fleet-mysql.sql', 'notes-sqlite.sql', 'berths-dump.sql']) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('sql', `sql/${file}`, { title }));
    });
  }

  it('become entities with types, keys and relations, across schemas: PostgreSQL', async () => {
    const page = await madeFrom('sql', 'sql/shop-postgres.sql', { title });
    for (const part of [
      '## Nordlicht data: 4 tables, 16 columns, 5 references\n\n```mermaid\nerDiagram\n    %% shop-postgres.sql:5\n    shop_customers["shop.customers"] {\n        bigint id PK\n        character_varying(254) email UK "character varying(254), not null"\n        text full_name "full name"\n',
      '        bigint customer_id FK "not null"\n        shop_order_state state "shop.order_state"\n        numeric(12_2) total "numeric(12,2), not null"\n        text[] tags\n',
      '    %% shop-postgres.sql:41\n    staff_people["staff.people"]\n',
      '    %% shop-postgres.sql:14\n    shop_customers ||--o{ shop_orders : "customer_id"\n',
      '    %% shop-postgres.sql:41\n    staff_people |o--o{ shop_orders : "approved_by"\n',
      '    %% shop-postgres.sql:31\n    shop_orders ||--o| shop_invoices : "order_id"\n',
      '| shop.order_lines | 4 | order_id, position | | shop.orders (order_id); catalogue.articles (article_id) |\n',
      '| shop.invoices | 2 | order_id | number | shop.orders (order_id) |\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    assert(!page.includes('no {'), 'what stands in a function is no table');
  });

  it('become entities with types, keys and relations: MySQL and SQLite', async () => {
    const mysql = await madeFrom('sql', 'sql/fleet-mysql.sql', { title });
    assert(
      mysql.includes('        int_unsigned id PK "int unsigned"\n        varchar(80) name UK "not null"\n'),
      mysql,
    );
    assert(mysql.includes('        enum fuel "not null"\n'), mysql);
    assert(mysql.includes('    tours |o--o{ tours : "van_id, previous_day"\n'), mysql);
    const sqlite = await madeFrom('sql', 'sql/notes-sqlite.sql', { title });
    assert(sqlite.includes('        untyped body\n        text written_at\n        integer author FK\n'), sqlite);
    assert(sqlite.includes('    authors |o--o{ notes : "author"\n'), sqlite);
  });

  it('lose no table to the rows of a dump and the commands of psql; what is no table of its own is counted', async () => {
    const page = await madeFrom('sql', 'sql/berths-dump.sql', { title });
    for (const part of [
      '## Nordlicht data: 3 tables, 10 columns, 2 references\n',
      '    %% berths-dump.sql:7\n    public_ships["public.ships"] {\n        integer imo PK\n',
      '    %% berths-dump.sql:33\n    public_invoices["public.invoices"] {\n        integer number PK\n',
      '    public_calls ||--o{ public_invoices : "port_id, call_number"\n',
      '### Tables, without 1 partition and 1 view\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    assert.equal(await problemIn('sql', 'CREATE TABLE a (b int);\nCOPY a (b) FROM stdin;\n1\n'), '2: the rows of this COPY do not end with \\.'); // prettier-ignore
  });

  it('are read from a script of SQL Server, whose batches end with GO', async () => {
    const script = `USE [Berths]
GO
CREATE TABLE [dbo].[Ship](
	[Imo] [int] IDENTITY(1,1) NOT NULL,
 CONSTRAINT [PK_Ship] PRIMARY KEY CLUSTERED ([Imo] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
CREATE TABLE [dbo].[Call]([Id] [int] NOT NULL PRIMARY KEY, [Ship] [int] NULL)
GO
ALTER TABLE [dbo].[Call] WITH CHECK ADD CONSTRAINT [FK_Call] FOREIGN KEY([Ship]) REFERENCES [dbo].[Ship] ([Imo])
go
`;
    const page = await made('sql', script, 'x.sql');
    assert(page.startsWith('## X: 2 tables, 3 columns, 1 reference\n'), page);
    assert(page.includes('    dbo_Ship |o--o{ dbo_Call : "Ship"\n'), page);
  });

  it('keep a key of which only the first signs count, and none of an expression', async () => {
    const page = await made('sql', 'CREATE TABLE t (`a` text, b text, UNIQUE KEY `u` (`a`(20)), UNIQUE (lower(b)));', 't.sql'); // prettier-ignore
    assert(page.includes('        text a UK\n        text b\n'), page);
    assert(page.includes('| t | 2 | | a | |\n'), page);
  });

  it('are drawn in part where somebody asks for it', async () => {
    const page = await madeFrom('sql', 'sql/shop-postgres.sql', { title, tables: 'Orders, order_lines' });
    assert(page.startsWith('## Nordlicht data: 2 tables, 10 columns, 4 references\n'), page);
    assert(page.includes('    shop_customers["shop.customers"]\n'));
  });

  it('show only keys where there are many columns', async () => {
    const wide = Array.from({ length: 201 }, (_, index) => `c${index} int`).join(', ');
    const page = await made('sql', `CREATE TABLE t (id int PRIMARY KEY, ${wide});`, 't.sql');
    assert(page.includes('    t {\n        int id PK\n    }\n'), page);
    assert(page.includes('### Tables (only keys are drawn)\n'));
  });

  it('name the line of what is wrong', async () => {
    assert.equal(await problemIn('sql', 'CREATE TABLE a (\n  b text DEFAULT \'x\n);'), "2: a quotation opens here with ' and does not end"); // prettier-ignore
    assert.equal(await problemIn('sql', 'CREATE TABLE a\n(b int;'), '2: a bracket opens here and does not close');
    assert.equal(await problemIn('sql', 'CREATE TABLE a (b int,\n b int);'), '2: the column b is given twice');
    assert.equal(await problemIn('sql', 'CREATE TABLE a (b int);\nCREATE TABLE A (c int);'), '2: the table A is created twice'); // prettier-ignore
    assert.equal(await problemIn('sql', 'CREATE TABLE a (b int,\nFOREIGN KEY (b));'), '2: a foreign key does not say what it references'); // prettier-ignore
    assert.equal(await problemIn('sql', 'CREATE TABLE (b int);'), '1: the name of a table is missing here');
    assert.equal(await problemIn('sql', '\n/* open'), '2: a comment opens here and does not end');
    assert.equal(await problemIn('sql', '\nSELECT 1;'), '2: there is no CREATE TABLE with columns in it');
    assert.equal(await problemIn('sql', 'CREATE TABLE a (b int);', { tables: 'c' }), '-: there is no table c in it');
  });

  it('show any names as words: every diagram renders, and the page is made of the same parts', async () => {
    const names = fc.record({ table: hostileName, other: hostileName, column: hostileName, type: hostileName });
    const inQuotes = (name: string): string => `"${name.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(names, async ({ table, other, column, type }) => {
        const [one, two] = [inQuotes(`${table}1`), inQuotes(`${other}2`)];
        const text =
          `CREATE TABLE ${one} (${inQuotes(column)} ${inQuotes(type)} PRIMARY KEY, x int REFERENCES ${two});\n` +
          `CREATE TABLE ${two} (${inQuotes(column)} int UNIQUE, y int REFERENCES ${inQuotes(`${table}3`)});\n`;
        const page = await made('sql', text, 'x.sql', { title: 'Nordlicht' });
        await assertHolds(page, ['heading', 'diagram', 'heading', 'table', 'comment']);
      }),
      { numRuns: 150 },
    );
  });
});
