/** What a preview's page was told: it is sent no more than it lacks, and nothing while it is not there. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { HostToShell, ImageRequest } from '../../core/protocol.ts';
import { gateLine, gateTitle } from '../gateWords.ts';
import { Arrival } from './arrival.ts';
import type { WithoutSeq } from './drawnPage.ts';
import { ImageRequests } from './imageRequests.ts';
import type { GoodAnswer, ImageAnswer } from './imageRequests.ts';
import { diagramAt, namesAt, pageOf } from './page.ts';
import { nameOf } from './places.ts';

/** What a page is to show: a document and a place in it, or why there is none. */
export interface Target {
  readonly checked: CheckedDocument | undefined;
  readonly offset: number;
  /** The name of the file that is not there any more. */
  readonly missing: string | undefined;
}

interface Sent {
  readonly checked: CheckedDocument;
  readonly current: number | undefined;
  readonly marked: readonly string[];
}

export class PanelLink {
  readonly #webview: vscode.Webview;
  readonly #images = new ImageRequests();
  /** The page knows what it is to show. */
  readonly #told = new Arrival();
  /** Texts the page has; empty after each load. */
  #known: ReadonlySet<string> = new Set();
  #sent: Sent | undefined;
  #isReady = false;
  #seq = 0;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  /** What the page was told to show. */
  get shown(): CheckedDocument | undefined {
    return this.#sent?.checked;
  }

  /** The page says that it is there, and knows nothing. */
  begin(): void {
    this.#isReady = true;
    this.#known = new Set();
    this.#sent = undefined;
    this.#images.abandon(vscode.l10n.t('The preview was loaded again.'));
  }

  /** The page is gone; it begins again when it comes back. */
  end(): void {
    this.#isReady = false;
  }

  /** The page is gone for good: whoever waits for something of it is told. */
  close(): void {
    const reason = vscode.l10n.t('The preview was closed.');
    this.#images.abandon(reason);
    this.#told.fail(reason);
  }

  post(message: HostToShell): void {
    void this.#webview.postMessage(message);
  }

  /** Says something that a page which is not there need not know. */
  tell(message: HostToShell): void {
    if (this.#isReady) this.post(message);
  }

  askImage(request: WithoutSeq<ImageRequest>): Promise<GoodAnswer> {
    const seq = this.#next();
    const answer = this.#images.wait(seq);
    this.post({ ...request, seq });
    return answer;
  }

  receiveImage(answer: ImageAnswer): void {
    this.#images.receive(answer);
  }

  /** What the page shows, once it was told; rejects when the panel is closed before. */
  async whenShown(): Promise<CheckedDocument | undefined> {
    if (!this.#isReady || this.#sent === undefined) await this.#told.next();
    return this.#sent?.checked;
  }

  /** Brings the page in step with what it is to show. */
  show({ checked, offset, missing }: Target): void {
    if (!this.#isReady) return;
    if (checked === undefined) {
      this.#sent = undefined;
      const reason = missing === undefined ? 'no-document' : 'missing-file';
      this.post({ type: 'nothing', seq: this.#next(), reason, name: missing });
    } else {
      const current = diagramAt(checked.diagrams, offset);
      const marked = current === undefined ? [] : namesAt(checked.diagrams[current], offset);
      this.#send({ checked, current, marked });
    }
    this.#told.come();
  }

  #send(wanted: Sent): void {
    const { checked, current, marked } = wanted;
    if (this.#sent?.checked !== checked) this.#sendPage(wanted);
    else if (this.#sent.current !== current || this.#sent.marked.join() !== marked.join()) {
      this.post({ type: 'cursor', uri: checked.uri, version: checked.version, current, marked });
    }
    this.#sent = wanted;
  }

  #sendPage({ checked, current, marked }: Sent): void {
    const document = pageOf(checked, {
      name: nameOf(checked.uri),
      lineOf: lineFinder(checked),
      knows: (key) => this.#known.has(key),
      describeGate: (gate) => ({ title: gateTitle(gate.id), words: gateLine(gate) }),
      sayFinding: (line, message) => vscode.l10n.t('Line {0}: {1}', line, message),
      unexplained: vscode.l10n.t('Mermaid cannot read this diagram.'),
    });
    this.#known = new Set(checked.diagrams.map(({ key }) => key));
    this.post({ type: 'show', seq: this.#next(), document, current, marked });
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq;
  }
}

/** Lines of the text that was checked; when that text is gone, of the one that took its place. */
function lineFinder(checked: CheckedDocument): (offset: number) => number {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === checked.uri);
  return (offset) => (document === undefined ? 1 : document.positionAt(offset).line + 1);
}
