/** A page that is shown in a preview, and the preview's page that draws its pictures as they are asked for. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { ImageRequest, ImageWish } from '../../core/protocol.ts';
import type { GoodAnswer } from './imageRequests.ts';

export interface DrawnPage {
  readonly checked: CheckedDocument;
  /** SVG as text, other formats in base64; rejects with a sentence for people. */
  draw(diagram: number, wish: ImageWish): Promise<string>;
  /** Puts a PNG on the clipboard; gives the clipboard's reason when it refused, rejects when there is no picture. */
  copy(diagram: number, wish: ImageWish): Promise<string | undefined>;
}

export type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never;

/** A page that one panel shows. */
export class PanelPage implements DrawnPage {
  readonly checked: CheckedDocument;
  readonly #panel: vscode.WebviewPanel;
  readonly #ask: (request: WithoutSeq<ImageRequest>) => Promise<GoodAnswer>;

  constructor(
    checked: CheckedDocument,
    panel: vscode.WebviewPanel,
    ask: (request: WithoutSeq<ImageRequest>) => Promise<GoodAnswer>,
  ) {
    this.checked = checked;
    this.#panel = panel;
    this.#ask = ask;
  }

  async draw(diagram: number, wish: ImageWish): Promise<string> {
    const { uri, version } = this.checked;
    const answer = await this.#ask({ type: 'image', uri, version, diagram, ...wish });
    return answer.type === 'image' ? answer.data : '';
  }

  async copy(diagram: number, wish: ImageWish): Promise<string | undefined> {
    const { uri, version } = this.checked;
    // Only a page with the focus may write to the clipboard; whoever had it gets it back.
    const editor = this.#panel.active ? undefined : vscode.window.activeTextEditor;
    this.#panel.reveal(undefined, false);
    const answer = await this.#ask({ type: 'copy', uri, version, diagram, ...wish });
    if (editor !== undefined) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    return answer.type === 'copied' ? answer.problem : undefined;
  }
}
