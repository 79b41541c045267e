/** A column of changes from row to row: "2014 | 100K | -", "2016 | 1M | 10x". */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { isChange } from './changes.ts';
import { relateChange } from './growth.ts';
import type { Item } from './item.ts';
import type { Relation } from './relation.ts';
import { readTables } from './tables.ts';
import type { ReadTable } from './tables.ts';

const growthHeader = /\b(?:growth|change|increase|yoy|mom|vs\.? previous)\b/i;
/** Where this many rows come out, and three in five of them, the column means the row before. */
const fewestHolding = 3;
const leastHolding = 0.6;
const mostColumns = 12;

export function changesFromRowToRow(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap((table) =>
    table.header.slice(0, mostColumns).flatMap(({ words }, column) => {
      if (column === 0 || !growthHeader.test(words)) return [];
      const found = table.header
        .slice(1, mostColumns)
        .map((_, index) => relationsOf(model.text, table, index + 1, column));
      return found.find(isMeant) ?? [];
    }),
  );
}

function isMeant(relations: readonly Relation[]): boolean {
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return holding >= fewestHolding && holding >= leastHolding * relations.length;
}

/** The changes of `column` as changes of the amounts in `measured`. */
function relationsOf(text: string, { rows }: ReadTable, measured: number, column: number): readonly Relation[] {
  if (measured === column) return [];
  return rows.flatMap((row, index) => {
    const [from, to] = [onlyAmount(rows[index - 1]?.[measured]), onlyAmount(row[measured])];
    const label = onlyAmount(row[column]);
    if (from === undefined || to === undefined || label === undefined || !isChange(label)) return [];
    return relateChange({ text, from, to, label, isLoose: false }) ?? [];
  });
}

function onlyAmount(item: Item | undefined): Quantity | undefined {
  const [amount, other] = item?.amounts ?? [];
  return other === undefined ? amount : undefined;
}
