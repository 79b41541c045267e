/** Amounts with a decimal comma, `1.234,56 €`: in a column that has one, all are written so. */
import type { Records } from '../records/model.ts';

const around = String.raw`[\s\p{Sc}A-Z]*`;
/** A comma with one or two digits behind it divides no thousands. */
const comma = new RegExp(String.raw`^${around}[-+]?${around}\d{1,3}(?:(?:[.\s’']\d{3})*|\d*),\d{1,2}${around}$`, 'u');
/** What may stand beside it: without a comma the points divide thousands. */
const whole = new RegExp(String.raw`^${around}[-+]?${around}(?:\d{1,3}(?:[.\s’']\d{3})+|\d+)${around}$`, 'u');

/** The same records with decimal points where a column has decimal commas, and is not written in both ways. */
export function withPoints(records: Records): Records {
  const columns = records.columns.filter((column) => {
    const cells = records.rows.map(({ fields }) => fields.get(column)?.trim() ?? '').filter((cell) => /\d/.test(cell));
    return cells.some((cell) => comma.test(cell)) && cells.every((cell) => comma.test(cell) || whole.test(cell));
  });
  if (columns.length === 0) return records;
  return {
    ...records,
    rows: records.rows.map((row) => {
      const fields = new Map(row.fields);
      for (const column of columns) {
        const cell = fields.get(column);
        if (cell !== undefined)
          fields.set(column, cell.replaceAll(/(?<=\d)[.\s’'](?=\d{3})/g, '').replace(/,(?=\d)/, '.'));
      }
      return { ...row, fields };
    }),
  };
}
