/** Where the pages of the workspace stand as far as that is known, open ones and closed ones, for views of all of them. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { Clock } from '../../core/ports.ts';
import type { CheckedDocuments } from '../documents.ts';
import type { ClosedDocuments } from './closedDocuments.ts';
import type { KeptResult } from './keptResult.ts';

/** Milliseconds between two rounds of news, so that a thousand results are not a thousand redrawings. */
const interval = 250;

export class Verdicts implements vscode.Disposable {
  readonly #documents: CheckedDocuments;
  readonly #closed: ClosedDocuments;
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #news = new Map<string, vscode.Uri>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  #cancelTelling: (() => void) | undefined;

  /** Fires some time after verdicts came, changed or went, with whose. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[]> = this.#changed.event;

  constructor(documents: CheckedDocuments, closed: ClosedDocuments, clock: Clock) {
    this.#documents = documents;
    this.#closed = closed;
    const note = (uri: vscode.Uri): void => {
      this.#news.set(uri.toString(), uri);
      this.#cancelTelling ??= clock.after(interval, () => this.#tell());
    };
    this.#owned.push(
      documents.onDidCheck(({ uri }) => note(vscode.Uri.parse(uri))),
      documents.onDidForget(note),
      closed.onDidChange(note),
    );
  }

  /** The newest result of a page. */
  of(uri: vscode.Uri): CheckedDocument | undefined {
    return this.#documents.get(uri) ?? this.#closed.get(uri);
  }

  /** All that is known of pages in the workspace's folders. */
  get all(): readonly KeptResult[] {
    const known = new Map(this.#closed.results.map((kept) => [kept.uri.toString(), kept]));
    for (const checked of this.#documents.results) {
      const uri = vscode.Uri.parse(checked.uri);
      if (uri.scheme !== 'vscode-notebook-cell' && vscode.workspace.getWorkspaceFolder(uri) !== undefined)
        known.set(uri.toString(), { uri, checked });
    }
    return [...known.values()];
  }

  dispose(): void {
    this.#cancelTelling?.();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #tell(): void {
    this.#cancelTelling = undefined;
    const uris = [...this.#news.values()];
    this.#news.clear();
    this.#changed.fire(uris);
  }
}
