/** Opens the real preview page in a browser as VS Code would: same HTML, same scripts, a host of our own. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type {
  DiagramFindings,
  HostToShell,
  PreviewDiagram,
  PreviewGate,
  PreviewPlane,
  ShellToHost,
} from '../../core/protocol.ts';
import { longestDiagram, parseShellToHost } from '../../core/protocol.ts';
import type { PreviewOptions, PreviewServer } from './previewServer.ts';
import { themes } from './themes.ts';
import type { ThemeName } from './themes.ts';

const resultsFolder = path.resolve(import.meta.dirname, '../../test-results');

/** A diagram of the page; `line` and `key` are made up unless given. */
export interface TestDiagram {
  readonly text: string;
  readonly type?: string;
  readonly outline?: readonly string[];
  readonly fault?: string;
  /** The title of the fault's repair. */
  readonly fix?: string;
  readonly title?: string;
  readonly findings?: DiagramFindings;
  readonly planes?: readonly PreviewPlane[];
}

/** What the page keeps of the time. */
interface Clocked {
  readonly sentAt: Record<number, number>;
  readonly answeredAt: Record<number, number>;
}

/** The preview in a page of its own, with everything it said and did. */
export class Preview {
  readonly page: Page;
  /** Requests that left for any place but our server. */
  readonly strayRequests: string[] = [];
  /** Policy violations in the shell. */
  readonly violations: string[] = [];
  readonly errors: string[] = [];
  /** Where the page went, and windows that it opened, after it was there. */
  readonly movements: string[] = [];
  readonly #context: BrowserContext;
  readonly #server: PreviewServer;
  readonly #posted: ShellToHost[] = [];
  readonly #listeners = new Set<() => void>();
  #seq = 0;
  #version = 0;
  #state: unknown;

  private constructor(context: BrowserContext, page: Page, server: PreviewServer) {
    this.#context = context;
    this.#server = server;
    this.page = page;
  }

  static async open(browser: Browser, server: PreviewServer, options: PreviewOptions = {}): Promise<Preview> {
    server.options = options;
    server.asked.length = 0;
    const context = await browser.newContext({
      viewport: { width: options.width ?? 720, height: options.height ?? 560 },
      reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    const preview = new Preview(context, page, server);
    preview.#state = options.state;
    await preview.#instrument(server.origin);
    await page.goto(`${server.origin}/`);
    await preview.said('ready');
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) preview.movements.push(`the page went to ${frame.url()}`);
    });
    page.on('popup', (popup) => preview.movements.push(`a window was opened at ${popup.url()}`));
    return preview;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** The paths that the server was asked for since the preview was opened, the page's own among them. */
  get asked(): readonly string[] {
    return this.#server.asked;
  }

  /** The picture that is shown, as it stands in the page. */
  drawnMarkup(): Promise<string> {
    return this.page.evaluate(
      () => document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot?.innerHTML ?? '',
    );
  }

  /** Everything the shell told the host so far. */
  get posted(): readonly ShellToHost[] {
    return this.#posted;
  }

  /** The version of the page that was sent last. */
  get version(): number {
    return this.#version;
  }

  /** What the shell asked VS Code to keep. */
  get state(): unknown {
    return this.#state;
  }

  async send(message: HostToShell): Promise<void> {
    await this.page.evaluate((data) => {
      if ('seq' in data) (window as unknown as Clocked).sentAt[data.seq] = performance.now();
      window.postMessage(data, window.origin);
    }, message);
  }

  /** Milliseconds on the page's own clock: when a request was sent and when it was answered, since the page was opened. */
  async timesOf(seq: number): Promise<{ readonly sent: number; readonly answered: number }> {
    return this.page.evaluate((which) => {
      const { sentAt, answeredAt } = window as unknown as Clocked;
      return { sent: sentAt[which] ?? NaN, answered: answeredAt[which] ?? NaN };
    }, seq);
  }

  /** Sends a page of diagrams and waits until what can be seen of it is drawn; gives the answer. */
  async show(
    diagrams: readonly TestDiagram[],
    current = 0,
    name = 'page.md',
  ): Promise<Extract<ShellToHost, { type: 'shown' }>> {
    const seq = await this.sendPage(diagrams, current, name);
    return this.settled(seq);
  }

  /** Sends a page of diagrams without waiting; gives the request's number. */
  async sendPage(
    diagrams: readonly TestDiagram[],
    current = 0,
    name = 'page.md',
    gates: readonly PreviewGate[] = [],
  ): Promise<number> {
    this.#seq += 1;
    this.#version += 1;
    await this.send({
      type: 'show',
      seq: this.#seq,
      current: diagrams.length === 0 ? undefined : current,
      marked: [],
      document: {
        uri: `file:///work/${name}`,
        version: this.#version,
        name,
        diagrams: diagrams.map(asPreviewDiagram),
        gates,
      },
    });
    return this.#seq;
  }

  async moveTo(current: number, name = 'page.md', marked: readonly string[] = []): Promise<void> {
    await this.send({ type: 'cursor', uri: `file:///work/${name}`, version: this.#version, current, marked });
  }

  async settled(seq: number, limit?: number): Promise<Extract<ShellToHost, { type: 'shown' }>> {
    return this.#find((message) => (message.type === 'shown' && message.seq === seq ? message : undefined), limit);
  }

  async said<Type extends ShellToHost['type']>(type: Type): Promise<Extract<ShellToHost, { type: Type }>> {
    return this.#find((message) =>
      message.type === type ? (message as Extract<ShellToHost, { type: Type }>) : undefined,
    );
  }

  /** The first message of a type after the first `count` messages. */
  async saidSince<Type extends ShellToHost['type']>(
    type: Type,
    count: number,
  ): Promise<Extract<ShellToHost, { type: Type }>> {
    return this.#find((message) =>
      message.type === type && this.#posted.indexOf(message) >= count
        ? (message as Extract<ShellToHost, { type: Type }>)
        : undefined,
    );
  }

