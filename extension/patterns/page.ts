/** A document of the editor as the page a pattern goes into. */
import type * as vscode from 'vscode';
import { diagramLanguages, languageOf } from '../../core/document/languages.ts';
import type { Page } from '../../core/patterns/place.ts';
import { documentKind } from '../ours.ts';
import type { Settings } from '../settings.ts';

/** What is neither Markdown nor Mermaid is taken for Markdown: its author asked for a pattern there. */
export function pageOf(document: vscode.TextDocument, settings: Settings): Page {
  const { scheme, path } = document.uri;
  const kind = documentKind({ scheme, path, languageId: document.languageId }, () => true) ?? 'markdown';
  const diagrams = diagramLanguages(settings.of(document).layer.fenceLanguages);
  return { kind, text: document.getText(), isDiagram: (info) => diagrams.has(languageOf(info).toLowerCase()) };
}
