/** The Markdown that shows a picture file says where it lies as seen from the page. */
import assert from 'node:assert/strict';
import { markdownImage } from '../../../extension/preview/markdownImage.ts';

const place = (path: string, scheme = 'file', authority = '') => ({
  scheme,
  authority,
  path,
  toString: () => `${scheme}://${authority}${path}`,
});

describe('the Markdown of a picture file', () => {
  for (const [name, folder, file, address] of [
    ['beside the page', '/work/docs', '/work/docs/orders.svg', 'orders.svg'],
    ['below the page', '/work/docs', '/work/docs/img/orders.svg', 'img/orders.svg'],
    ['above the page', '/work/docs/guide', '/work/img/orders.svg', '../../img/orders.svg'],
    ['in a folder that only begins alike', '/work/docs', '/work/docs2/orders.svg', '../docs2/orders.svg'],
    ['with spaces and brackets in its name', '/work', '/work/a (copy) 1.svg', 'a%20%28copy%29%201.svg'],
    ['in another script', '/work', '/work/заказы.svg', '%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B.svg'],
  ] as const) {
    it(`leads to one ${name}`, () => {
      assert.equal(markdownImage('Orders', place(folder), place(file)), `![Orders](${address})`);
    });
  }

  it('names the whole address of a file on another host', () => {
    const file = place('/img/orders.svg', 'vscode-remote', 'ssh');
    assert.equal(markdownImage('Orders', place('/work'), file), '![Orders](vscode-remote://ssh/img/orders.svg)');
  });

  it('keeps brackets of a title from ending it', () => {
    assert.equal(markdownImage('A [b] \\ c', place('/w'), place('/w/a.svg')), '![A \\[b\\] \\\\ c](a.svg)');
  });
});
