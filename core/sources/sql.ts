/** SQL: the tables of a schema as an entity relationship diagram. */
import { defineSource } from './source.ts';
import { emitSql } from './sql/emit.ts';
import { readSql } from './sql/read.ts';

export const sql = defineSource({
  id: 'sql',
  title: 'SQL schema',
  reads:
    'CREATE TABLE, ALTER TABLE and CREATE UNIQUE INDEX of PostgreSQL, MySQL and SQLite, as files and dumps have them',
  makes: 'an entity relationship diagram with types, keys and relations, and a table of the tables',
  files: ['*.sql', '*.ddl'],
  // Dumps carry data; it is passed over, but must be read.
  mostBytes: 16_000_000,
  options: [
    {
      name: 'tables',
      label: 'The tables to draw, such as orders, order_lines',
      otherwise: 'all of them',
      problemOf: (value) => (value.trim() === '' ? 'write names of tables, with commas between them' : undefined),
    },
  ],
  detect({ head }) {
    const isCreating =
      /^\s*create\s+(?:(?:global|local|temporary|temp|unlogged)\s+)*table\s+(?:if\s+not\s+exists\s+)?[\w"`[.\]]+\s*\(/im;
    return isCreating.test(head) ? 0.95 : 0;
  },
  parse: readSql,
  emit: emitSql,
});
