/** The dashboard's panel: sends the report as it changes, and does what the page asks for. */
import * as vscode from 'vscode';
import { parseDashboardToHost } from '../../core/dashboardProtocol.ts';
import type { DashboardReport, DashboardToHost, HostToDashboard } from '../../core/dashboardProtocol.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { assertNever } from '../../core/model.ts';
import { toSetReport } from '../../core/report/set.ts';
import type { SetCounts, SetReport } from '../../core/report/set.ts';
import { writeSetReport } from '../../core/report/setReport.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import { gateTitle } from '../gateWords.ts';
import { createNonce } from '../preview/html.ts';
import { dashboardHtml } from './html.ts';
import { dashboardTexts } from './texts.ts';

export interface DashboardParts {
  readonly extensionUri: vscode.Uri;
  readonly closed: ClosedDocuments;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds between two reports while results come in. */
const interval = 400;

export class DashboardPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: DashboardParts;
  readonly #owned: { dispose(): void }[] = [];
  #isReady = false;
  #cancelSend: (() => void) | undefined;
  #checking: vscode.CancellationTokenSource | undefined;

  constructor(panel: vscode.WebviewPanel, parts: DashboardParts) {
    this.#panel = panel;
    this.#parts = parts;
    this.#owned.push(
      panel,
      panel.webview.onDidReceiveMessage((raw) => this.#receive(raw)),
      parts.closed.onDidChange(() => this.#sendSoon()),
    );
    const script = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview', 'dashboard.js');
    panel.webview.html = dashboardHtml({
      language: vscode.env.language,
      title: vscode.l10n.t('Diagram Gates Dashboard'),
      nonce: createNonce(),
      script: panel.webview.asWebviewUri(script).toString(),
      texts: dashboardTexts((text) => vscode.l10n.t(text)),
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Checks all pages; a check that is under way is ended first. */
  async check(): Promise<void> {
    this.#checking?.cancel();
    const checking = new vscode.CancellationTokenSource();
    this.#checking = checking;
    try {
      const report = (done: number, all: number): void => this.#post({ type: 'progress', done, all });
      await this.#parts.closed.checkAll({ report }, checking.token);
    } catch (problem) {
      this.#parts.log.error(`dashboard: ${String(problem)}`);
    } finally {
      if (this.#checking === checking) {
        this.#post({ type: 'progress', done: 0, all: 0 });
        this.#send();
      }
      checking.dispose();
    }
  }

  dispose(): void {
    this.#checking?.cancel();
    this.#cancelSend?.();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #receive(raw: unknown): void {
    const message = parseDashboardToHost(raw);
    if (message === undefined) {
      this.#parts.log.warn('dashboard: ignored a message of an unknown shape');
      return;
    }
    this.#do(message).catch((problem: unknown) => {
      this.#parts.log.error(`dashboard: ${message.type}: ${String(problem)}`);
      void vscode.window.showErrorMessage(vscode.l10n.t('It did not work: see the log of Diagram Gates.'));
    });
  }

  async #do(message: DashboardToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#send();
        return;
      case 'check':
        await this.check();
        return;
      case 'open': {
        // Only pages of the report are opened, whatever the message names.
        const page = this.#parts.closed.results.find(
          ({ uri }) => vscode.workspace.asRelativePath(uri) === message.path,
        );
        if (page !== undefined) await openPage(page.uri, page.checked.findings[0]?.span.start ?? 0);
        return;
      }
      case 'export':
        await this.#export(message.format);
        return;
      default:
        assertNever(message);
    }
  }

  async #export(format: 'markdown' | 'html' | 'csv'): Promise<void> {
    const ending = { markdown: 'md', html: 'html', csv: 'csv' }[format];
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `diagram-gates.${ending}`) }),
      filters: { [ending.toUpperCase()]: [ending] },
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(writeSetReport(format, this.#report())));
  }

  #report(): SetReport {
    return toSetReport(
      this.#parts.closed.results.map(({ uri, checked }) => ({
        path: vscode.workspace.asRelativePath(uri),
        text: '',
        checked,
      })),
    );
  }

  #sendSoon(): void {
    this.#cancelSend ??= this.#parts.clock.after(interval, () => {
      this.#cancelSend = undefined;
      this.#send();
    });
  }

  #send(): void {
    this.#post(toMessage(this.#report()));
  }

  #post(message: HostToDashboard): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }
}

function toMessage({ whole, folders, worst }: SetReport): DashboardReport {
  return {
    type: 'report',
    whole: countsOf(whole),
    gates: whole.gates.map((gate) => ({ ...gate, title: gateTitle(gate.id) })),
    folders: folders.map((folder) => ({ path: folder.path, ...countsOf(folder) })),
    worst: worst.map((page) => ({ ...page, failed: page.failed.map(gateTitle) })),
  };
}

function countsOf({
  documents,
  diagrams,
  broken,
  errors,
  warnings,
  score,
  visualRatio,
}: SetCounts): DashboardReport['whole'] {
  return { documents, diagrams, broken, errors, warnings, score, visualRatio };
}

async function openPage(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.positionAt(offset);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(place, place),
    viewColumn: vscode.ViewColumn.Beside,
  });
}
