/** Cost data: where the money goes, what makes it cheaper, and what one user costs. */
import { emitBill } from './costs/emit.ts';
import { readBill } from './costs/read.ts';
import { currencyCodes } from '../quantities/units.ts';
import { delimiterRow, recordFormat } from './records.ts';
import { defineSource, usualMostBytes } from './source.ts';
import { readAmount } from './money.ts';

const costWords =
  /\b(?:costs?|spend|amount|price|billed|UnblendedCost|BlendedCost|AmortizedCost|Kosten|Betrag|montant|importe)\b|\(\$\)/i;
const headWords = /\b(?:costs?|spend|price|billed)\b/i;

/** Whether a table of Markdown has a column of costs. */
function hasCostColumn(head: string): boolean {
  const lines = head.split('\n');
  return lines.some((line, index) => delimiterRow.test(line) && headWords.test(lines[index - 1] ?? ''));
}

export const costs = defineSource({
  id: 'costs',
  title: 'Cost data',
  reads:
    'CSV, TSV, JSON or a Markdown table of items and their costs; exports of AWS Cost Explorer and of Google Cloud billing',
  makes: 'a pie with small slices folded, a table of savings whose rows add up, and the cost per user',
  files: ['*.csv', '*.tsv', '*.json', '*.jsonl', '*.md'],
  mostBytes: usualMostBytes,
  options: [
    {
      name: 'currency',
      label: 'Currency of the amounts, such as USD',
      otherwise: 'what the text says; it must say one',
      problemOf: (value) =>
        currencyCodes.has(value.toUpperCase()) ? undefined : `write one of ${[...currencyCodes].join(', ')}`,
    },
    {
      name: 'users',
      label: 'How many users it serves, such as 1480000, for the cost per user',
      otherwise: 'what a row named “users” says',
      isAsked: true,
      problemOf: (value) => ((readAmount(value)?.value ?? 0) > 0 ? undefined : 'write a number above 0'),
    },
  ],
  detect({ head, name }) {
    if (/"ResultsByTime"\s*:/.test(head)) return 0.95;
    const format = recordFormat(head);
    if (format === undefined || format === 'yaml') return 0;
    // Bills of Google Cloud begin with the invoice.
    const top = head.trimStart().split('\n', 15).join('\n');
    if (/"service"\s*:\s*\{[^{}]*"description"/.test(head) || /Total costs? ?\(\$\)|Service description,/.test(top)) return 0.9; // prettier-ignore
    const hasMoney = /[$€£]\s?(?:\d|[KM]\b|[/)])|\b(?:USD|EUR|GBP)\b/.test(head);
    if (format === 'delimited') return costWords.test(top) ? 0.8 : hasMoney ? 0.4 : 0.1;
    if (format === 'markdown') return hasMoney ? (hasCostColumn(head) ? 0.6 : 0.3) : 0;
    return /"(?:\w*[cC]ost\w*|amount|spend|price)"\s*:/.test(head) ? 0.6 : /cost|bill/i.test(name) ? 0.3 : 0;
  },
  parse: readBill,
  emit: emitBill,
});
