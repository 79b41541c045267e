/** The command *Copy Data Behind Diagram…*: the figures of the chart at the cursor, as a table for Markdown or as CSV. */
import * as vscode from 'vscode';
import { toCsv } from '../../core/diagramData/csv.ts';
import { dataOf } from '../../core/diagramData/read.ts';
import type { DataTable } from '../../core/diagramData/read.ts';
import { writeTable } from '../../core/sources/blocks.ts';
import type { CheckedDocuments } from '../documents.ts';
import { diagramsAt } from '../offers.ts';

/** `format` is `markdown` or `csv`; whoever says neither is asked. */
export async function copyData(documents: CheckedDocuments, format: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const never = new vscode.CancellationTokenSource();
  try {
    const checked = await documents.upToDate(document, never.token, 'wanted');
    if (checked?.version !== document.version) return;
    const here = diagramsAt(document, checked, selection);
    const charts = (here.length > 0 ? here : checked.diagrams).flatMap(({ text, type }) => dataOf(text, type) ?? []);
    const [table] = charts;
    if (table === undefined || (here.length === 0 && charts.length > 1)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor into a pie, Gantt chart, XY chart or sankey diagram: these have data to copy.'),
      );
      return;
    }
    const written = await writeAs(table, format);
    if (written === undefined) return;
    await vscode.env.clipboard.writeText(written);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0} rows', table.rows.length), 4000);
  } finally {
    never.dispose();
  }
}

async function writeAs(table: DataTable, format: unknown): Promise<string | undefined> {
  const markdown = {
    label: vscode.l10n.t('Markdown table'),
    write: () => `${writeTable(table.columns, table.rows)}\n`,
  };
  const csv = { label: vscode.l10n.t('CSV'), write: () => toCsv(table) };
  if (format === 'markdown') return markdown.write();
  if (format === 'csv') return csv.write();
  const title = vscode.l10n.t('Copy {0} rows as', table.rows.length);
  return (await vscode.window.showQuickPick([markdown, csv], { title }))?.write();
}
