/** Serves the preview's page from this machine, as the extension builds it and VS Code dresses it. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MouseNavigation, PreviewState } from '../../core/protocol.ts';
import { createNonce, previewHtml } from '../../extension/preview/html.ts';
import { menuContextOf } from '../../extension/preview/menuArgument.ts';
import { panelTexts } from '../../extension/preview/panelTexts.ts';
import { themes } from './themes.ts';
import type { ThemeName } from './themes.ts';

const scriptsFolder = path.resolve(import.meta.dirname, '../../dist/webview');

export interface PreviewOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** The time one diagram may take, in milliseconds. */
  readonly budget?: number;
  readonly mouseNavigation?: MouseNavigation;
  /** What the panel kept before. */
  readonly state?: PreviewState;
  readonly reducedMotion?: boolean;
}

const contentTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** The pages by their addresses: the preview's and a comparison's. */
const pageScripts: Readonly<Record<string, string>> = { '/': 'shell.js', '/comparison': 'comparison.js' };

/** Serves the pages and what is built beside their scripts from this machine, and notes what was asked for. */
export class PreviewServer {
  readonly #server: Server;
  /** The paths that were asked for, the page's own among them. */
  readonly asked: string[] = [];
  options: PreviewOptions = {};

  private constructor() {
    this.#server = createServer((request, response) => {
      const asked = request.url ?? '';
      this.asked.push(asked);
      const script = pageScripts[asked];
      if (script !== undefined) {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(this.#page(script));
        return;
      }
      const type = contentTypes[path.extname(asked)];
      readFile(path.join(scriptsFolder, path.posix.normalize(asked))).then(
        (file) =>
          (type === undefined ? response.writeHead(404) : response.writeHead(200, { 'content-type': type })).end(file),
        () => response.writeHead(404).end(),
      );
    });
  }

  static async start(): Promise<PreviewServer> {
    const server = new PreviewServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The page as the extension builds it, with what VS Code adds: its theme on `html` and `body`. */
  #page(script: string): string {
    const { theme = 'dark', budget = 10_000, mouseNavigation = 'always' } = this.options;
    const { bodyClass, variables } = themes[theme];
    const style = Object.entries(variables)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ')
      .replaceAll('"', '&quot;');
    return previewHtml({
      language: 'en',
      title: 'Diagram Preview',
      nonce: createNonce(),
      menuContext: menuContextOf('panel'),
      cspSource: this.origin,
      shellScript: `${this.origin}/${script}`,
      config: { frame: `${this.origin}/frame.js`, budget, mouseNavigation, texts: panelTexts((text) => text) },
    })
      .replace('<html ', `<html style="${style}" `)
      .replace('<body ', `<body class="${bodyClass}" `)
      .replace('<head>', '<head><script>/* VS Code puts its own script here. */</script>');
  }
}
