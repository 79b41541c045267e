/** The dashboard's panel: sends the report as it changes, and does what the page asks for. */
import * as vscode from 'vscode';
import { parseDashboardToHost } from '../../core/dashboardProtocol.ts';
import type { DashboardToHost, DashboardView, HostToDashboard } from '../../core/dashboardProtocol.ts';
import type { HistoryCache } from '../../core/history/readHistory.ts';
import { assertNever, severities } from '../../core/model.ts';
import type { Finding, GateId } from '../../core/model.ts';
import type { Clock, Log } from '../../core/ports.ts';
import type { ReportedDocument } from '../../core/report/json.ts';
import { listPages } from '../../core/report/pageList.ts';
import { toSetReport } from '../../core/report/set.ts';
import type { SetReport } from '../../core/report/set.ts';
import { writeSetReport } from '../../core/report/setReport.ts';
import { today } from '../clock.ts';
import type { ConfigFiles } from '../configFiles.ts';
import { gateTitle } from '../gateWords.ts';
import { createNonce } from '../preview/html.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import { dashboardHtml } from './html.ts';
import { openConfiguration } from './openConfiguration.ts';
import { Plans } from './plans.ts';
import { dashboardTexts } from './texts.ts';
import { readTrend } from './trend.ts';
import type { GitOf } from './trend.ts';

export interface DashboardParts {
  readonly extensionUri: vscode.Uri;
  readonly closed: ClosedDocuments;
  readonly configFiles: ConfigFiles;
  /** How the history of a folder is read; absent where no program can be run. */
  readonly gitOf: GitOf | undefined;
  /** What is known of pages of the past, kept while VS Code runs. */
  readonly historyOf: (folder: vscode.Uri) => HistoryCache;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds between two reports while results come in. */
const interval = 400;

/** Of the gate that is asked about, or of all, the most severe finding that comes first. */
function worstOf(findings: readonly Finding[], gate: GateId | undefined): Finding | undefined {
  const asked = findings.filter((each) => each.gate === gate);
  const some = asked.length > 0 ? asked : findings;
  return severities
    .map((severity) => some.find((each) => each.severity === severity))
    .find((finding) => finding !== undefined);
}

export class DashboardPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: DashboardParts;
  readonly #plans: Plans;
  readonly #owned: { dispose(): void }[] = [];
  /** The same page is the same object as long as its result is, so that what is worked out of it is kept. */
  readonly #reported = new WeakMap<ReportedDocument['checked'], ReportedDocument>();
  #view: DashboardView = { text: '', gate: undefined, sort: 'score', descending: false, first: 0 };
  #isReady = false;
  #cancelSend: (() => void) | undefined;
  #checking: vscode.CancellationTokenSource | undefined;
  #trend: vscode.CancellationTokenSource | undefined;
  #reportedAt = 0;

  constructor(panel: vscode.WebviewPanel, parts: DashboardParts) {
    this.#panel = panel;
    this.#parts = parts;
    this.#plans = new Plans(parts.configFiles, parts.log);
    this.#owned.push(
      panel,
      this.#plans,
      panel.webview.onDidReceiveMessage((raw) => this.#receive(raw)),
      panel.onDidChangeViewState(() => {
        // A hidden page is destroyed and says `ready` again when it comes back.
        if (!panel.visible) this.#isReady = false;
      }),
      parts.closed.onDidChange(() => this.#sendSoon()),
      this.#plans.onDidChange(() => this.#sendSoon()),
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
    this.#trend?.cancel();
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
        this.#view = message.view;
        this.#send();
        if (message.trend) await this.#showTrend();
        return;
      case 'view':
        this.#view = message.view;
        this.#sendPages(this.#documents());
        return;
      case 'check':
        await this.check();
        return;
      case 'open':
        await this.#open(message.path, message.gate);
        return;
      case 'export':
        await this.#export(message.format);
        return;
      case 'goals':
        await openConfiguration();
        return;
      case 'trend':
        if (message.wanted) await this.#showTrend();
        else this.#trend?.cancel();
        return;
      default:
        assertNever(message);
    }
  }

  /** Only pages of the report are opened, whatever the message names. */
  async #open(path: string, gate: GateId | undefined): Promise<void> {
    const page = this.#parts.closed.results.find(({ uri }) => vscode.workspace.asRelativePath(uri) === path);
    if (page === undefined) return;
    const finding = worstOf(page.checked.findings, gate);
    const document = await vscode.workspace.openTextDocument(page.uri);
    const place = document.positionAt(finding?.span.start ?? 0);
    await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(place, place),
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  async #export(format: 'markdown' | 'html' | 'csv'): Promise<void> {
    const ending = { markdown: 'md', html: 'html', csv: 'csv' }[format];
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `diagram-gates.${ending}`) }),
      filters: { [ending.toUpperCase()]: [ending] },
    });
    if (target === undefined) return;
    const written = writeSetReport(format, this.#report(this.#documents()));
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(written));
  }

  async #showTrend(): Promise<void> {
    this.#trend?.cancel();
    const reading = new vscode.CancellationTokenSource();
    this.#trend = reading;
    const { closed, gitOf, log } = this.#parts;
    const report = (done: number, all: number): void => this.#postReading(done, all);
    const trend = await readTrend({
      ...{ closed, gitOf, log, report, cacheOf: this.#parts.historyOf, cancel: reading.token },
      now: (folder) =>
        closed.results.flatMap(({ uri, checked }) =>
          vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString() ? [checked] : [],
        ),
    });
    if (!reading.token.isCancellationRequested) this.#post({ type: 'trend', ...trend });
    reading.dispose();
  }

  #documents(): readonly ReportedDocument[] {
    return this.#parts.closed.results.map(({ uri, checked }) => {
      const path = vscode.workspace.asRelativePath(uri);
      const known = this.#reported.get(checked) ?? { path, text: '', checked };
      this.#reported.set(checked, known);
      return known;
    });
  }

  #report(documents: readonly ReportedDocument[]): SetReport {
    return toSetReport(documents, { plans: this.#plans.known, today: today() });
  }

  #sendSoon(): void {
    this.#cancelSend ??= this.#parts.clock.after(interval, () => {
      this.#cancelSend = undefined;
      this.#send();
    });
  }

  #send(): void {
    if (!this.#isReady) return;
    const documents = this.#documents();
    const { whole, goals, parts, folders } = this.#report(documents);
    const gates = whole.gates.map((gate) => ({ ...gate, title: gateTitle(gate.id) }));
    this.#post({ type: 'report', whole, gates, folders, goals, parts });
    this.#sendPages(documents);
  }

  #sendPages(documents: readonly ReportedDocument[]): void {
    const { rows, first, total } = listPages(documents, this.#view);
    const titled = rows.map((row) => ({ ...row, failed: row.failed.map(gateTitle) }));
    this.#post({ type: 'pages', rows: titled, first, total });
  }

  /** The checker may be quicker than anybody can read. */
  #postReading(done: number, all: number): void {
    const now = this.#parts.clock.now();
    if (done < all && now - this.#reportedAt < interval / 4) return;
    this.#reportedAt = now;
    this.#post({ type: 'reading', done, all });
  }

  #post(message: HostToDashboard): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }
}
