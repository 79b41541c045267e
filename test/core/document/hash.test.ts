import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hashText } from '../../../core/document/hash.ts';

describe('text hash', () => {
  it('is 16 hexadecimal digits and the length', () => {
    assert.match(hashText('graph TD'), /^[0-9a-f]{16}-8$/);
    assert.match(hashText(''), /^[0-9a-f]{16}-0$/);
  });

  it('is the same for equal texts, however they were built', () => {
    assert.equal(hashText(['pie', '"a": 1'].join('\n')), hashText('pie\n"a": 1'));
  });

  it('differs for 40,000 texts that are almost the same', () => {
    const keys = new Set<string>();
    for (let at = 0; at < 20_000; at++) {
      keys.add(hashText(`A-->B${at}`));
      keys.add(hashText(`${at}A-->B`));
    }
    assert.equal(keys.size, 40_000);
  });

  it('changes about half of its bits when one bit of the text changes', () => {
    const text = 'flowchart TD\n  A-->B\n';
    const bits = (key: string): bigint => BigInt(`0x${key.slice(0, 16)}`);
    for (let at = 0; at < text.length; at++) {
      const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      const different = (bits(hashText(text)) ^ bits(hashText(changed))).toString(2).replaceAll('0', '').length;
      assert.ok(different > 12 && different < 52, `${different} bits at ${at}`);
    }
  });
});
