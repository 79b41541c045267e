/** Has diagrams drawn in a page of a browser: opens the page, gives it what it needs, and starts anew when it hangs. */
import { randomBytes } from 'node:crypto';
import { fileOfPart } from '../../core/frameParts.ts';
import type { RenderProblem } from '../../core/protocol.ts';
import { parseFromPage } from '../../core/renderProtocol.ts';
import type { DrawOrder, ToPage } from '../../core/renderProtocol.ts';
import { parser, record, text } from '../../core/shape.ts';
import type { Reader } from '../../core/shape.ts';
import type { Clock } from '../../core/ports.ts';
import { startBrowser } from './browser.ts';
import type { Browser } from './browser.ts';

export interface DrawerParts {
  /** The browser's program. */
  readonly program: string;
  /** The text of a file that the build put beside the frame's script. */
  readonly readAsset: (name: string) => Promise<string>;
  readonly clock: Clock;
  /** The time one drawing may take, in milliseconds. */
  readonly budget: number;
}

export type Drawn = { readonly data: string } | { readonly problem: RenderProblem };

/** The page ends a drawing itself; one that cannot even do that is ended from here, this much later, in milliseconds. */
const graceMs = 60_000;

/** No origin, no network; the frame's script and styles, and what is inside a picture. */
const pageOf = (nonce: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
<title>Diagram Gates</title>
</head>
<body></body>
</html>`;

const anything: Reader<unknown> = (raw) => ({ value: raw });
const parseTarget = parser(record({ targetId: text() }));
const parseSession = parser(record({ sessionId: text() }));
const parseTree = parser(record({ frameTree: record({ frame: record({ id: text() }) }) }));
const parseEvaluated = parser(record({ result: record({ value: anything }), exceptionDetails: anything }));

export class Drawer {
  readonly #parts: DrawerParts;
  #open: Promise<{ readonly browser: Browser; readonly session: string }> | undefined;
  #seq = 0;

  constructor(parts: DrawerParts) {
    this.#parts = parts;
  }

  /** One drawing after the other; rejects when the browser cannot be used at all. */
  async draw(order: Omit<DrawOrder, 'type' | 'seq'>): Promise<Drawn> {
    const { clock, budget } = this.#parts;
    const seq = ++this.#seq;
    const opened = await this.#openPage();
    let stopWaiting = (): void => undefined;
    const late = new Promise<Drawn>((resolve) => {
      stopWaiting = clock.after(budget + graceMs, () => resolve({ problem: { kind: 'timeout', budget } }));
    });
    const drawn = this.#drawIn(opened, { type: 'draw', seq, ...order }).then((result) => ({ result }));
    const first = await Promise.race([drawn, late]);
    stopWaiting();
    if ('result' in first) return first.result;
    drawn.catch(() => undefined);
    await this.close();
    return first;
  }

  async close(): Promise<void> {
    const opened = await this.#open?.catch(() => undefined);
    this.#open = undefined;
    await opened?.browser.close();
  }

  async #drawIn({ browser, session }: { readonly browser: Browser; readonly session: string }, order: DrawOrder) {
    const give = (message: ToPage): Promise<unknown> =>
      evaluate(browser, session, `page.receive(${JSON.stringify(message)})`);
    await give(order);
    for (;;) {
      const message = parseFromPage(await evaluate(browser, session, 'page.next()'));
      if (message === undefined) throw new Error('the page says what nobody understands');
      if (message.type === 'need') {
        const { name } = message;
        const part = await this.#parts.readAsset(fileOfPart(name)).catch(() => undefined);
        await give({ type: 'part', name, text: part });
      } else if (message.seq === order.seq) {
        return message.type === 'drawn' ? { data: message.data } : { problem: message.problem };
      }
    }
  }

  #openPage(): Promise<{ readonly browser: Browser; readonly session: string }> {
    this.#open ??= this.#start();
    return this.#open;
  }

  async #start(): Promise<{ readonly browser: Browser; readonly session: string }> {
    const { program, readAsset, budget } = this.#parts;
    const [script, frameScript] = await Promise.all([readAsset('rendering.js'), readAsset('frame.js')]);
    const browser = await startBrowser(program);
    try {
      const { devTools } = browser;
      const target = parseTarget(await devTools.send('Target.createTarget', { url: 'about:blank' }));
      const attached = await devTools.send('Target.attachToTarget', { targetId: target?.targetId, flatten: true });
      const session = parseSession(attached)?.sessionId;
      if (session === undefined) throw new Error('the browser opens no page');
      await devTools.send(
        'Network.emulateNetworkConditions',
        { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
        session,
      );
      const nonce = randomBytes(24).toString('base64url');
      const tree = parseTree(await devTools.send('Page.getFrameTree', {}, session));
      await devTools.send(
        'Page.setDocumentContent',
        { frameId: tree?.frameTree.frame.id, html: pageOf(nonce) },
        session,
      );
      await evaluate(browser, session, `${script};undefined`);
      const setup = JSON.stringify({ frameScript, nonce, budget });
      await evaluate(browser, session, `globalThis.page = openRenderingPage(${setup});undefined`);
      return { browser, session };
    } catch (problem) {
      await browser.close();
      throw problem;
    }
  }
}

async function evaluate({ devTools }: Browser, session: string, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  const evaluated = parseEvaluated(await devTools.send('Runtime.evaluate', params, session));
  if (evaluated?.exceptionDetails !== undefined) throw new Error('the page failed to do what it was asked for');
  return evaluated?.result.value;
}
