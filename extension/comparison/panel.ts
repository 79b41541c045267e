/** One panel that compares a page with its last commit, and follows what is typed and committed. */
import * as vscode from 'vscode';
import { parseComparisonToHost } from '../../core/comparisonProtocol.ts';
import type { Comparison, ComparisonToHost, HostToComparison } from '../../core/comparisonProtocol.ts';
import { assertNever } from '../../core/model.ts';
import type { CheckedDocument } from '../../core/model.ts';
import { previewProtocol } from '../../core/protocol.ts';
import type { Log } from '../../core/ports.ts';
import { webviewPage } from '../preview/webviewPage.ts';
import { lastOf } from '../preview/places.ts';
import { openShown, revealDiagram } from '../preview/requests.ts';
import { pairsOf } from './compare.ts';
import { readLastCommit } from './lastCommit.ts';
import type { Committed } from './lastCommit.ts';

/** The part of the checked documents that a comparison needs. */
export interface ComparableDocuments {
  readonly onDidCheck: vscode.Event<CheckedDocument>;
  upToDate(
    document: vscode.TextDocument,
    cancel: vscode.CancellationToken,
    wanted: 'wanted',
  ): Promise<CheckedDocument | undefined>;
  checkInstead(document: vscode.TextDocument, text: string): Promise<CheckedDocument | undefined>;
}

export interface ComparisonParts {
  readonly extensionUri: vscode.Uri;
  readonly documents: ComparableDocuments;
  readonly log: Log;
}

interface Old {
  readonly committed: Committed;
  readonly checked: CheckedDocument | undefined;
}

type Result = Comparison | { readonly title: string; readonly hint: string };

export class ComparisonPanel implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: ComparisonParts;
  readonly #owned: vscode.Disposable[] = [];
  readonly #cancel = new vscode.CancellationTokenSource();
  /** The old version, once it was read and checked. */
  #old: Old | undefined;
  #repository: vscode.Disposable | undefined;
  #shown: CheckedDocument | undefined;
  #isReady = false;
  #seq = 0;
  /** Counts attempts, so that a slow one does not outdo a later one. */
  #attempt = 0;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, parts: ComparisonParts) {
    this.#panel = panel;
    this.uri = uri;
    this.#parts = parts;
    this.#owned.push(
      panel.webview.onDidReceiveMessage((raw: unknown) => this.#receive(raw)),
      panel.onDidChangeViewState(() => {
        // A hidden page is destroyed and says `ready` again when it comes back.
        if (!panel.visible) this.#isReady = false;
      }),
      parts.documents.onDidCheck((checked) => {
        if (checked.uri === uri.toString()) this.#refresh();
      }),
    );
    panel.title = vscode.l10n.t('Compare {0}', lastOf(uri));
    panel.webview.html = webviewPage(panel.webview, parts.extensionUri, {
      script: 'comparison.js',
      title: panel.title,
    });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#cancel.cancel();
    this.#cancel.dispose();
    this.#repository?.dispose();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #receive(raw: unknown): void {
    const message = parseComparisonToHost(raw);
    if (message === undefined) {
      this.#parts.log.warn('comparison: ignored a message of an unknown shape');
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#isReady = message.protocol === previewProtocol;
        this.#refresh();
        break;
      case 'compared':
        this.#parts.log.debug(`comparison: ${message.seq} is ${message.outcome}`);
        break;
      case 'reveal':
        void this.#go(message);
        break;
      case 'note':
        this.#parts.log[message.level](`comparison: ${message.message}`);
        break;
      default:
        assertNever(message);
    }
  }

  async #go({ seq, uri, version, diagram }: Extract<ComparisonToHost, { readonly type: 'reveal' }>): Promise<void> {
    const shown = this.#shown;
    const problem =
      shown?.uri !== uri || shown.version !== version
        ? vscode.l10n.t('The document changed meanwhile; try again.')
        : await revealDiagram(diagram, 'diagram', shown).catch(String);
    this.#post(problem === undefined ? { type: 'done', seq } : { type: 'refused', seq, problem });
  }

  #refresh(): void {
    if (!this.#isReady) return;
    const attempt = (this.#attempt += 1);
    this.#compare().then(
      (result) => {
        if (result === undefined || attempt !== this.#attempt || !this.#isReady) return;
        const seq = (this.#seq += 1);
        this.#post(
          'pairs' in result ? { type: 'compare', seq, comparison: result } : { type: 'cannot', seq, ...result },
        );
      },
      (thrown: unknown) => {
        this.#parts.log.error(
          `comparison: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
        );
      },
    );
  }

  async #compare(): Promise<Result | undefined> {
    const document = await openShown(this.uri.toString());
    const name = lastOf(this.uri);
    if (document === undefined) {
      return {
        title: vscode.l10n.t('{0} is not there any more', name),
        hint: vscode.l10n.t('It was moved or deleted.'),
      };
    }
    const { committed, checked: before } = await this.#readOld(document);
    if (committed.kind === 'none') return refusal(name, committed.reason);
    const after = await this.#parts.documents.upToDate(document, this.#cancel.token, 'wanted');
    if (before === undefined || after === undefined) return undefined;
    this.#shown = after;
    const pairs = pairsOf(before, after, {
      untitled: vscode.l10n.t('Diagram'),
      place: (title, number, isGone) =>
        isGone
          ? vscode.l10n.t('{0}, was diagram {1}', title, number)
          : vscode.l10n.t('{0}, diagram {1}', title, number),
      unexplained: vscode.l10n.t('Mermaid cannot read this diagram.'),
    });
    const { commit } = committed;
    const base =
      commit === undefined
        ? vscode.l10n.t('the last commit')
        : vscode.l10n.t('the last commit, {0}', commit.slice(0, 7));
    return { uri: after.uri, version: after.version, name, base, pairs };
  }

  async #readOld(document: vscode.TextDocument): Promise<Old> {
    const known = this.#old;
    if (known?.committed.kind === 'text' && !known.committed.isOutdated()) return known;
    const committed = await readLastCommit(document.uri);
    const checked =
      committed.kind === 'text' ? await this.#parts.documents.checkInstead(document, committed.text) : undefined;
    this.#old = { committed, checked };
    this.#repository?.dispose();
    this.#repository = this.#watch(committed);
    return this.#old;
  }

  #watch({ onDidChange, isOutdated }: Committed): vscode.Disposable | undefined {
    return onDidChange?.(() => {
      if (isOutdated()) this.#refresh();
    });
  }

  #post(message: HostToComparison): void {
    void this.#panel.webview.postMessage(message);
  }
}

function refusal(name: string, reason: Extract<Committed, { kind: 'none' }>['reason']): Result {
  const title = vscode.l10n.t('There is no older version of {0}', name);
  switch (reason) {
    case 'not-saved':
      return {
        title,
        hint: vscode.l10n.t('It was never saved. Save it, commit it, and compare what you change then.'),
      };
    case 'no-git':
      return {
        title,
        hint: vscode.l10n.t('It comes from VS Code’s Git extension, which is not there or is turned off.'),
      };
    case 'no-repository':
      return { title, hint: vscode.l10n.t('It is not in a Git repository that is open in VS Code.') };
    case 'not-committed':
      return {
        title,
        hint: vscode.l10n.t('It is not in the last commit. Commit it, and compare what you change then.'),
      };
    default:
      return assertNever(reason);
  }
}
