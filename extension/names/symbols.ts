/** The outline of a Mermaid file. In Markdown the outline belongs to the headings, and a diagram is found by its own. */
import * as vscode from 'vscode';
import { createSpanMapper } from '../../core/document/edits.ts';
import type { Span } from '../../core/model.ts';
import { treeOf } from '../../core/names/tree.ts';
import type { TreeEntry } from '../../core/names/tree.ts';
import { rangeOf } from '../diagnostics.ts';
import type { CheckedDocuments } from '../documents.ts';

const selector: vscode.DocumentSelector = ['mermaid', { pattern: '**/*.{mmd,mermaid}' }];

export function registerSymbols(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document, cancel) {
      const checked = await documents.upToDate(document, cancel, 'wanted');
      if (checked?.version !== document.version || checked.kind !== 'mermaid') return undefined;
      return checked.diagrams.flatMap((diagram) => {
        const toSource = createSpanMapper(diagram);
        const range = (span: Span): vscode.Range => rangeOf(document, toSource(span));
        return treeOf(diagram).map((entry) => symbolOf(entry, nodeKinds[diagram.type ?? ''], range));
      });
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(selector, provider, { label: vscode.l10n.t('Diagram Gates') });
}

/** What nodes are in terms of the outline, where the diagram's type says more than that they are something. */
const nodeKinds: Readonly<Record<string, vscode.SymbolKind>> = {
  class: vscode.SymbolKind.Class,
  classDiagram: vscode.SymbolKind.Class,
  er: vscode.SymbolKind.Struct,
};

function symbolOf(
  { kind, title, detail, span, place, children }: TreeEntry,
  nodeKind: vscode.SymbolKind | undefined,
  range: (span: Span) => vscode.Range,
): vscode.DocumentSymbol {
  const kinds = {
    group: vscode.SymbolKind.Namespace,
    node: nodeKind ?? vscode.SymbolKind.Object,
    row: vscode.SymbolKind.Field,
  };
  const symbol = new vscode.DocumentSymbol(title, detail, kinds[kind], range(span), range(place));
  symbol.children = children.map((child) => symbolOf(child, nodeKind, range));
  return symbol;
}
