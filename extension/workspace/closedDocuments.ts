/**
 * Checks the files of the workspace that are not open, once somebody asked for the whole workspace, and keeps what was found
 * until they change. Open documents are the affair of documents.ts; a file that is opened is handed over to it.
 */
import * as vscode from 'vscode';
import type { CheckRequest } from '../../core/checking/protocol.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import type { Baselines } from '../baselines.ts';
import type { ConfigFiles } from '../configFiles.ts';
import { diagnosticSource, toDiagnostic } from '../diagnostics.ts';
import type { CheckedDocuments, Checker } from '../documents.ts';
import { documentKind, mayConcern } from '../ours.ts';
import type { ReferredFiles } from '../referredFiles.ts';
import type { Settings } from '../settings.ts';
import { ClosedText } from './closedText.ts';

const pages = '**/*.{md,markdown,mdx,mmd,mermaid}';
const skipped = '**/{node_modules,.git}/**';
/** Few, so that the document somebody types in never waits for more than these. */
const filesInFlight = 2;

export interface ClosedDocumentsParts {
  readonly checker: Checker;
  readonly documents: CheckedDocuments;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly baselines: Baselines;
  readonly referredFiles: ReferredFiles;
  readonly log: Log;
}

/** What is kept of a file. */
export interface KeptResult {
  readonly uri: vscode.Uri;
  /** Without the texts of its diagrams, which nobody needs until the file is opened. */
  readonly checked: CheckedDocument;
}

export interface Progress {
  /** Files that were checked, of all. */
  report(done: number, all: number): void;
}

export class ClosedDocuments implements vscode.Disposable {
  readonly #parts: ClosedDocumentsParts;
  readonly #collection = vscode.languages.createDiagnosticCollection(`${diagnosticSource} workspace`);
  readonly #results = new Map<string, KeptResult>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: { dispose(): void }[] = [this.#collection, this.#changed];
  #isFollowing = false;
  #versions = 0;

  /** Fires after a result came or went. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor(parts: ClosedDocumentsParts) {
    this.#parts = parts;
  }

  /** Every page of the workspace with its newest result, closed ones and open ones, by URI. */
  get results(): readonly KeptResult[] {
    const all = [...this.#results.values()].map((kept) => {
      const open = this.#parts.documents.get(kept.uri);
      return open === undefined ? kept : { uri: kept.uri, checked: open };
    });
    return all.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Checks all pages of the workspace; what was found by then stays when it is cancelled. Returns how many there are. */
  async checkAll(progress: Progress, cancel: vscode.CancellationToken): Promise<number> {
    const uris = await vscode.workspace.findFiles(pages, skipped, undefined, cancel);
    const known = new Set(uris.map((uri) => uri.toString()));
    for (const [key, { uri }] of this.#results) if (!known.has(key)) this.#forget(uri);
    this.#follow();
    const queue = uris.values();
    let done = 0;
    const lane = async (): Promise<void> => {
      for (const uri of queue) {
        if (cancel.isCancellationRequested) return;
        await this.#checkFile(uri);
        progress.report((done += 1), uris.length);
      }
    };
    await Promise.all(Array.from({ length: filesInFlight }, lane));
    return uris.length;
  }

  /** Checks a text in a file's place, such as a repaired one; nobody else sees the result. */
  async checkInstead(file: Pick<ClosedText, 'uri' | 'text'>): Promise<CheckedDocument | undefined> {
    const request = await this.#requestFor(file.uri, file.text);
    return request && this.#parts.checker.check({ ...request, uri: `${request.uri}#${(this.#versions += 1)}` });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  async #checkFile(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    try {
      const file = await ClosedText.read(uri);
      const checked = file && (await this.#check(file));
      if (file === undefined || checked === undefined) {
        this.#forget(uri);
        return;
      }
      this.#results.set(key, { uri, checked: withoutTexts(checked) });
      // What is open shows its own diagnostics, of a newer text perhaps.
      const isOpen = this.#parts.documents.get(uri) !== undefined;
      if (isOpen) this.#collection.delete(uri);
      else
        this.#collection.set(
          uri,
          checked.findings.map((finding) => toDiagnostic(file, finding)),
        );
    } catch (problem) {
      this.#parts.log.error(`could not check ${key}: ${String(problem)}`);
    }
    this.#changed.fire();
  }

  async #check({ uri, text }: ClosedText): Promise<CheckedDocument | undefined> {
    const request = await this.#requestFor(uri, text);
    if (request === undefined) return undefined;
    if (!mayConcern(request.kind, text, request.settings.fenceLanguages ?? [])) return undefined;
    return this.#parts.checker.check(request);
  }

  async #requestFor(uri: vscode.Uri, text: string): Promise<CheckRequest | undefined> {
    const { settings, configFiles, baselines, referredFiles } = this.#parts;
    const languageId = /\.(?:mmd|mermaid)$/i.test(uri.path) ? 'mermaid' : 'markdown';
    const kind = documentKind({ scheme: uri.scheme, languageId, path: uri.path }, () => true);
    if (kind === undefined) return undefined;
    return {
      // A name of its own: a check of the document, once it is opened, would take this one's place.
      uri: `${uri.toString()}#closed`,
      version: (this.#versions += 1),
      kind,
      text,
      settings: settings.of({ uri, languageId }).layer,
      configFiles: await configFiles.of({ uri }),
      baseline: await baselines.of({ uri }),
      place: referredFiles.placeOf(uri),
    };
  }

  /** From the first check on, files are checked again when they change. */
  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const watcher = vscode.workspace.createFileSystemWatcher(pages);
    const isOurs = (uri: vscode.Uri): boolean => !/\/(?:node_modules|\.git)\//.test(uri.path);
    const check = (uri: vscode.Uri): void => void (isOurs(uri) && this.#checkFile(uri));
    this.#owned.push(
      watcher,
      watcher.onDidChange(check),
      watcher.onDidCreate(check),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      this.#parts.documents.onDidCheck(({ uri }) => {
        const opened = vscode.Uri.parse(uri);
        if (!this.#results.has(opened.toString())) return;
        this.#collection.delete(opened);
        this.#changed.fire();
      }),
      this.#parts.documents.onDidForget((uri) => {
        if (this.#results.has(uri.toString())) check(uri);
      }),
    );
  }

  #forget(uri: vscode.Uri): void {
    this.#collection.delete(uri);
    if (this.#results.delete(uri.toString())) this.#changed.fire();
  }
}

const withoutTexts = (checked: CheckedDocument): CheckedDocument => ({
  ...checked,
  diagrams: checked.diagrams.map((diagram) => ({ ...diagram, text: '', lines: [], offers: {} })),
});