  /** How many diagrams the frame was asked to draw. */
  async renders(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as { rendered: string[] }).rendered);
  }

  async setTheme(theme: ThemeName): Promise<void> {
    await this.page.evaluate(({ bodyClass, variables }) => {
      document.body.className = bodyClass;
      const style = Object.entries(variables)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; ');
      document.documentElement.setAttribute('style', style);
    }, themes[theme]);
  }

  /** The texts drawn on the sheets that are seen, one after the other. */
  async drawnText(): Promise<string> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.figure:not([hidden]) .picture')]
        .flatMap((host) => [...(host.shadowRoot?.querySelectorAll('svg > :not(style)') ?? [])])
        .map((node) => node.textContent)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }

  /** The words of the strips that are seen. */
  async strips(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.figure:not([hidden]) .strip-go')].map((strip) => strip.innerText),
    );
  }

  /** Switches to *Whole page*, or back. */
  async choose(mode: 'This diagram' | 'Whole page'): Promise<void> {
    await this.page.getByRole('button', { name: mode }).click();
  }

  async screenshot(name: string): Promise<void> {
    await savePicture(this.page, `preview-${name}`);
  }

  #find<T>(match: (message: ShellToHost) => T | undefined, limit = 30_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        for (const message of this.#posted) {
          const found = match(message);
          if (found === undefined) continue;
          this.#listeners.delete(look);
          clearTimeout(timer);
          resolve(found);
          return;
        }
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`the preview did not answer; it said ${JSON.stringify(this.#posted).slice(0, 2_000)}`));
      }, limit);
      this.#listeners.add(look);
      look();
    });
  }

  async #instrument(origin: string): Promise<void> {
    await this.page.exposeFunction('postToHost', (raw: unknown) => {
      const message = parseShellToHost(raw);
      if (message === undefined) this.errors.push(`the shell said something unknown: ${JSON.stringify(raw)}`);
      else this.#posted.push(message);
      for (const listener of [...this.#listeners]) listener();
    });
    await this.page.exposeFunction('keepState', (state: unknown) => {
      this.#state = state;
    });
    await this.page.exposeFunction('noteViolation', (text: string) => this.violations.push(text));
    this.page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    this.page.on('console', (message) => {
      if (message.text().includes('a script of a diagram ran')) this.errors.push(message.text());
    });
    this.page.on('dialog', (dialog) => {
      this.errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const note = (request: Request): void => {
      if (!request.url().startsWith(origin) && !/^(data|about):/.test(request.url())) {
        this.strayRequests.push(request.url());
      }
    };
    this.#context.on('requestfinished', note);
    this.#context.on('requestfailed', (request) => {
      // What the policy stops is announced as a request too, but never leaves the browser.
      if (!['csp', 'origin'].includes(request.failure()?.errorText ?? '')) note(request);
    });
    await this.page.addInitScript(instrumentPage, this.#state);
  }
}

/** Saves what a page shows as `test-results/<name>.png`. */
export async function savePicture(page: Page, name: string): Promise<void> {
  await mkdir(resultsFolder, { recursive: true });
  await page.screenshot({ path: path.join(resultsFolder, `${name}.png`) });
}

/** Runs in the page before its own scripts, and in the frame inside it. */
function instrumentPage(state: unknown): void {
  const global = window as unknown as Record<string, unknown>;
  // What a hostile diagram's script would call.
  global['xss'] = (): void => console.error('a script of a diagram ran');
  if (window !== window.top) return;
  const say = global as unknown as Record<'postToHost' | 'keepState' | 'noteViolation', (value: unknown) => void>;
  const rendered: string[] = [];
  global['rendered'] = rendered;
  const answeredAt: Record<number, number> = {};
  Object.assign(global, { answeredAt, sentAt: {} });
  let isTaken = false;
  global['acquireVsCodeApi'] = () => {
    if (isTaken) throw new Error('acquireVsCodeApi may be called once');
    isTaken = true;
    // VS Code's messages go through JSON, which drops `undefined`.
    const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    return {
      postMessage: (message: { readonly type: string; readonly seq?: number }) => {
        if (message.type === 'shown' && message.seq !== undefined) answeredAt[message.seq] = performance.now();
        say.postToHost(copy(message));
      },
      getState: () => state,
      setState: (kept: unknown) => say.keepState(copy(kept)),
    };
  };
  document.addEventListener('securitypolicyviolation', (event) => {
    say.noteViolation(`${event.violatedDirective} ${event.blockedURI}`);
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is bound to the right port each time it is called
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...sent: Parameters<typeof post>): void {
    const message = sent[0] as { readonly type?: string; readonly text?: string } | undefined;
    if (message?.type === 'render') rendered.push(message.text ?? '');
    post.apply(this, sent);
  } as typeof post;
}

function asPreviewDiagram(diagram: TestDiagram, index: number): PreviewDiagram {
  const line = 10 * index + 1;
  return {
    key: createHash('sha256').update(diagram.text).digest('hex'),
    // Cut as the extension cuts it; a text of this length is refused all the same.
    text: diagram.text.slice(0, longestDiagram),
    outline: diagram.outline,
    type: diagram.type,
    line,
    fault: diagram.fault === undefined ? undefined : { message: diagram.fault, fix: diagram.fix, line: line + 2 },
    title: diagram.title,
    findings: diagram.findings,
    planes: diagram.planes,
  };
}
