/** Collects what statements say of one table: columns, keys, references. */
import type { ColumnTold, Reference, Table } from './model.ts';
import { StatementProblem } from './statement.ts';
import type { Statement } from './statement.ts';

/** What ends the type of a column. */
const typeEnds = 'not null default primary unique references check constraint collate generated as auto_increment autoincrement comment on key identity character charset storage compression virtual stored invisible visible first after'.split(' '); // prettier-ignore
const constraintWords = ['primary', 'unique', 'foreign', 'check', 'exclude', 'index', 'key', 'fulltext', 'spatial', 'like', 'period']; // prettier-ignore

export class TableBuilder {
  readonly #name: string;
  readonly #line: number;
  readonly #columns: ColumnTold[] = [];
  readonly #primary: string[] = [];
  readonly #unique: (readonly string[])[] = [];
  readonly #references: Reference[] = [];

  constructor(name: string, line: number) {
    this.#name = name;
    this.#line = line;
  }

  addUnique(columns: readonly string[]): void {
    if (columns.length > 0 && !columns.includes('')) this.#unique.push(columns);
  }

  /** A column or a constraint, as it stands in CREATE TABLE or behind ADD. */
  readItem(item: Statement): void {
    if (item.take('constraint') && !constraintWords.some((word) => item.isAt(word))) item.skip(1);
    const word = constraintWords.find((each) => item.isAt(each));
    if (word === undefined) this.#readColumn(item);
    else this.#readConstraint(item, word);
  }

  #readConstraint(item: Statement, word: string): void {
    const line = item.line;
    item.skip(1);
    if (word === 'foreign') {
      item.take('key');
      while (!item.isDone && !item.isAt('(')) item.skip(1);
      const columns = item.readList().map((column) => column.readColumn());
      if (!item.take('references')) throw new StatementProblem('a foreign key does not say what it references', line);
      this.#references.push({ columns, to: item.readName().name, line: line ?? this.#line });
    } else if (word === 'primary' || word === 'unique') {
      while (!item.isDone && !item.isAt('(')) item.skip(1);
      if (item.isDone) return;
      const columns = item.readList().map((column) => column.readColumn());
      if (word === 'unique') this.addUnique(columns);
      else this.#primary.push(...columns);
    }
  }

  #readColumn(item: Statement): void {
    const token = item.next();
    if (token === undefined || token.kind === 'sign' || token.kind === 'text') throw new StatementProblem('a column or constraint was expected here', token?.line ?? item.line); // prettier-ignore
    const { text: name, line } = token;
    if (this.#columns.some((column) => column.name === name)) throw new StatementProblem(`the column ${name} is given twice`, line); // prettier-ignore
    const type = readType(item);
    let isRequired = false;
    while (!item.isDone) {
      if (item.take('not')) isRequired = item.take('null') || isRequired;
      else if (item.take('primary')) this.#primary.push(name);
      else if (item.take('unique')) this.addUnique([name]);
      else if (item.take('references')) this.#references.push({ columns: [name], to: item.readName().name, line });
      else if (item.isAt('(')) item.readList();
      else item.skip(1);
    }
    this.#columns.push({ name, type, isRequired, line });
  }

  finish(): Table {
    return {
      name: this.#name,
      line: this.#line,
      columns: this.#columns,
      primary: this.#primary,
      unique: this.#unique,
      references: this.#references,
    };
  }
}

/** `numeric(10,2)`, `timestamp with time zone`, `text[]`; the values of an enumeration are left out. */
function readType(item: Statement): string {
  let type = '';
  // `character varying` is a type, `text character set utf8` has one.
  const isEnd = (): boolean => typeEnds.some((word) => item.isAt(word)) && !(type === '' && item.isAt('character'));
  while (!item.isDone && !isEnd()) {
    if (item.isAt('(')) {
      const inside = item.readList().map((part) => part.next());
      const isSizes = inside.every((token) => token?.kind === 'word');
      type += isSizes ? `(${inside.map((token) => token?.text ?? '').join(',')})` : '';
      continue;
    }
    const token = item.next();
    if (token === undefined || token.kind === 'text') break;
    const isJoined = token.kind === 'sign' || type === '' || /[.[:]$/.test(type);
    type += isJoined ? token.text : ` ${token.text}`;
  }
  return type;
}
