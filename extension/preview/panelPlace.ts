/** Where a preview panel is: at which place of which document; it follows the cursor, or stays with its diagram. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { PlaceArgument } from '../place.ts';
import type { CheckedSource } from './follow.ts';
import { diagramAt, stayAt } from './page.ts';
import type { Target } from './panelLink.ts';
import { nameOf } from './places.ts';

export class PanelPlace {
  readonly #documents: CheckedSource;
  readonly #onMove: () => void;
  #checked: CheckedDocument | undefined;
  #offset = 0;
  /** A document that was opened for the preview and is not checked yet. */
  #awaited: { readonly uri: string; readonly offset: number } | undefined;
  #missing: string | undefined;
  /** Whether the panel stays with its document and diagram. */
  isLocked = false;

  /** `onMove` is called after each change. */
  constructor(documents: CheckedSource, onMove: () => void) {
    this.#documents = documents;
    this.#onMove = onMove;
  }

  get target(): Target {
    return { checked: this.#checked, offset: this.#offset, missing: this.#missing };
  }

  /** The document and the cursor's place in it. */
  get place(): PlaceArgument | undefined {
    return this.#checked && { uri: this.#checked.uri, offset: this.#offset };
  }

  /** The diagram at the cursor. */
  get current(): number | undefined {
    return this.#checked && diagramAt(this.#checked.diagrams, this.#offset);
  }

  /** Where a diagram of the page begins; where the cursor is, unless one is named. */
  placeOf(diagram: number | undefined): PlaceArgument | undefined {
    const start = diagram === undefined ? undefined : this.#checked?.diagrams[diagram]?.span.start;
    return start === undefined || this.#checked === undefined ? this.place : { uri: this.#checked.uri, offset: start };
  }

  /** Goes to a place in a document; without the document, the panel says that it is not there. */
  open(uri: string, document: vscode.TextDocument | undefined, place: (document: vscode.TextDocument) => number): void {
    if (document === undefined) {
      this.#missing = nameOf(uri);
      this.#checked = undefined;
      this.#awaited = undefined;
      this.#onMove();
      return;
    }
    const offset = place(document);
    const checked = this.#documents.get(document.uri);
    if (checked !== undefined) this.#arrive(checked, offset);
    else this.#awaited = { uri: document.uri.toString(), offset };
  }

  /** A document was checked: it may be the one that is shown, or waited for. */
  learn(checked: CheckedDocument): void {
    if (checked.uri === this.#awaited?.uri) this.#arrive(checked, this.#awaited.offset);
    else if (checked.uri === this.#checked?.uri) this.follow(checked, this.#offset);
  }

  /** Goes where the cursor is, unless the panel is locked: then only the text of its own diagram changes. */
  follow(checked: CheckedDocument, offset: number): void {
    if (!this.isLocked) this.#arrive(checked, offset);
    else if (checked.uri === this.#checked?.uri) {
      this.#arrive(checked, stayAt(this.#checked.diagrams, this.#offset, checked.diagrams, offset));
    }
  }

  /** Shows another diagram of the page, also where the panel is locked: then it stays with that one. */
  goTo(shown: CheckedDocument, index: number): string | undefined {
    const diagram = shown.diagrams[index];
    if (diagram === undefined) return vscode.l10n.t('The diagram is not there any more.');
    this.#arrive(shown, diagram.span.start);
    return undefined;
  }

  #arrive(checked: CheckedDocument, offset: number): void {
    this.#checked = checked;
    this.#offset = offset;
    this.#missing = undefined;
    this.#awaited = undefined;
    this.#onMove();
  }
}
