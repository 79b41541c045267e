import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeMark, maskMarkup } from '../../core/words/maskMarkup.ts';

const readable = (text: string): string => maskMarkup(text).replaceAll(codeMark, '#');

describe('words without their markup', () => {
  it('keep their places', () => {
    assert.equal(readable('a **bold** and `code` word'), 'a   bold   and ###### word');
    assert.equal(readable('[words](https://example.org "title")!'), '[words]                             !');
    assert.equal(
      readable('see <https://example.org> or https://example.org'),
      'see                       or                    ',
    );
    assert.equal(readable('a <!-- note --> b <br/> c'), 'a               b       c');
  });

  it('keep what only looks like markup', () => {
    assert.equal(readable('snake_case and a < b'), 'snake_case and a < b');
    assert.equal(readable('one ` backtick'), 'one ` backtick');
    assert.equal(readable('`` a ` b `` c'), '########### c');
  });

  it('are as long as before, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '*', '_', '<', '>', '!', '-', '[', ']', '(', ')', 'a', ' ', '\n') }),
        (text) => {
          assert.equal(maskMarkup(text).length, text.length);
        },
      ),
    );
  });
});
