/** The terminal of a task: checks pages, which fills Problems, and prints what the command line would. */
import * as vscode from 'vscode';
import { severities } from '../../core/model.ts';
import type { ReportedDocument } from '../../core/report/json.ts';
import { summarize } from '../../core/report/summary.ts';
import { count, toTextReport } from '../../core/report/text.ts';
import type { Clock } from '../../core/ports.ts';
import type { CheckedDocuments } from '../documents.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import { textOf } from '../workspace/closedText.ts';
import type { CheckTask } from './definition.ts';

export interface CheckTerminalParts {
  readonly documents: CheckedDocuments;
  readonly closed: ClosedDocuments;
  readonly clock: Clock;
}

export class CheckTerminal implements vscode.Pseudoterminal {
  readonly #task: CheckTask;
  readonly #folder: vscode.Uri;
  readonly #parts: CheckTerminalParts;
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number>();
  readonly #cancel = new vscode.CancellationTokenSource();

  readonly onDidWrite: vscode.Event<string> = this.#write.event;
  readonly onDidClose: vscode.Event<number> = this.#close.event;

  /** Paths are seen from `folder`. */
  constructor(task: CheckTask, folder: vscode.Uri, parts: CheckTerminalParts) {
    this.#task = task;
    this.#folder = folder;
    this.#parts = parts;
  }

  open(): void {
    this.#run().then(
      (code) => this.#close.fire(code),
      (problem: unknown) => {
        this.#print(problem instanceof Error ? problem.message : String(problem));
        this.#close.fire(2);
      },
    );
  }

  close(): void {
    this.#cancel.cancel();
  }

  async #run(): Promise<number> {
    const { closed, clock } = this.#parts;
    const started = clock.now();
    const uris = await closed.checkBelow(
      this.#task.paths.map((path) => this.#resolve(path)),
      { report: () => undefined },
      this.#cancel.token,
    );
    if (this.#cancel.token.isCancellationRequested) return 2;
    const documents: ReportedDocument[] = [];
    for (const uri of uris) documents.push(...(await this.#documentAt(uri)));
    const shown = this.#task.quiet ? documents.map(onlyErrors) : documents;
    this.#print(toTextReport(shown, clock.now() - started).trimEnd());
    const refused = uris.flatMap((uri) => {
      const problem = closed.unreadable.get(uri.toString());
      return problem === undefined ? [] : [`${this.#pathOf(uri)}: ${problem}`];
    });
    for (const line of refused) this.#print(line);
    if (refused.length > 0 || uris.length === 0) {
      if (uris.length === 0) this.#print(vscode.l10n.t('There is no Markdown or Mermaid file.'));
      return 2;
    }
    return this.#fails(documents) ? 1 : 0;
  }

  #fails(documents: readonly ReportedDocument[]): boolean {
    const { failOn, maxWarnings } = this.#task;
    const { warnings } = summarize(documents.map(({ checked }) => checked));
    if (maxWarnings !== undefined && warnings > maxWarnings) {
      this.#print(`${count(warnings, 'warning')}, more than ${maxWarnings}`);
      return true;
    }
    const worst = severities.indexOf(failOn);
    return documents.some(({ checked }) =>
      checked.findings.some(({ severity }) => severities.indexOf(severity) <= worst),
    );
  }

  async #documentAt(uri: vscode.Uri): Promise<readonly ReportedDocument[]> {
    const checked = this.#parts.documents.get(uri) ?? this.#parts.closed.get(uri);
    if (checked === undefined) return [];
    // Most pages have no findings, and only those need their lines.
    const file = checked.findings.length === 0 ? undefined : await textOf(uri);
    return [{ path: this.#pathOf(uri), text: file?.text ?? '', checked }];
  }

  #resolve(path: string): vscode.Uri {
    const isAbsolute = /^(?:\/|[a-z]:[\\/])/i.test(path);
    return isAbsolute
      ? this.#folder.with({ path: vscode.Uri.file(path).path })
      : vscode.Uri.joinPath(this.#folder, path.replaceAll('\\', '/'));
  }

  #pathOf(uri: vscode.Uri): string {
    const top = `${this.#folder.path.replace(/\/$/, '')}/`;
    return uri.path.startsWith(top) ? uri.path.slice(top.length) : uri.path;
  }

  #print(text: string): void {
    this.#write.fire(`${text.replaceAll('\n', '\r\n')}\r\n`);
  }
}

const onlyErrors = ({ checked, ...document }: ReportedDocument): ReportedDocument => ({
  ...document,
  checked: { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') },
});
