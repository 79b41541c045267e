/** One isolated frame: opens it, talks to it over a port of its own, ends it. */
import { parseFrameToShell, previewProtocol } from '../../core/protocol.ts';
import type { FrameToShell, ShellToFrame } from '../../core/protocol.ts';

/**
 * The frame's page. Its script arrives in a message and goes in as text of an element: five megabytes of code inside HTML
 * would have to be escaped for the HTML parser first. The policy is stricter than the panel's own, which holds as well.
 */
const pageOf = (nonce: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
<title>Mermaid</title>
<style>body { margin: 0; font: 16px/normal sans-serif; }</style>
<script nonce="${nonce}">
addEventListener('message', function load(event) {
  if (event.source !== parent || typeof event.data !== 'string') return;
  removeEventListener('message', load);
  const script = document.createElement('script');
  script.nonce = '${nonce}';
  script.textContent = event.data;
  document.head.append(script);
});
</script>
</head>
<body></body>
</html>`;

/** Why a frame did not answer. */
export class FrameEnded extends Error {}

type Answer = Exclude<FrameToShell, { readonly type: 'ready' | 'need' }>;

/** Fetches what the frame needs, by its name; `undefined` where that fails. */
export type FetchPart = (name: string) => Promise<string | undefined>;

export class FrameWindow {
  readonly #iframe: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #fetchPart: FetchPart;
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>();
  /** Mermaid's version, once the frame is there; rejects with `FrameEnded`, or with why there will be none. */
  readonly ready: Promise<string>;
  #isReady: (mermaid: string) => void = () => undefined;
  #isNever: (reason: unknown) => void = () => undefined;

  /** The browser opens the page, in a process of its own, while the script is on its way. */
  constructor(script: Promise<string>, nonce: string, parent: HTMLElement, fetchPart: FetchPart) {
    this.#fetchPart = fetchPart;
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve;
      this.#isNever = reject;
    });
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.onmessage = (event: MessageEvent) => this.#receive(event.data);
    this.#iframe = document.createElement('iframe');
    this.#iframe.className = 'mermaid-frame';
    this.#iframe.setAttribute('sandbox', 'allow-scripts');
    this.#iframe.setAttribute('aria-hidden', 'true');
    this.#iframe.tabIndex = -1;
    this.#iframe.title = 'Mermaid';
    const loaded = new Promise((resolve) => this.#iframe.addEventListener('load', resolve, { once: true }));
    Promise.all([script, loaded]).then(([text]) => {
      // The frame's origin is opaque, so only `*` can name it; what goes there is no secret.
      this.#iframe.contentWindow?.postMessage(text, '*');
      this.#iframe.contentWindow?.postMessage('port', '*', [channel.port2]);
    }, this.#isNever);
    this.#iframe.srcdoc = pageOf(nonce);
    parent.append(this.#iframe);
  }

  /** The frame's answer; rejects with `FrameEnded` when the frame is ended first. */
  request(message: Exclude<ShellToFrame, { readonly type: 'part' }>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.seq, (answer) => (answer === undefined ? reject(new FrameEnded()) : resolve(answer)));
      this.#send(message);
    });
  }

  /** Ends the frame with whatever it is doing; may be called again. */
  end(): void {
    this.#port.close();
    this.#iframe.remove();
    this.#isNever(new FrameEnded());
    for (const settle of this.#waiting.values()) settle(undefined);
    this.#waiting.clear();
  }

  async #give(name: string): Promise<void> {
    this.#send({ type: 'part', name, text: await this.#fetchPart(name) });
  }

  #send(message: ShellToFrame): void {
    this.#port.postMessage(message);
  }

  #receive(raw: unknown): void {
    const message = parseFrameToShell(raw);
    if (message === undefined) return;
    if (message.type === 'ready') {
      if (message.protocol === previewProtocol) this.#isReady(message.mermaid);
      // Not `FrameEnded`, after which the same drawing is asked for again.
      else this.#isNever(new Error(`the frame speaks protocol ${message.protocol}`));
      return;
    }
    if (message.type === 'need') {
      void this.#give(message.name);
      return;
    }
    const settle = this.#waiting.get(message.seq);
    this.#waiting.delete(message.seq);
    settle?.(message);
  }
}
