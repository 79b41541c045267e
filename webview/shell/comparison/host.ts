/** The way from a comparison's page to the extension host and back; every message is checked, and only VS Code's own are read. */
import { parseHostToComparison } from '../../../core/comparisonProtocol.ts';
import type { Comparison, ComparisonToHost, HostToComparison } from '../../../core/comparisonProtocol.ts';

interface VsCodeApi {
  postMessage(message: ComparisonToHost): void;
  setState(state: { readonly uri: string }): void;
}

/** VS Code puts this into each webview; it may be called once. */
declare function acquireVsCodeApi(): VsCodeApi;

export class ComparisonHost {
  readonly #api = acquireVsCodeApi();
  #seq = 0;
  #shown: Pick<Comparison, 'uri' | 'version'> | undefined;

  listen(receive: (message: HostToComparison) => void): void {
    addEventListener('message', (event: MessageEvent) => {
      // The isolated frame's origin is opaque; VS Code's messages come from the page's own.
      if (event.origin !== window.origin) return;
      const message = parseHostToComparison(event.data);
      if (message === undefined) {
        this.note('warn', 'the comparison ignored a message it does not know');
        return;
      }
      if (message.type === 'compare') {
        this.#shown = message.comparison;
        // So that the panel comes back after a restart.
        this.#api.setState({ uri: message.comparison.uri });
      }
      receive(message);
    });
  }

  post(message: ComparisonToHost): void {
    this.#api.postMessage(message);
  }

  /** Asks for a diagram of the page as it is now. */
  reveal(diagram: number): void {
    if (this.#shown === undefined) return;
    const { uri, version } = this.#shown;
    this.post({ type: 'reveal', seq: (this.#seq += 1), uri, version, diagram });
  }

  note(level: 'debug' | 'info' | 'warn' | 'error', message: string): void {
    this.post({ type: 'note', level, message: message.slice(0, 2_000) });
  }
}
