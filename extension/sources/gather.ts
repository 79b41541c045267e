/** Finds the text a diagram is to be made from: the selection, the open file, the clipboard, or a file somebody chooses. */
import * as vscode from 'vscode';
import { problemOfSize } from '../../core/sources/convert.ts';
import { decodeSource } from '../../core/sources/decode.ts';
import type { StrictDecode } from '../../core/sources/decode.ts';
import type { SourceInput } from '../../core/sources/source.ts';
import type { Origin, SourceArgument } from './argument.ts';
import { withPatience } from './progress.ts';

export interface Gathered extends SourceInput {
  /** Where its lines can be shown; undefined for the clipboard. */
  readonly uri: vscode.Uri | undefined;
}

export interface Refused {
  readonly name: string;
  readonly uri: vscode.Uri | undefined;
  readonly refused: string;
  /** 1-based; undefined where no one line is to blame. */
  readonly line: number | undefined;
}

/** Undefined when the author thinks better of it. `most` is what the kind that reads most can read. */
export async function gather(argument: SourceArgument, most: number): Promise<Gathered | Refused | undefined> {
  const editor = vscode.window.activeTextEditor;
  const origin = argument.from ?? (await askOrigin(editor));
  switch (origin) {
    case undefined:
      return undefined;
    case 'selection':
      return editor && ofDocument(editor.document, editor.selection);
    case 'document':
      return editor && ofDocument(editor.document, undefined);
    case 'clipboard': {
      const text = await vscode.env.clipboard.readText();
      return checked({ text, name: 'clipboard', firstLine: 1, uri: undefined }, text.length, most);
    }
    case 'file':
      return ofFile(argument.uri ?? (await askFile()), most);
  }
}

/** A selection needs no question; neither is the clipboard asked about where there is nothing else to take. */
async function askOrigin(editor: vscode.TextEditor | undefined): Promise<Origin | undefined> {
  if (editor !== undefined && !editor.selection.isEmpty) return 'selection';
  const items: (vscode.QuickPickItem & { readonly origin: Origin })[] = [
    { label: vscode.l10n.t('Choose a file…'), iconPath: new vscode.ThemeIcon('folder-opened'), origin: 'file' },
    { label: vscode.l10n.t('Use the clipboard'), iconPath: new vscode.ThemeIcon('clippy'), origin: 'clipboard' },
  ];
  if (editor !== undefined && editor.document.getText().trim() !== '') {
    const label = vscode.l10n.t('Use {0}', nameOf(editor.document.uri));
    items.unshift({ label, iconPath: new vscode.ThemeIcon('file'), origin: 'document' });
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Create Diagram from Source'),
    placeHolder: vscode.l10n.t('Where is the data? (Select text first to use only that)'),
  });
  return chosen?.origin;
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ openLabel: vscode.l10n.t('Create Diagram') })) ?? [];
  return uri;
}

function ofDocument(document: vscode.TextDocument, selection: vscode.Selection | undefined): Gathered {
  const range = selection === undefined || selection.isEmpty ? undefined : selection;
  return {
    text: document.getText(range),
    name: document.isUntitled ? 'selection' : nameOf(document.uri),
    firstLine: (range?.start.line ?? 0) + 1,
    uri: document.uri,
  };
}

async function ofFile(uri: vscode.Uri | undefined, most: number): Promise<Gathered | Refused | undefined> {
  if (uri === undefined) return undefined;
  const name = nameOf(uri);
  const title = vscode.l10n.t('Reading {0}', name);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    const refused = problemOfSize(size, most);
    if (refused !== undefined) return { name, uri, refused, line: undefined };
    const bytes = await withPatience(title, async () => vscode.workspace.fs.readFile(uri));
    if (bytes === undefined) return undefined;
    const decoded = decodeSource(bytes, decode);
    return 'problem' in decoded
      ? { name, uri, refused: decoded.problem, line: decoded.line }
      : { text: decoded.text, name, firstLine: 1, uri };
  } catch (problem) {
    return { name, uri, refused: problem instanceof Error ? problem.message : String(problem), line: undefined };
  }
}

function checked(input: Gathered, size: number, most: number): Gathered | Refused {
  const refused = problemOfSize(size, most);
  return refused === undefined ? input : { name: input.name, uri: input.uri, refused, line: undefined };
}

const decode: StrictDecode = (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes);

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
