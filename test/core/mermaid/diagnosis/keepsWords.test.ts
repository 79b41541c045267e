/** What may change in a diagram without a reader seeing other words. */
import assert from 'node:assert/strict';
import { keepsWords } from '../../../../core/mermaid/diagnosis/keepsWords.ts';

describe('keepsWords', () => {
  const replace = (text: string, instead: string): boolean =>
    keepsWords(text, [{ span: { start: 0, end: text.length }, text: instead }]);

  it('takes quotes, brackets and arrows for nothing', () => {
    assert.equal(replace('Cart (Redis 7)', '"Cart (Redis 7)"'), true);
    assert.equal(replace('a -> b', 'a --> b'), true);
  });

  it('takes an entity for the character it shows', () => {
    assert.equal(replace('C4Container', 'C4#67;ontainer'), true);
    assert.equal(replace('say "no"', 'say #quot;no#quot;'), true);
    assert.equal(replace('C4Container', 'C4#68;ontainer'), false);
  });

  it('finds a word that is lost, added or moved out by one of two edits', () => {
    assert.equal(replace('1,200', '1'), false);
    assert.equal(replace('', 'end'), false);
    assert.equal(
      keepsWords('title Cart', [
        { span: { start: 0, end: 0 }, text: '---\ntitle: Cart\n---\n' },
        { span: { start: 0, end: 10 }, text: '' },
      ]),
      true,
    );
  });
});
