/** The text of a file that is not open, with the places that diagnostics and edits need. */
import * as vscode from 'vscode';
import { LineTable } from '../../core/document/lines.ts';
import type { PlacedText } from '../diagnostics.ts';

/** Larger files are not read: nobody writes such pages. In bytes. */
const mostBytes = 5_000_000;

export class ClosedText implements PlacedText {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly #lines: LineTable;

  constructor(uri: vscode.Uri, text: string) {
    this.uri = uri;
    this.text = text;
    this.#lines = new LineTable(text);
  }

  /** Undefined where the file is gone, too large, or no text in UTF-8. */
  static async read(uri: vscode.Uri): Promise<ClosedText | undefined> {
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > mostBytes) return undefined;
      const bytes = await vscode.workspace.fs.readFile(uri);
      return new ClosedText(uri, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      // A file may go at any time, and what is no text has no diagrams.
      return undefined;
    }
  }

  positionAt(offset: number): vscode.Position {
    const { line, character } = this.#lines.positionAt(offset);
    return new vscode.Position(line, character);
  }

  lineAt(line: number): { readonly range: vscode.Range } {
    const { start, end } = this.#lines.span(line);
    return { range: new vscode.Range(this.positionAt(start), this.positionAt(end)) };
  }
}
