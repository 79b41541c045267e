/** The preview's page: its policy to the letter, and nothing from outside unescaped. */
import assert from 'node:assert/strict';
import { parseShellConfig, textKeys } from '../../../core/protocol.ts';
import { createNonce, previewHtml } from '../../../extension/preview/html.ts';
import { menuContextOf } from '../../../extension/preview/menuArgument.ts';
import { panelTexts } from '../../../extension/preview/panelTexts.ts';

const page = {
  language: 'en',
  title: 'Diagram Preview',
  nonce: 'abc123',
  cspSource: 'https://webview.test',
  menuContext: menuContextOf('p1'),
  shellScript: 'https://webview.test/shell.js',
  config: {
    frame: 'https://webview.test/frame.js',
    budget: 10_000,
    mouseNavigation: 'always' as const,
    texts: panelTexts((text) => text),
  },
};

const unescape = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('preview html', () => {
  it('has exactly this policy', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(previewHtml(page))?.[1] ?? '';
    assert.deepEqual(unescape(policy).split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      'connect-src https://webview.test',
      "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  it('has one script, with the nonce and no text of its own', () => {
    assert.deepEqual(previewHtml(page).match(/<script.*?<\/script>/gs), [
      '<script nonce="abc123" src="https://webview.test/shell.js"></script>',
    ]);
  });

  it('has the browser fetch the frame’s script at once, as the shell will ask for it', () => {
    assert.deepEqual(previewHtml(page).match(/<link.*?>/gs), [
      '<link rel="preload" as="fetch" crossorigin="anonymous" href="https://webview.test/frame.js">',
    ]);
  });

  it('hands the shell its configuration unharmed', () => {
    const data = /data-config="([^"]*)"/.exec(previewHtml(page))?.[1] ?? '';
    assert.deepEqual(parseShellConfig(JSON.parse(unescape(data))), page.config);
  });

  it('escapes whatever a translation or an address may hold', () => {
    const hostile = `"'><script>alert(1)</script>&`;
    const html = previewHtml({ ...page, title: hostile, language: hostile, shellScript: hostile, cspSource: hostile });
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.equal(html.includes(hostile), false);
  });

  it('makes another nonce for each page', () => {
    const [one, other] = [createNonce(), createNonce()];
    assert.match(one, /^[a-z0-9]{48}$/);
    assert.notEqual(one, other);
  });

  it('translates every text', () => {
    assert.deepEqual(Object.keys(panelTexts((text) => text)).sort(), [...textKeys].sort());
  });
});
