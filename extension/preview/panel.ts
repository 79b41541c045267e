/** One preview panel: what it shows, and what its page says. */
import * as vscode from 'vscode';
import { assertNever } from '../../core/model.ts';
import { parseShellToHost, previewProtocol } from '../../core/protocol.ts';
import type { MouseNavigation, PictureLook, PreviewState, ShellToHost } from '../../core/protocol.ts';
import type { Clock, Log } from '../../core/ports.ts';
import type { PlaceArgument } from '../place.ts';
import { Answers } from './answers.ts';
import { createNonce } from './html.ts';
import { PanelPage } from './drawnPage.ts';
import type { DrawnPage } from './drawnPage.ts';
import type { ExportSettings } from './export.ts';
import { followEditor } from './follow.ts';
import type { CheckedSource } from './follow.ts';
import { MaximisedGroup } from './maximise.ts';
import { menuContextOf } from './menuArgument.ts';
import { PanelLink } from './panelLink.ts';
import { PanelPlace } from './panelPlace.ts';
import { nameOf } from './places.ts';
import { openShown, revealDiagram } from './requests.ts';
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
  readonly #link: PanelLink;
  readonly #answers: Answers;
  readonly #place: PanelPlace;
  #look: PictureLook;
  #mouseNavigation: MouseNavigation;
  readonly #maximised: MaximisedGroup;

  constructor(panel: vscode.WebviewPanel, parts: PreviewParts) {
    this.#panel = panel;
    this.#parts = parts;
    this.#maximised = new MaximisedGroup(panel);
    this.#link = new PanelLink(panel.webview);
    this.#place = new PanelPlace(parts.documents, () => this.#show());
    this.#answers = new Answers({
      log: parts.log,
      images: () => parts.settings.of().images,
      shown: () => this.#link.shown,
      drawnPage: () => this.drawnPage(),
      goTo: (shown, diagram) => this.#place.goTo(shown, diagram),
      follow: (shown, offset) => this.#place.follow(shown, offset),
      post: (message) => this.#link.post(message),
    });
    ({ look: this.#look, mouseNavigation: this.#mouseNavigation } = parts.settings.of());
    this.#owned.push(
      panel.webview.onDidReceiveMessage((raw: unknown) => this.#receive(raw)),
      panel.onDidChangeViewState(() => {
        // A hidden page is destroyed and says `ready` again when it comes back.
        if (!panel.visible) this.#link.end();
      }),
      followEditor(parts.documents, parts.clock, (checked, offset) => this.#place.follow(checked, offset)),
      parts.documents.onDidCheck((checked) => this.#place.learn(checked)),
      parts.settings.onDidChange(() => this.#dress()),
    );
    panel.webview.html = this.#page();
  }

  /** What a page is told once takes a new page: it comes back to where it was, because it keeps its own state. */
  #dress(): void {
    const { look, mouseNavigation } = this.#parts.settings.of();
    if (look === this.#look && mouseNavigation === this.#mouseNavigation) return;
    this.#look = look;
    this.#mouseNavigation = mouseNavigation;
    this.#link.end();
    this.#panel.webview.html = this.#page();
  }

  /** Shows what was shown before VS Code restarted: the document and, of its diagrams, the one that was current. */
  async restore({ uri, current, pictures, locked }: PreviewState): Promise<void> {
    this.lock(locked ?? false);
    const line = current === undefined ? 1 : (pictures[current]?.diagram.line ?? 1);
    const document = await openShown(uri);
    // What was kept may be older than the editor that has come back meanwhile.
    if (this.place === undefined) {
      this.#place.open(uri, document, (text) => text.offsetAt(new vscode.Position(line - 1, 0)));
    }
  }

  /** Shows the diagram at a place of a document, opening the document when need be. */
  async show(uri: string, place: (document: vscode.TextDocument) => number): Promise<void> {
    this.#place.open(uri, await openShown(uri), place);
  }

  /** What is shown: the document and the cursor's place in it. */
  get place(): PlaceArgument | undefined {
    return this.#place.place;
  }

  /** Where a diagram of the page begins; where the cursor is, unless one is named. */
  placeOf(diagram: number | undefined): PlaceArgument | undefined {
    return this.#place.placeOf(diagram);
  }

  /** Whether the panel stays with its document and diagram. */
  get isLocked(): boolean {
    return this.#place.isLocked;
  }

  /** The diagram at the cursor. */
  get current(): number | undefined {
    return this.#place.current;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Makes the panel stay with what it shows, or follow the cursor again. */
  lock(isLocked: boolean): void {
    this.#place.isLocked = isLocked;
    this.#sayTitle();
    this.#link.tell({ type: 'locked', locked: isLocked });
  }

  /** Brings the panel to the front, never in front of the text it is about. */
  reveal(): void {
    const hidesText = this.#panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
    this.#panel.reveal(hidesText ? vscode.ViewColumn.Beside : undefined, true);
  }

  /** Zooms what is shown, as the buttons of the toolbar do. */
  zoom(to: 'fit' | 'actual-size'): void {
    this.#link.tell({ type: 'zoom', to });
  }

  /** Selects a diagram of the page in its text. */
  async goToSource(diagram: number): Promise<void> {
    if (this.#link.shown !== undefined) await revealDiagram(diagram, 'diagram', this.#link.shown);
  }

  /** What is shown, once the page was told; its pictures are drawn as they are asked for. */
  async drawnPage(): Promise<DrawnPage> {
    if (!this.#panel.visible) this.reveal();
    const checked = await this.#link.whenShown();
    if (checked === undefined) throw new Error(vscode.l10n.t('There is nothing to export.'));
    return new PanelPage(checked, this.#panel, (request) => this.#link.askImage(request));
  }

  dispose(): void {
    this.#link.close();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #sayTitle(): void {
    if (this.place === undefined) return;
    const name = nameOf(this.place.uri);
    const title = this.isLocked ? vscode.l10n.t('Preview {0} (locked)', name) : vscode.l10n.t('Preview {0}', name);
    if (title !== this.#panel.title) this.#panel.title = title;
  }

  /** Brings title and page in step with where the panel is. */
  #show(): void {
    this.#sayTitle();
    this.#link.show(this.#place.target);
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
        void this.#answers.answer(message);
        break;
      case 'image':
      case 'copied':
      case 'noImage':
        this.#link.receiveImage(message);
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
    this.#link.begin();
    // A page that comes back shows its bars again.
    void this.#maximised.set(false);
    this.#link.post({ type: 'locked', locked: this.isLocked });
    this.#show();
  }

  #logShown({ version, outcome, failures }: Extract<ShellToHost, { readonly type: 'shown' }>): void {
    if (outcome === 'settled') this.#parts.log.debug(`preview: version ${version} is drawn`);
    for (const { diagram, problem } of failures) {
      this.#parts.log.info(`preview: diagram ${diagram + 1} of version ${version}: ${JSON.stringify(problem)}`);
    }
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
