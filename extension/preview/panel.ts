/** One preview panel: its page, the messages to and from it, and what it shows. */
import * as vscode from 'vscode';
import { assertNever } from '../../core/model.ts';
import type { CheckedDocument } from '../../core/model.ts';
import { parseShellToHost, previewProtocol } from '../../core/protocol.ts';
import type {
  HostToShell,
  ImageRequest,
  MouseNavigation,
  PictureLook,
  PreviewState,
  ShellRequest,
  ShellToHost,
} from '../../core/protocol.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { gateLine, gateTitle } from '../gateWords.ts';
import type { PlaceArgument } from '../place.ts';
import { createNonce } from './html.ts';
import { PanelPage } from './drawnPage.ts';
import type { DrawnPage, WithoutSeq } from './drawnPage.ts';
import { exportDiagram, offerToSave } from './export.ts';
import type { ExportSettings } from './export.ts';
import { followEditor } from './follow.ts';
import type { CheckedSource } from './follow.ts';
import { ImageRequests } from './imageRequests.ts';
import type { GoodAnswer } from './imageRequests.ts';
import { MaximisedGroup } from './maximise.ts';
import { menuContextOf } from './menuArgument.ts';
import { diagramAt, namesAt, pageOf, stayAt } from './page.ts';
import { lastOf } from './places.ts';
import {
  fixFault,
  focusText,
  openLink,
  openShown,
  revealDiagram,
  revealFindings,
  revealGate,
  revealPart,
} from './requests.ts';
import { webviewPage } from './webviewPage.ts';

export interface PreviewParts {
  readonly extensionUri: vscode.Uri;
  readonly documents: CheckedSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: PreviewSettings;
}

/** What the preview asks the settings. */
export interface PreviewSettings {
  of(): { readonly look: PictureLook; readonly mouseNavigation: MouseNavigation; readonly images: ExportSettings };
  readonly onDidChange: vscode.Event<void>;
}

export class PreviewPanel implements vscode.Disposable {
  /** By which commands of the panel's context menu know it. */
  readonly id = createNonce();
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: PreviewParts;
  readonly #owned: vscode.Disposable[] = [];
  /** What the page is about; what was sent last, once it was. */
  #target: CheckedDocument | undefined;
  #offset = 0;
  /** A document that was opened for the preview and is not checked yet. */
  #awaited: { readonly uri: string; readonly offset: number } | undefined;
  #missing: string | undefined;
  #sent:
    | { readonly checked: CheckedDocument; readonly current: number | undefined; readonly marked: readonly string[] }
    | undefined;
  /** Texts the page has; empty after each load. */
  #known: ReadonlySet<string> = new Set();
  readonly #images = new ImageRequests();
  /** Who waits until the page knows what is shown. */
  readonly #whenSent: (() => void)[] = [];
  #isLocked = false;
  #isReady = false;
  #isAsking = false;
  #seq = 0;
  #look: PictureLook;
  #mouseNavigation: MouseNavigation;
  readonly #maximised: MaximisedGroup;

