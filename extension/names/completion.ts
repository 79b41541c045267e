/**
 * Suggests what fits in a diagram. Pages of Markdown have no suggestions by themselves, so that there only closed lists
 * come while somebody types: the type in the first line, directions, classes; everything else when it is asked for.
 */
import * as vscode from 'vscode';
import { suggestionsAt } from '../../core/names/completion.ts';
import type { Suggestion } from '../../core/names/completion.ts';
import { rangeOf } from '../diagnostics.ts';
import type { CheckedDocuments } from '../documents.ts';
import { ourSelector } from '../selector.ts';
import { diagramPlace } from './place.ts';

/** Small letters, the capital of C4, and what stands in front of directions and classes. */
const triggers = [...Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index)), 'C', ':', ' '];

export function registerCompletion(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, cancel, { triggerKind }) {
      const isTyped = triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
      const place = await diagramPlace(documents, document, position, cancel, isTyped ? 'if-due' : 'wanted');
      if (place === undefined) return undefined;
      const found = suggestionsAt(place.diagram, place.offset);
      if (found === undefined || (isTyped && !found.isClosed)) return undefined;
      const range = rangeOf(document, place.toSource(found.span));
      return found.list.map((suggestion, index) => itemOf(suggestion, index, range));
    },
  };
  return vscode.languages.registerCompletionItemProvider(ourSelector, provider, ...triggers);
}

const kinds: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  type: vscode.CompletionItemKind.Module,
  keyword: vscode.CompletionItemKind.Keyword,
  node: vscode.CompletionItemKind.Variable,
  class: vscode.CompletionItemKind.Class,
  direction: vscode.CompletionItemKind.EnumMember,
};

function itemOf({ kind, text, label }: Suggestion, index: number, range: vscode.Range): vscode.CompletionItem {
  const name = label === undefined ? text : { label: text, description: label.replaceAll('\n', ' ') };
  const item = new vscode.CompletionItem(name, kinds[kind]);
  item.range = range;
  item.insertText = text;
  item.sortText = String(index).padStart(4, '0');
  return item;
}
