import assert from 'node:assert/strict';
import { cleanMessage, decodeEntities, namesIn } from '../../../core/mermaid/parserWords.ts';

describe("the parser's words", () => {
  it('lose the line, which counts in a text nobody sees, and the excerpt', () => {
    const message = "Parse error on line 2:\n...aph LR  a[x(y)]\n-----------^\nExpecting 'SQE', 'PE', got 'PS'";
    assert.equal(cleanMessage(message), "Expecting 'SQE', 'PE', got 'PS'");
    assert.equal(cleanMessage('Lexical error on line 3. Unrecognized text.\n...x ( y\n----^'), 'Unrecognized text.');
    assert.equal(cleanMessage('Line 3: Empty node'), 'Empty node');
    assert.equal(cleanMessage('Duplicate frame "01" on line 3'), 'Duplicate frame "01"');
  });

  it('lose offsets into that text', () => {
    assert.equal(
      cleanMessage('unexpected character: ->a<- at offset: 5, skipped 1 characters.'),
      'unexpected character: ->a<-.',
    );
    assert.equal(cleanMessage('Unexpected ? at line 3, column 5 [12,13)'), 'Unexpected ?');
  });

  it('do not repeat the whole diagram', () => {
    const message = 'No diagram type detected matching given configuration for text: flow\n  a --> b\n';
    assert.equal(cleanMessage(message), 'No diagram type detected matching given configuration.');
  });

  it('show entities as they were written', () => {
    assert.equal(decodeEntities('ﬂ°°9829¶ß and ﬂ°amp¶ß'), '#9829; and #amp;');
    assert.equal(cleanMessage('No such shape: ﬂ°°35¶ß.'), 'No such shape: #35;.');
  });

  it('are never empty', () => {
    assert.equal(cleanMessage(''), 'The parser refused the diagram without a reason.');
  });

  it('name what they are about, the last first', () => {
    assert.deepEqual(namesIn(`The node [a] cannot be in 'b' and "c"`), ['c', 'b', 'a', 'c', 'b', 'a']);
    assert.deepEqual(namesIn('No such shape: blob.'), ['blob']);
    assert.deepEqual(namesIn('Help try using "branch fix"'), ['branch fix', 'fix', 'branch']);
    assert.deepEqual(namesIn('Nothing is named here'), []);
  });
});
