/** Keeps every open document of ours checked, and tells everybody else what was found. */
import * as vscode from 'vscode';
import type { CheckRequest } from '../core/checking/protocol.ts';
import type { CheckedDocument, FileKind } from '../core/model.ts';
import type { Clock, Log } from '../core/ports.ts';
import { Schedule } from '../core/schedule.ts';
import type { Baselines } from './baselines.ts';
import type { ConfigFiles } from './configFiles.ts';
import { fileKind, mayConcern } from './ours.ts';
import type { Settings } from './settings.ts';
import { isConcernedBy } from './referredFiles.ts';
import type { FileChange, ReferredFiles } from './referredFiles.ts';

/** Milliseconds between two checks of a document while somebody types. */
const interval = 150;

/** The part of the checker's client this page needs. */
export interface Checker {
  /** Undefined when a newer request for the document took its place. */
  check(request: CheckRequest): Promise<CheckedDocument | undefined>;
  /** What is known of these paths of a workspace folder is out of date. */
  forget(root: string, changed: readonly string[]): void;
}

interface Entry {
  readonly document: vscode.TextDocument;
  checked: CheckedDocument | undefined;
  /** Those who wait for a result of the newest text. */
  readonly waiting: Set<(checked: CheckedDocument | undefined) => void>;
}

export interface CheckedDocumentsParts {
  readonly checker: Checker;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly baselines: Baselines;
  readonly referredFiles: ReferredFiles;
  readonly clock: Clock;
  readonly log: Log;
}

export class CheckedDocuments implements vscode.Disposable {
  readonly #parts: CheckedDocumentsParts;
  readonly #schedule: Schedule;
  /** By URI, since another extension may change a document's language after it was opened. */
  readonly #entries = new Map<string, Entry>();
  readonly #checked = new vscode.EventEmitter<CheckedDocument>();
  readonly #forgotten = new vscode.EventEmitter<vscode.Uri>();
  #nextDraft = 1;
  readonly #owned: { dispose(): void }[] = [this.#checked, this.#forgotten];

  /** Fires with each new result; it belongs to the document's present version at that moment. */
  readonly onDidCheck: vscode.Event<CheckedDocument> = this.#checked.event;
  /** Fires after a document was closed or stopped being ours. */
  readonly onDidForget: vscode.Event<vscode.Uri> = this.#forgotten.event;

