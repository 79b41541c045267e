/** Finds the diagram at a place of a document, as it was checked in its present version. */
import type * as vscode from 'vscode';
import { createSpanMapper, mapFromSource } from '../../core/document/edits.ts';
import type { CheckedDiagram, CheckedDocument, Span } from '../../core/model.ts';
import { nameAt, namesOf } from '../../core/names/names.ts';
import type { Name } from '../../core/names/names.ts';
import type { CheckedDocuments } from '../documents.ts';

export interface DiagramPlace {
  readonly checked: CheckedDocument;
  readonly diagram: CheckedDiagram;
  /** The place in the diagram's text. */
  readonly offset: number;
  /** From the diagram's text to the document. */
  readonly toSource: (span: Span) => Span;
}

/** A document that is checked on save only is checked in between where its author asks for something: where it is `wanted`. */
export async function diagramPlace(
  documents: CheckedDocuments,
  document: vscode.TextDocument,
  position: vscode.Position,
  cancel: vscode.CancellationToken,
  wanted: 'wanted' | 'if-due' = 'wanted',
): Promise<DiagramPlace | undefined> {
  // Where no diagram was a moment ago, a keystroke of prose asks for nothing.
  if (documents.get(document.uri)?.diagrams.length === 0) return undefined;
  const checked = await documents.upToDate(document, cancel, wanted);
  if (checked?.version !== document.version) return undefined;
  const at = document.offsetAt(position);
  for (const diagram of checked.diagrams) {
    if (at < diagram.span.start || at > diagram.span.end) continue;
    const offset = mapFromSource(diagram, at);
    if (offset !== undefined) return { checked, diagram, offset, toSource: createSpanMapper(diagram) };
  }
  return undefined;
}

export interface NamePlace extends DiagramPlace {
  readonly name: Name;
  /** Where the name is written at this place, in the diagram's text. */
  readonly span: Span;
}

export async function namePlace(
  documents: CheckedDocuments,
  document: vscode.TextDocument,
  position: vscode.Position,
  cancel: vscode.CancellationToken,
  wanted: 'wanted' | 'if-due' = 'wanted',
): Promise<NamePlace | undefined> {
  const place = await diagramPlace(documents, document, position, cancel, wanted);
  const found = place && nameAt(namesOf(place.diagram), place.offset);
  return place && found && { ...place, ...found };
}
