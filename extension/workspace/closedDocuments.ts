/**
 * Checks the files of the workspace that are not open, once somebody asked for the whole workspace, and keeps what was found
 * until they change. Open documents are the affair of documents.ts; a file that is opened is handed over to it.
 */
import * as vscode from 'vscode';
import type { CheckRequest } from '../../core/checking/protocol.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { KeyedQueue } from '../../core/workspace/keyedQueue.ts';
import type { ToldPlaces } from '../../core/workspace/toldPlaces.ts';
import type { Baselines } from '../baselines.ts';
import type { ConfigFiles } from '../configFiles.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { CheckedDocuments, Checker } from '../documents.ts';
import { documentKind, mayConcern } from '../ours.ts';
import type { ReferredFiles } from '../referredFiles.ts';
import type { Settings } from '../settings.ts';
import { basisOf, isAsItWas } from './basis.ts';
import type { Basis } from './basis.ts';
import { ClosedText } from './closedText.ts';
import { followPages } from './followPages.ts';
import { withoutTexts } from './keptResult.ts';
import type { KeptResult } from './keptResult.ts';
import { languageOf, Pages } from './pages.ts';

/** One is checked while others are read, or seen to be as they were. */
const filesInFlight = 4;
/** Milliseconds without work after which the checker's memory is given back. */
const restAfter = 30_000;

export interface ClosedDocumentsParts {
  /** One of its own: whoever types does not wait for a thousand pages. */
  readonly checker: Checker & { rest(): void };
  /** What that checker was told of the places around pages. */
  readonly told: ToldPlaces;
  readonly documents: CheckedDocuments;
  /** Shared with the open documents, which are its owners while they are open. */
  readonly diagnostics: vscode.DiagnosticCollection;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly baselines: Baselines;
  readonly referredFiles: ReferredFiles;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Progress {
  /** Files that were checked, of all. */
  report(done: number, all: number): void;
}

/** Asked anew each time, since it changes while something is waited for. */
const isOver = ({ isCancellationRequested }: vscode.CancellationToken): boolean => isCancellationRequested;

export class ClosedDocuments implements vscode.Disposable {
  readonly #parts: ClosedDocumentsParts;
  readonly #pages = new Pages();
  readonly #results = new Map<string, KeptResult>();
  readonly #unreadable = new Map<string, string>();
  readonly #queue = new KeyedQueue(filesInFlight, (key) => this.#checkFile(vscode.Uri.parse(key)));
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  #cancelRest: (() => void) | undefined;
  #isFollowing = false;
  #isWhole = false;
  #isDisposed = false;
  #versions = 0;

  /** Fires after the result of a page came or went. */
  readonly onDidChange: vscode.Event<vscode.Uri> = this.#changed.event;

  constructor(parts: ClosedDocumentsParts) {
    this.#parts = parts;
  }

