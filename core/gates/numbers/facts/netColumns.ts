/** Tables whose last column is what is left of the first: "Net savings = before - after - migration", row by row. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { Item } from './item.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue, writeAmount } from './report.ts';
import { readTables } from './tables.ts';
import type { ReadTable } from './tables.ts';

const left = /\b(?:net|remaining|remainder|left over|balance)\b/i;
/** So many rows have to come out before another is wrong. */
const fewestHolding = 3;

export function netColumns(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap((table) => relateTable(model.text, table));
}

function relateTable(text: string, { header, rows }: ReadTable): readonly Relation[] {
  const column = header.length - 1;
  // With one column taken away the formula of two columns says it.
  if (column < 4 || !left.test(header[column]?.words ?? '')) return [];
  const relations = rows.flatMap((row) => relateRow(text, row, header));
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return holding >= fewestHolding && holding > relations.length / 2 ? relations : [];
}

function relateRow(text: string, row: readonly Item[], header: readonly Item[]): readonly Relation[] {
  const cells = row.slice(1).map(onlyMoney);
  const figures = cells.filter((cell) => cell !== undefined);
  const [whole, ...others] = figures;
  const claim = others.pop();
  if (whole === undefined || claim === undefined || figures.length < header.length - 1) return [];
  if (figures.some(({ unit }) => unit.name !== claim.unit.name)) return [];
  const value = others.reduce((rest, { value: taken }) => rest - taken, whole.value);
  const tolerance = figures.reduce((sum, { precision }) => sum + precision, 0);
  const relation = { claim, parts: [whole, ...others] };
  if (Math.abs(value - claim.value) <= tolerance * 1.0001) return [{ ...relation, contradiction: undefined }];
  const said = writeAmount(text, claim, value);
  const names = header.slice(1, -1).map(({ words }) => words);
  return [
    {
      ...relation,
      contradiction: {
        message: `In the other rows ${names.join(' - ')} is ${header.at(-1)?.words ?? ''}: here that is ${said}, the table says ${quote(text, claim)}. Correct whichever is wrong.`,
        span: claim.span,
        fixes: [replaceValue(text, `Replace it with ${said}`, claim, value)],
        related: [whole, ...others].map(({ span }) => ({ span, message: 'One of the amounts it follows from' })),
      },
    },
  ];
}

function onlyMoney({ amounts }: Item): Quantity | undefined {
  const [amount, other] = amounts;
  const isPlain =
    amount?.unit.dimension === 'currency' && amount.value === amount.high && !amount.atMost && !amount.atLeast;
  return isPlain && other === undefined ? amount : undefined;
}
