/** Which links of a diagram may leave the editor. */
import assert from 'node:assert/strict';
import { openableLink } from '../../../extension/preview/links.ts';

describe('preview links', () => {
  for (const [href, address] of [
    ['https://example.test/a b', 'https://example.test/a%20b'],
    ['HTTP://example.test', 'http://example.test/'],
    ['mailto:harbour@example.test', 'mailto:harbour@example.test'],
    ['javascript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    [' data:text/html,x', undefined],
    ['command:workbench.action.quit', undefined],
    ['vscode://file/etc/passwd', undefined],
    ['file:///etc/passwd', undefined],
    ['//example.test', undefined],
    ['docs/page.md', undefined],
    ['', undefined],
    [`https://example.test/${'x'.repeat(2_000)}`, undefined],
  ] as const) {
    it(`${address === undefined ? 'refuses' : 'opens'} ${JSON.stringify(href.slice(0, 40))}`, () => {
      assert.equal(openableLink(href), address);
    });
  }
});