  /** Every page of the workspace with its newest result, closed ones and open ones, by path. */
  get results(): readonly KeptResult[] {
    const all = [...this.#results.values()].map(({ uri, checked }) => ({
      uri,
      checked: this.#parts.documents.get(uri) ?? checked,
    }));
    return all.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Whether all pages of the workspace are among the results. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Why pages of the workspace could not be checked, by URI. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.#unreadable;
  }

  /** The newest result of a page that was checked for the workspace. */
  get(uri: vscode.Uri): CheckedDocument | undefined {
    return this.#results.get(uri.toString())?.checked;
  }

  /** Checks all pages of the workspace; what was found by then stays when it is cancelled. Returns how many there are. */
  async checkAll(progress: Progress, cancel: vscode.CancellationToken): Promise<number> {
    // Before anything is read, so that no change is missed.
    this.#follow();
    this.#pages.forget();
    const uris = await this.#pages.find(undefined, cancel);
    if (cancel.isCancellationRequested) return 0;
    this.#keepOnly(uris);
    const { told, checker } = this.#parts;
    told.lookAgain();
    for (const { root, path } of await told.changed()) checker.forget(root, [path]);
    await this.#checkThese(uris, progress, cancel);
    this.#isWhole ||= !isOver(cancel);
    return uris.length;
  }

  /** The pages that are named, or are below folders that are named, with results of now. */
  async checkBelow(
    folders: readonly vscode.Uri[],
    progress: Progress,
    cancel: vscode.CancellationToken,
  ): Promise<readonly vscode.Uri[]> {
    this.#follow();
    const uris = await this.pagesBelow(folders, cancel);
    this.#parts.told.lookAgain();
    await this.#checkThese(uris, progress, cancel);
    return uris;
  }

  /** The pages that are named, or are below folders that are named. */
  async pagesBelow(folders: readonly vscode.Uri[], cancel: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const found = await Promise.all(folders.map((uri) => this.#pagesAt(uri, cancel)));
    return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
  }

  /** Checks a text in a file's place, such as a repaired one; nobody else sees the result. */
  async checkInstead(file: Pick<ClosedText, 'uri' | 'text'>): Promise<CheckedDocument | undefined> {
    const request = await this.#requestFor(file.uri, file.text);
    return request && this.#ask(request, `draft ${request.version}`);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelRest?.();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  async #pagesAt(uri: vscode.Uri, cancel: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    if (await this.#pages.isPage(uri)) return [uri];
    return this.#pages.find(uri, cancel);
  }

  async #checkThese(uris: readonly vscode.Uri[], progress: Progress, cancel: vscode.CancellationToken): Promise<void> {
    const rest = uris.values();
    let done = 0;
    // No more than these at a time, so that a file that changes meanwhile has its turn soon.
    const lane = async (): Promise<void> => {
      for (const uri of rest) {
        if (cancel.isCancellationRequested || this.#isDisposed) return;
        await this.#queue.add(uri.toString());
        progress.report((done += 1), uris.length);
      }
    };
    await Promise.all(Array.from({ length: filesInFlight }, lane));
  }

  async #checkFile(uri: vscode.Uri): Promise<void> {
    if (this.#isDisposed) return;
    try {
      const open = this.#parts.documents.get(uri);
      if (open === undefined) await this.#readAndCheck(uri);
      else this.#keep(uri, open);
    } catch (problem) {
      this.#refuse(uri, problem instanceof Error ? problem.message : String(problem));
    }
  }

  async #readAndCheck(uri: vscode.Uri): Promise<void> {
    const file = await ClosedText.read(uri);
    if (typeof file === 'string') {
      this.#refuse(uri, file);
      return;
    }
    const request = file && (await this.#requestOf(file));
    if (request !== undefined && (await this.#isKnown(uri, request))) return;
    const checked = request && (await this.#ask(request, 'closed'));
    if (this.#isDisposed) return;
    if (file === undefined || request === undefined || checked === undefined) {
      this.#forget(uri);
      return;
    }
    const basis = basisOf(request, checked, this.#parts.told);
    // What is open shows its own diagnostics, of a newer text perhaps.
    if (!this.#parts.documents.has(uri)) {
      const shown = checked.findings.map((finding) => toDiagnostic(file, finding));
      this.#parts.diagnostics.set(uri, shown);
    }
    this.#keep(uri, checked, basis);
  }

  /** Undefined for a text that cannot hold a diagram. */
  async #requestOf({ uri, text }: ClosedText): Promise<CheckRequest | undefined> {
    const request = await this.#requestFor(uri, text);
    const mayMatter = request && mayConcern(request.kind, text, request.settings.fenceLanguages ?? []);
    return mayMatter === true ? request : undefined;
  }

  /** Whether the page's result is at hand, and shown, and the same would be found once more. */
  async #isKnown(uri: vscode.Uri, request: CheckRequest): Promise<boolean> {
    const { diagnostics, told } = this.#parts;
    const kept = this.#results.get(uri.toString());
    if (kept?.basis === undefined) return false;
    const isShown = kept.checked.findings.length === 0 || diagnostics.has(uri);
    return isShown && (await isAsItWas(kept.basis, request, told));
  }

  /**
   * Asks under a name that nobody else asks by: a newer check takes the place of an older one of the same name, and one of the
   * document, once it is opened, is another. The checker rests some time after the last answer.
   */
  async #ask(request: CheckRequest, alias: string): Promise<CheckedDocument | undefined> {
    const { checker, clock } = this.#parts;
    const { uri } = request;
    try {
      const checked = await checker.check({ ...request, uri: `${uri}#${alias}` });
      return checked && { ...checked, uri };
    } finally {
      this.#cancelRest?.();
      if (!this.#isDisposed) this.#cancelRest = clock.after(restAfter, () => checker.rest());
    }
  }

  async #requestFor(uri: vscode.Uri, text: string): Promise<CheckRequest | undefined> {
    const { settings, configFiles, baselines, referredFiles } = this.#parts;
    const languageId = languageOf(uri);
    const kind = documentKind({ scheme: uri.scheme, languageId, path: uri.path }, () => true);
    if (kind === undefined) return undefined;
    return {
      uri: uri.toString(),
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
    const follower = followPages({
      ...this.#parts,
      pages: this.#pages,
      results: () => this.#results.values(),
      has: (uri) => this.#results.has(uri.toString()),
      check: (uris) => {
        this.#parts.told.lookAgain();
        for (const uri of uris) void this.#queue.add(uri.toString());
      },
      forget: (uris) => uris.forEach((uri) => this.#forget(uri)),
      handOver: (uri) => this.#changed.fire(uri),
    });
    this.#owned.push(follower);
  }

  #keep(uri: vscode.Uri, checked: CheckedDocument, basis?: Basis): void {
    this.#unreadable.delete(uri.toString());
    this.#results.set(uri.toString(), { uri, checked: withoutTexts(checked), basis });
    this.#changed.fire(uri);
  }

  #refuse(uri: vscode.Uri, problem: string): void {
    this.#parts.log.warn(`${vscode.workspace.asRelativePath(uri)}: ${problem}`);
    this.#forget(uri);
    this.#unreadable.set(uri.toString(), problem);
  }

  #keepOnly(uris: readonly vscode.Uri[]): void {
    const wanted = new Set(uris.map((uri) => uri.toString()));
    this.#unreadable.clear();
    for (const [key, { uri }] of this.#results) if (!wanted.has(key)) this.#forget(uri);
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#queue.drop(key);
    this.#unreadable.delete(key);
    if (!this.#parts.documents.has(uri)) this.#parts.diagnostics.delete(uri);
    if (this.#results.delete(key)) this.#changed.fire(uri);
  }
}
