/** The text of a file that is not open, with the places that diagnostics and edits need. */
import * as vscode from 'vscode';
import { LineTable } from '../../core/document/lines.ts';
import type { PlacedText } from '../diagnostics.ts';

/** Larger files are no documents, as on the command line. In bytes. */
const mostBytes = 64_000_000;
/** A text has no zero byte; a binary file has one among its first. */
const probedBytes = 8_000;

export class ClosedText implements PlacedText {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly #lines: LineTable;

  constructor(uri: vscode.Uri, text: string) {
    this.uri = uri;
    this.text = text;
    this.#lines = new LineTable(text);
  }

  /** Undefined where the file has gone; a text says why it is not read. */
  static async read(uri: vscode.Uri): Promise<ClosedText | string | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > mostBytes) return vscode.l10n.t('the file has {0} bytes, more than {1}', size, mostBytes);
      const text = decode(await vscode.workspace.fs.readFile(uri));
      return text === undefined ? vscode.l10n.t('this is a binary file, not a text') : new ClosedText(uri, text);
    } catch (problem) {
      if (problem instanceof vscode.FileSystemError && problem.code === 'FileNotFound') return undefined;
      return problem instanceof Error ? problem.message : String(problem);
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

/** As the command line does: UTF-8, or UTF-16 with a byte order mark. */
function decode(bytes: Uint8Array): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  return bytes.subarray(0, probedBytes).includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
}

/** What the editor has counts, saved or not; undefined for a file that cannot be read. */
export async function textOf(uri: vscode.Uri): Promise<ClosedText | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return new ClosedText(uri, open.getText());
  const file = await ClosedText.read(uri);
  return typeof file === 'string' ? undefined : file;
}
