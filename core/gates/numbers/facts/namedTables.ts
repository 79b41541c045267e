/** Reads the amounts of a table: its row names the thing, its column what of the thing. */
import type { TableBlock, TableCell } from '../../../document/model.ts';
import { readQuantity } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { NamedEntry } from './namedEntries.ts';
import { countedIn, readLine } from './namedLines.ts';
import { placeQuantity } from './passages.ts';

const yearCell = /^\W*(?:(?:19[89]|20[0-4])\d)(?:\s?[-–]\s?(?:\d{2,4}|present))?\W*$/i;

export function readNamedCells(source: string, { header, rows }: TableBlock): readonly NamedEntry[] {
  const plain = ({ span }: TableCell): string => blankMarkup(source.slice(span.start, span.end));
  const columns = header.cells.map((cell) => plain(cell).trim());
  return rows.flatMap(({ cells }) => {
    const texts = cells.map(plain);
    const row = texts[0]?.trim() ?? '';
    const year = texts.find((text) => yearCell.test(text))?.trim();
    return cells.flatMap(({ span }, index): readonly NamedEntry[] => {
      const [text = '', column = ''] = [texts[index], columns[index]];
      if (index === 0 || column === '' || row === '' || yearCell.test(text)) return [];
      const whole = readQuantity(text);
      const line = whole?.sign === undefined && whole !== undefined ? { quantity: whole, counted: countedIn(text, whole), rest: text.slice(whole.span.end), name: '' } : readLine(text); // prettier-ignore
      if (line?.name !== '') return [];
      const quantity = placeQuantity(line.quantity, span);
      // A row of a year tells when, and not of what.
      const named = year === undefined ? { names: [row, column], under: [] } : { names: [column], under: [year] };
      return [{ ...named, counted: line.counted, rest: line.rest, notes: '', quantity }];
    });
  });
}
