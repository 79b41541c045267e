/** Shows hostile diagrams in the preview, touches all that can be touched, and tells what harm came of it. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Preview } from './preview.ts';

/** A place through which every request must go that leaves this machine. */
export class Watch {
  readonly #server: Server;
  readonly #seen: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      this.#seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(502).end();
    });
    server.on('connect', (request, socket) => {
      this.#seen.push(`CONNECT ${request.url ?? ''}`);
      socket.destroy();
    });
  }

  static async start(): Promise<Watch> {
    const watch = new Watch(createServer());
    await new Promise<void>((resolve) => watch.#server.listen(0, '127.0.0.1', resolve));
    return watch;
  }

  get port(): number {
    // It listens on a port, not on a pipe.
    return (this.#server.address() as AddressInfo).port;
  }

  /** A request to this machine never comes here; the browser's own calls home are not the page's. */
  get requests(): readonly string[] {
    return this.#seen.filter((line) => !/google|gstatic|gvt1/.test(line));
  }

  forget(): void {
    this.#seen.length = 0;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

export interface Assault {
  /** What must not have happened; empty when the preview held. */
  readonly harm: readonly string[];
  /** Whether the diagram was ended because it took too long. */
  readonly wasEnded: boolean;
  /** How often the panel's own timer ran meanwhile, and by how many milliseconds it was late at most. */
  readonly beats: number;
  readonly late: number;
}

/** Shows `text`, clicks everything in its picture and looks around. */
export async function assault(preview: Preview, watch: Watch, text: string, name: string): Promise<Assault> {
  const before = harmSeen(preview, watch).length;
  await startPulse(preview);
  const shown = await preview.show([{ text }], 0, name);
  const pulse = await stopPulse(preview);
  await touchAll(preview);
  const harm = [
    ...harmSeen(preview, watch).slice(before),
    ...(await traces(preview)),
    ...(await framesOf(preview)),
    ...(await focusOf(preview)),
  ];
  return { harm, wasEnded: shown.failures.some(({ problem }) => problem.kind === 'timeout'), ...pulse };
}

/** What was noticed since the preview was opened. */
const harmSeen = (preview: Preview, watch: Watch): readonly string[] => [
  ...preview.errors,
  ...watch.requests,
  ...preview.strayRequests,
  ...preview.violations,
  ...preview.movements,
  ...preview.posted.flatMap((message) =>
    message.type === 'openLink' && !/^(?:https?|mailto):/i.test(message.href) ? [`asked to open ${message.href}`] : [],
  ),
];

/** Points at, clicks and focuses whatever is in the pictures, as a hand could; the events go through our own handlers. */
const touchAll = (preview: Preview): Promise<void> =>
  preview.page.evaluate(() => {
    const most = 200;
    for (const host of document.querySelectorAll('.picture')) {
      for (const node of [...(host.shadowRoot?.querySelectorAll('svg *') ?? [])].slice(0, most)) {
        for (const type of ['mouseover', 'mousedown', 'click', 'auxclick', 'toggle', 'focus']) {
          node.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        }
      }
    }
  });

/** Whatever in the pictures could be acted on, load something or clash with the page, and what changed outside them. */
export const traces = (preview: Preview): Promise<readonly string[]> =>
  preview.page.evaluate(() => {
    const active =
      'script, form, input, button, select, textarea, details, dialog, video, audio, iframe, object, embed, use, animate, set, feImage, meta, base, link, [autofocus], [contenteditable], [popover], a[href], [*|href^="http"], [src^="http"]';
    const found: string[] = [];
    for (const host of document.querySelectorAll('.picture')) {
      for (const node of host.shadowRoot?.querySelectorAll('*') ?? []) {
        if (node.matches(active)) found.push(node.outerHTML.slice(0, 200));
        for (const { name, value } of node.attributes) {
          if (name.startsWith('on')) found.push(`${name}=${value}`);
          if (name !== 'data-link' && /url\(\s*["']?(?:https?:|\/\/)/i.test(value)) found.push(`${name}=${value}`);
          if (name === 'data-link' && !/^(?:https?|mailto):/i.test(value)) found.push(`${name}=${value}`);
        }
        if (node instanceof HTMLElement && (node.id !== '' || node.hasAttribute('name'))) found.push(node.outerHTML);
      }
      for (const style of host.shadowRoot?.querySelectorAll('style') ?? []) {
        if (/@import|@font-face|url\(\s*["']?(?!["']?#)/i.test(style.textContent)) found.push(style.textContent);
      }
    }
    if (Object.keys(Object.prototype).length > 0) found.push('Object.prototype was changed');
    if (Reflect.get({}, 'polluted') !== undefined) found.push('every object is polluted');
    if (getComputedStyle(document.body).display === 'none') found.push('the page is not shown');
    if (document.title !== 'Diagram Preview') found.push(`the page is called ${document.title}`);
    if (document.elementFromPoint(60, 16)?.closest('.toolbar') === null) found.push('the toolbar is covered');
    return found;
  });

/** There is one frame, or the next one is about to start, and it is where it was. */
async function framesOf(preview: Preview): Promise<readonly string[]> {
  const { page } = preview;
  const shown = await page.locator('iframe').count();
  if (shown > 1) return [`${shown} frames`];
  const inner = page.frames().filter((frame) => frame !== page.mainFrame() && !frame.isDetached());
  const strange = inner.map((frame) => frame.url()).filter((url) => url !== 'about:srcdoc' && url !== '');
  return strange.map((url) => `a frame is at ${url}`);
}

/** Nothing in a picture may take the focus; touching it here does not give it either. */
const focusOf = (preview: Preview): Promise<readonly string[]> =>
  preview.page.evaluate(() => {
    const { activeElement } = document;
    return activeElement === document.body ? [] : [`the focus is at ${activeElement?.className ?? 'nothing'}`];
  });

async function startPulse(preview: Preview): Promise<void> {
  await preview.page.evaluate(() => {
    const state = { beats: 0, last: performance.now(), late: 0 };
    const beat = (): void => {
      const now = performance.now();
      state.beats += 1;
      state.late = Math.max(state.late, now - state.last - 20);
      state.last = now;
    };
    Reflect.set(window, 'pulse', { state, timer: setInterval(beat, 20) });
  });
}

const stopPulse = (preview: Preview): Promise<{ readonly beats: number; readonly late: number }> =>
  preview.page.evaluate(() => {
    const { state, timer } = Reflect.get(window, 'pulse') as {
      readonly state: { readonly beats: number; readonly late: number };
      readonly timer: number;
    };
    clearInterval(timer);
    return state;
  });
