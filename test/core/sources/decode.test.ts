import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decodeSource } from '../../../core/sources/decode.ts';
import type { StrictDecode } from '../../../core/sources/decode.ts';

const decode: StrictDecode = (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the bytes of a source', () => {
  it('are UTF-8, or UTF-16 with its mark', () => {
    assert.deepEqual(decodeSource(utf8('Zürich,5 €\n'), decode), { text: 'Zürich,5 €\n' });
    for (const [mark, swap] of [
      [[0xff, 0xfe], false],
      [[0xfe, 0xff], true],
    ] as const) {
      const bytes = Buffer.from('Zürich', 'utf16le');
      assert.deepEqual(decodeSource(Buffer.from([...mark, ...(swap ? bytes.swap16() : bytes)]), decode), {
        text: 'Zürich',
      });
    }
  });

  it('are refused with their line where they mean nothing', () => {
    const latin = Buffer.concat([utf8('item,cost\n Köln ,5\n'), Buffer.from('Zürich,6\nGraz,7\n', 'latin1')]);
    assert.deepEqual(decodeSource(latin, decode), {
      problem: 'there are letters here that are no UTF-8: save it as UTF-8 first',
      line: 3,
    });
  });

  it('are no text where a zero byte is among them', () => {
    assert.deepEqual(decodeSource(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), decode), {
      problem: 'this is a binary file, not a text',
      line: undefined,
    });
  });
});