  constructor(panel: vscode.WebviewPanel, parts: PreviewParts) {
    this.#panel = panel;
    this.#parts = parts;
    this.#maximised = new MaximisedGroup(panel);
    const { look, mouseNavigation } = parts.settings.of();
    this.#look = look;
    this.#mouseNavigation = mouseNavigation;
    this.#owned.push(
      panel.webview.onDidReceiveMessage((raw: unknown) => this.#receive(raw)),
      panel.onDidChangeViewState(() => {
        // A hidden page is destroyed and says `ready` again when it comes back.
        if (!panel.visible) this.#isReady = false;
      }),
      followEditor(parts.documents, parts.clock, (checked, offset) => this.#follow(checked, offset)),
      parts.documents.onDidCheck((checked) => {
        if (checked.uri === this.#awaited?.uri) this.#arrive(checked, this.#awaited.offset);
        else if (checked.uri === this.#target?.uri) this.#follow(checked, this.#offset);
      }),
    );
    this.#owned.push(parts.settings.onDidChange(() => this.#dress()));
    panel.webview.html = this.#page();
  }

  /** What a page is told once takes a new page: it comes back to where it was, because it keeps its own state. */
  #dress(): void {
    const { look, mouseNavigation } = this.#parts.settings.of();
    if (look === this.#look && mouseNavigation === this.#mouseNavigation) return;
    this.#look = look;
    this.#mouseNavigation = mouseNavigation;
    this.#isReady = false;
    this.#panel.webview.html = this.#page();
  }

  /** Shows what was shown before VS Code restarted: the document and, of its diagrams, the one that was current. */
  async restore({ uri, current, pictures, locked }: PreviewState): Promise<void> {
    this.lock(locked ?? false);
    const line = current === undefined ? 1 : (pictures[current]?.diagram.line ?? 1);
    const document = await openShown(uri);
    // What was kept may be older than the editor that has come back meanwhile.
    if (this.#target === undefined)
      this.#open(uri, document, (text) => text.offsetAt(new vscode.Position(line - 1, 0)));
  }

  /** Shows the diagram at a place of a document, opening the document when need be. */
  async show(uri: string, place: (document: vscode.TextDocument) => number): Promise<void> {
    this.#open(uri, await openShown(uri), place);
  }

  #open(
    uri: string,
    document: vscode.TextDocument | undefined,
    place: (document: vscode.TextDocument) => number,
  ): void {
    if (document === undefined) {
      this.#missing = nameOf(uri);
      this.#target = undefined;
      this.#send();
      return;
    }
    const offset = place(document);
    const checked = this.#parts.documents.get(document.uri);
    if (checked !== undefined) this.#arrive(checked, offset);
    else this.#awaited = { uri: document.uri.toString(), offset };
  }

  /** What is shown: the document and the cursor's place in it. */
  get place(): PlaceArgument | undefined {
    return this.#target && { uri: this.#target.uri, offset: this.#offset };
  }

  /** Where a diagram of the page begins; where the cursor is, unless one is named. */
  placeOf(diagram: number | undefined): PlaceArgument | undefined {
    const start = diagram === undefined ? undefined : this.#target?.diagrams[diagram]?.span.start;
    return start === undefined || this.#target === undefined ? this.place : { uri: this.#target.uri, offset: start };
  }

  /** Whether the panel stays with its document and diagram. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** The diagram at the cursor. */
  get current(): number | undefined {
    return this.#target && diagramAt(this.#target.diagrams, this.#offset);
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Makes the panel stay with what it shows, or follow the cursor again. */
  lock(isLocked: boolean): void {
    this.#isLocked = isLocked;
    this.#sayTitle();
    if (this.#isReady) this.#post({ type: 'locked', locked: isLocked });
  }

  /** Brings the panel to the front, never in front of the text it is about. */
  reveal(): void {
    const hidesText = this.#panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
    this.#panel.reveal(hidesText ? vscode.ViewColumn.Beside : undefined, true);
  }

  /** Zooms what is shown, as the buttons of the toolbar do. */
  zoom(to: 'fit' | 'actual-size'): void {
    if (this.#isReady) this.#post({ type: 'zoom', to });
  }

  /** Selects a diagram of the page in its text. */
  async goToSource(diagram: number): Promise<void> {
    const shown = this.#sent?.checked;
    if (shown !== undefined) await revealDiagram(diagram, 'diagram', shown);
  }

  /** What is shown, once the page was told; its pictures are drawn as they are asked for. */
  async drawnPage(): Promise<DrawnPage> {
    if (!this.#panel.visible) this.reveal();
    if (!this.#isReady || this.#sent === undefined) await new Promise<void>((resolve) => this.#whenSent.push(resolve));
    const checked = this.#sent?.checked;
    if (checked === undefined) throw new Error(vscode.l10n.t('There is nothing to export.'));
    return new PanelPage(checked, this.#panel, (request) => this.#askImage(request));
  }

  #askImage(request: WithoutSeq<ImageRequest>): Promise<GoodAnswer> {
    const seq = this.#next();
    const answer = this.#images.wait(seq);
    this.#post({ ...request, seq });
    return answer;
  }

  dispose(): void {
    this.#images.abandon(vscode.l10n.t('The preview was closed.'));
    vscode.Disposable.from(...this.#owned).dispose();
  }

  /** Goes where the cursor is, unless the panel is locked: then only the text of its own diagram changes. */
  #follow(checked: CheckedDocument, offset: number): void {
    if (!this.#isLocked) this.#arrive(checked, offset);
    else if (checked.uri === this.#target?.uri) {
      this.#arrive(checked, stayAt(this.#target.diagrams, this.#offset, checked.diagrams, offset));
    }
  }

  /** Shows another diagram of the page, also where the panel is locked: then it stays with that one. */
  #goTo(shown: CheckedDocument, index: number): string | undefined {
    const diagram = shown.diagrams[index];
    if (diagram === undefined) return vscode.l10n.t('The diagram is not there any more.');
    this.#arrive(shown, diagram.span.start);
    return undefined;
  }

  #sayTitle(): void {
    if (this.#target === undefined) return;
    const name = nameOf(this.#target.uri);
    const title = this.#isLocked ? vscode.l10n.t('Preview {0} (locked)', name) : vscode.l10n.t('Preview {0}', name);
    if (title !== this.#panel.title) this.#panel.title = title;
  }

  #arrive(checked: CheckedDocument, offset: number): void {
    this.#target = checked;
    this.#offset = offset;
    this.#missing = undefined;
    this.#awaited = undefined;
    this.#sayTitle();
    this.#send();
  }

  #send(): void {
    if (!this.#isReady) return;
    const checked = this.#target;
    if (checked === undefined) {
      this.#sent = undefined;
      const reason = this.#missing === undefined ? 'no-document' : 'missing-file';
      this.#post({ type: 'nothing', seq: this.#next(), reason, name: this.#missing });
      this.#tellWaiting();
      return;
    }
    const current = diagramAt(checked.diagrams, this.#offset);
    const marked = current === undefined ? [] : namesAt(checked.diagrams[current], this.#offset);
    if (this.#sent?.checked !== checked) this.#sendPage(checked, current, marked);
    else if (this.#sent.current !== current || this.#sent.marked.join() !== marked.join()) {
      this.#post({ type: 'cursor', uri: checked.uri, version: checked.version, current, marked });
    }
    this.#sent = { checked, current, marked };
    this.#tellWaiting();
  }

  #tellWaiting(): void {
    for (const resolve of this.#whenSent.splice(0)) resolve();
  }

  #sendPage(checked: CheckedDocument, current: number | undefined, marked: readonly string[]): void {
    const document = pageOf(checked, {
      name: nameOf(checked.uri),
      lineOf: lineFinder(checked),
      knows: (key) => this.#known.has(key),
      describeGate: (gate) => ({ title: gateTitle(gate.id), words: gateLine(gate) }),
      sayFinding: (line, message) => vscode.l10n.t('Line {0}: {1}', line, message),
      unexplained: vscode.l10n.t('Mermaid cannot read this diagram.'),
    });
    this.#known = new Set(checked.diagrams.map(({ key }) => key));
    this.#post({ type: 'show', seq: this.#next(), document, current, marked });
  }

  #receive(raw: unknown): void {
    const message = parseShellToHost(raw);
    if (message === undefined) {
      this.#parts.log.warn('preview: ignored a message of an unknown shape');
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#restart(message.protocol);
        break;
      case 'shown':
        this.#logShown(message);
        break;
      case 'lock':
        this.lock(message.locked);
        break;
      case 'reveal':
      case 'revealPart':
      case 'revealGate':
      case 'revealFindings':
      case 'goTo':
      case 'fix':
      case 'focusText':
      case 'export':
      case 'saveInstead':
      case 'openLink':
        void this.#answer(message);
        break;
      case 'image':
      case 'copied':
      case 'noImage':
        this.#images.receive(message);
        break;
      case 'maximise':
        void this.#maximised.set(message.on);
        break;
      case 'note':
        this.#parts.log[message.level](`preview: ${message.message}`);
        break;
      default:
        assertNever(message);
    }
  }

  #restart(protocol: number): void {
    if (protocol !== previewProtocol) {
      this.#parts.log.error(`preview: the page speaks protocol ${protocol}, not ${previewProtocol}`);
      return;
    }
    this.#isReady = true;
    // A page that comes back shows its bars again.
    void this.#maximised.set(false);
    this.#known = new Set();
    this.#sent = undefined;
    this.#images.abandon(vscode.l10n.t('The preview was loaded again.'));
    this.#post({ type: 'locked', locked: this.#isLocked });
    this.#send();
  }

  #logShown({ version, outcome, failures }: Extract<ShellToHost, { readonly type: 'shown' }>): void {
    if (outcome === 'settled') this.#parts.log.debug(`preview: version ${version} is drawn`);
    for (const { diagram, problem } of failures) {
      this.#parts.log.info(`preview: diagram ${diagram + 1} of version ${version}: ${JSON.stringify(problem)}`);
    }
  }

  async #answer(request: ShellRequest): Promise<void> {
    const { seq } = request;
    let problem: string | undefined;
    try {
      problem = await this.#do(request);
    } catch (thrown) {
      problem = vscode.l10n.t('It did not work: see the log of Diagram Gates.');
      this.#parts.log.error(`preview: ${request.type}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    this.#post(problem === undefined ? { type: 'done', seq } : { type: 'refused', seq, problem });
  }

  async #do(request: ShellRequest): Promise<string | undefined> {
    const shown = this.#sent?.checked;
    if (shown?.uri !== request.uri || shown.version !== request.version) {
      return vscode.l10n.t('The document changed meanwhile; try again.');
    }
    if (request.type === 'reveal') return revealDiagram(request.diagram, request.target, shown);
    if (request.type === 'revealPart') return revealPart(request, shown);
    if (request.type === 'revealGate') return revealGate(request.gate, shown);
    if (request.type === 'revealFindings') return revealFindings(request.diagram, shown);
    if (request.type === 'focusText') return focusText(shown);
    if (request.type === 'fix') return fixFault(request.diagram, shown);
    if (request.type === 'goTo') return this.#goTo(shown, request.diagram);
    if (request.type === 'export' || request.type === 'saveInstead') {
      const page = await this.drawnPage();
      const { images } = this.#parts.settings.of();
      if (request.type === 'export') await exportDiagram(page, request.diagram, images);
      else await offerToSave(page, request.diagram, images, request.problem);
      return undefined;
    }
    // A picture cannot click, but whatever can must not pile up questions.
    if (this.#isAsking) return vscode.l10n.t('Another link waits for an answer.');
    this.#isAsking = true;
    try {
      return await openLink(request.href);
    } finally {
      this.#isAsking = false;
    }
  }

  #post(message: HostToShell): void {
    void this.#panel.webview.postMessage(message);
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq;
  }

  #page(): string {
    return webviewPage(this.#panel.webview, this.#parts.extensionUri, {
      script: 'shell.js',
      title: vscode.l10n.t('Diagram Preview'),
      look: this.#look,
      mouseNavigation: this.#mouseNavigation,
      menuContext: menuContextOf(this.id),
    });
  }
}

/** Lines of the text that was checked; when that text is gone, of the one that took its place. */
function lineFinder(checked: CheckedDocument): (offset: number) => number {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === checked.uri);
  return (offset) => (document === undefined ? 1 : document.positionAt(offset).line + 1);
}

const nameOf = (uri: string): string => lastOf(vscode.Uri.parse(uri));