  constructor(parts: CheckedDocumentsParts) {
    this.#parts = parts;
    this.#schedule = new Schedule(parts.clock, interval, (key) => void this.#run(key));
    this.#owned.push(
      this.#schedule,
      vscode.workspace.onDidOpenTextDocument((document) => this.#open(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A change of language closes and opens the same document; then it is not gone.
        if (document.isClosed) this.#forget(document.uri);
      }),
      parts.settings.onDidChange(() => this.#checkAll()),
      parts.configFiles.onDidChange(() => this.#checkAll()),
      parts.baselines.onDidChange(() => this.#checkAll()),
      parts.referredFiles.onDidChange((change) => this.#checkThoseAt(change)),
    );
  }

  /** Takes up the documents that are open already; called once, when every listener is in place. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#open(document);
  }

  /** Whether the document is open and ours. */
  has(uri: vscode.Uri): boolean {
    return this.#entries.has(uri.toString());
  }

  /** The newest results of all open documents. */
  get results(): readonly CheckedDocument[] {
    return [...this.#entries.values()].flatMap(({ checked }) => (checked === undefined ? [] : [checked]));
  }

  /** The newest result of a document; its version may be older than the text's. */
  get(uri: vscode.Uri): CheckedDocument | undefined {
    return this.#entries.get(uri.toString())?.checked;
  }

  /** The open document a result is about; undefined when its text has moved on. */
  documentOf(checked: CheckedDocument): vscode.TextDocument | undefined {
    const document = this.#entries.get(checked.uri)?.document;
    return document?.version === checked.version ? document : undefined;
  }

  /** Checks a document now, whatever its settings say of when; does nothing for documents that are not ours. */
  check(document: vscode.TextDocument): void {
    this.#open(document);
    const key = document.uri.toString();
    if (this.#entries.has(key)) this.#schedule.runNow(key);
  }

  /**
   * The result for the document's present text, waiting for its check; undefined when cancelled, closed or failed.
   * A document that is checked on save only gives undefined between saves, unless the answer is `wanted` anyway.
   */
  upToDate(
    document: vscode.TextDocument,
    cancel: vscode.CancellationToken,
    wanted: 'wanted' | 'if-due' = 'if-due',
  ): Promise<CheckedDocument | undefined> {
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    if (entry === undefined || cancel.isCancellationRequested) return Promise.resolve(undefined);
    if (entry.checked?.version === document.version) return Promise.resolve(entry.checked);
    if (wanted === 'if-due' && this.#parts.settings.of(document).run === 'onSave') return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const settle = (checked: CheckedDocument | undefined): void => {
        subscription.dispose();
        entry.waiting.delete(settle);
        resolve(checked);
      };
      const subscription = cancel.onCancellationRequested(() => settle(undefined));
      entry.waiting.add(settle);
      this.#schedule.request(key);
    });
  }

  /** Checks another text in the document's place, such as a repaired one; nobody else sees the result. */
  async checkInstead(document: vscode.TextDocument, text: string): Promise<CheckedDocument | undefined> {
    const kind = kindOf(document);
    if (kind === undefined) return undefined;
    const surroundings = await this.#surroundingsOf(document, kind);
    const { layer: settings } = this.#parts.settings.of(document);
    // A name of its own: a check of the document itself would take this one's place, and this one the other's.
    const uri = `${document.uri.toString()}#${this.#nextDraft++}`;
    return this.#parts.checker.check({ uri, version: document.version, kind, text, settings, ...surroundings });
  }

  dispose(): void {
    for (const entry of this.#entries.values()) settleAll(entry, undefined);
    this.#entries.clear();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #open(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const kind = kindOf(document);
    if (kind === undefined) {
      this.#forget(document.uri);
      return;
    }
    if (this.#entries.get(key)?.document !== document) {
      this.#entries.set(key, { document, checked: undefined, waiting: new Set() });
    }
    this.#schedule.request(key);
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const key = event.document.uri.toString();
    if (event.contentChanges.length === 0 || !this.#entries.has(key)) return;
    if (this.#parts.settings.of(event.document).run === 'onType') this.#schedule.request(key);
  }

  #saved(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.#entries.has(key) && this.#parts.settings.of(document).run === 'onSave') this.#schedule.runNow(key);
  }

  #checkAll(): void {
    for (const key of this.#entries.keys()) this.#schedule.request(key);
  }

  /** Checks the documents again whose result may be another after this change of a file. */
  #checkThoseAt(change: FileChange): void {
    const { root, path } = change;
    this.#parts.checker.forget(root, [path]);
    for (const [key, { document, checked }] of this.#entries) {
      if (this.#parts.referredFiles.placeOf(document.uri)?.root !== root) continue;
      // Of a document that is being checked for the first time nobody knows yet what it depends on.
      if (checked === undefined || checked.lookedAt?.some((place) => isConcernedBy(place, change)) === true) {
        this.#schedule.request(key);
      }
    }
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#schedule.forget(key);
    settleAll(entry, undefined);
    this.#forgotten.fire(uri);
  }

  async #run(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    const kind = entry && kindOf(entry.document);
    if (entry === undefined || kind === undefined) return;
    try {
      const checked = await this.#check(key, entry, kind);
      if (checked === undefined || this.#entries.get(key) !== entry) return;
      if (checked.version === entry.document.version) this.#publish(entry, checked);
      // Somebody typed meanwhile: the result is about a text that is gone, so ask again.
      else this.#schedule.request(key);
    } catch (problem) {
      this.#parts.log.error(
        `could not check ${key}: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`,
      );
      settleAll(entry, undefined);
    }
  }

  async #check(key: string, entry: Entry, kind: FileKind): Promise<CheckedDocument | undefined> {
    const { document } = entry;
    const surroundings = await this.#surroundingsOf(document, kind);
    // Another document may have the URI by now, and this request would take the place of its own.
    if (this.#entries.get(key) !== entry) return undefined;
    const { layer } = this.#parts.settings.of(document);
    const text = document.getText();
    const known = { uri: document.uri.toString(), version: document.version, kind };
    if (!mayConcern(kind, text, layer.fenceLanguages ?? [])) {
      return { ...known, diagrams: [], findings: [], gates: [], score: undefined };
    }
    return this.#parts.checker.check({ ...known, text, settings: layer, ...surroundings });
  }

  async #surroundingsOf(
    document: vscode.TextDocument,
    kind: FileKind,
  ): Promise<Omit<CheckRequest, 'uri' | 'version' | 'kind' | 'text' | 'settings'>> {
    const { configFiles, baselines, referredFiles } = this.#parts;
    if (kind !== 'configuration') {
      return {
        configFiles: await configFiles.of(document),
        baseline: await baselines.of(document),
        place: referredFiles.placeOf(document.uri),
        isPart: document.uri.scheme === 'vscode-notebook-cell',
      };
    }
    return { configFiles: [], extendsProblem: await configFiles.extendsProblemOf(document) };
  }

  #publish(entry: Entry, checked: CheckedDocument): void {
    entry.checked = checked;
    this.#checked.fire(checked);
    settleAll(entry, checked);
  }
}

function kindOf(document: vscode.TextDocument): FileKind | undefined {
  return fileKind(
    { scheme: document.uri.scheme, languageId: document.languageId, path: document.uri.path },
    (scheme) => vscode.workspace.fs.isWritableFileSystem(scheme) === true,
  );
}

function settleAll(entry: Entry, checked: CheckedDocument | undefined): void {
  for (const settle of [...entry.waiting]) settle(checked);
}
