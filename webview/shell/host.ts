/** The way to the extension host and back: every message is checked, and only VS Code's own are read. */
import { parseHostToShell, parsePreviewState } from '../../core/protocol.ts';
import type { HostToShell, PreviewDocument, PreviewState, ShellRequest, ShellToHost } from '../../core/protocol.ts';

interface VsCodeApi {
  postMessage(message: ShellToHost): void;
  getState(): unknown;
  setState(state: PreviewState): void;
}

/** VS Code puts this into each webview; it may be called once. */
declare function acquireVsCodeApi(): VsCodeApi;

/** What is asked of a page, without what every request says. */
export type PageRequest = ShellRequest extends infer Request
  ? Request extends ShellRequest
    ? Omit<Request, 'seq' | 'uri' | 'version'>
    : never
  : never;

export class Host {
  readonly #api = acquireVsCodeApi();
  #seq = 0;

  listen(receive: (message: HostToShell) => void): void {
    addEventListener('message', (event: MessageEvent) => {
      // The isolated frame's origin is opaque; VS Code's messages come from the page's own.
      if (event.origin !== window.origin) return;
      const message = parseHostToShell(event.data);
      if (message === undefined) this.note('warn', 'the preview ignored a message it does not know');
      else receive(message);
    });
  }

  post(message: ShellToHost): void {
    this.#api.postMessage(message);
  }

  /** Numbers a request about a page and sends it. */
  request({ uri, version }: Pick<PreviewDocument, 'uri' | 'version'>, request: PageRequest): void {
    this.post({ ...request, uri, version, seq: (this.#seq += 1) });
  }

  note(level: 'debug' | 'info' | 'warn' | 'error', message: string): void {
    this.post({ type: 'note', level, message: message.slice(0, 2_000) });
  }

  /** What was kept before the panel was hidden; `undefined` when there is nothing or it is not ours. */
  recall(): PreviewState | undefined {
    return parsePreviewState(this.#api.getState());
  }

  keep(state: PreviewState): void {
    this.#api.setState(state);
  }
}
