/** What is remembered, and of how much. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { remember, rememberText } from '../../core/memo.ts';

describe('remembering', () => {
  it('asks once of each object, also where the answer is nothing', () => {
    let asked = 0;
    const of = remember((subject: { readonly name: string }) => {
      asked += 1;
      return subject.name === '' ? undefined : subject.name;
    });
    const [named, unnamed] = [{ name: 'berth' }, { name: '' }];
    assert.deepEqual([of(named), of(named), of(unnamed), of(unnamed)], ['berth', 'berth', undefined, undefined]);
    assert.equal(asked, 2);
    assert.equal(of({ name: 'berth' }), 'berth');
    assert.equal(asked, 3, 'another object is another question');
  });

  it('asks once of each text, however it came about', () => {
    const asked: string[] = [];
    const lengthOf = rememberText((text) => {
      asked.push(text);
      return text.length;
    });
    const text = 'a paragraph of a page';
    assert.deepEqual([lengthOf(text), lengthOf(`${text}!`.slice(0, -1)), lengthOf(`${text}!`)], [21, 21, 22]);
    assert.deepEqual(asked, [text, `${text}!`]);
  });

  it('forgets texts that nobody asks for any more, and keeps those that come again', () => {
    let asked = 0;
    const of = rememberText((text) => {
      asked += 1;
      return text;
    });
    const kept = 'a paragraph that is there at every edit';
    for (let index = 0; index < 20_000; index += 1) {
      of(`another paragraph, number ${index}`);
      of(kept);
    }
    assert.equal(asked, 20_001);
    of('another paragraph, number 0');
    assert.equal(asked, 20_002);
  });
});
