import assert from 'node:assert/strict';
import { placeBeingTyped } from '../../extension/placeBeingTyped.ts';

/** `|` marks the cursor; returns the place's text. */
const placeIn = (marked: string): string => {
  const cursor = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const { start, end } = placeBeingTyped(text, cursor);
  return text.slice(start, end);
};

describe('the place being typed', () => {
  it('is the label between brackets', () => {
    assert.equal(placeIn('  A[Web serv¦er] --> B[Store]'), '[Web server]');
  });

  it('reaches to the end of the line while the label is open, and to the word below', () => {
    assert.equal(placeIn('  A[Web serv¦\n  B --> C'), '[Web serv\n  ');
  });

  it('is the inner bracket when one is inside another', () => {
    assert.equal(placeIn('A[Web (12¦ nodes)]'), '(12 nodes)');
  });

  it('passes over brackets that are closed', () => {
    assert.equal(placeIn('A[Web (12) ser¦ver]'), '[Web (12) server]');
  });

  it('is the text between quotes', () => {
    assert.equal(placeIn('title "Cost of sto¦rage" here'), '"Cost of storage"');
  });

  it('is the text between pipes', () => {
    assert.equal(placeIn('A -->|ti¦mes out| B'), '|times out|');
  });

  it('is the word when there is no label', () => {
    assert.equal(placeIn('one tw¦o three'), 'two');
  });

  it('reaches to the word below from the end of a line, where an unfinished edge is noticed', () => {
    assert.equal(placeIn('A -->¦ \n\n  B --> C'), '--> \n\n  ');
  });

  it('does not look at other lines for brackets', () => {
    assert.equal(placeIn('A[open\nwo¦rd x\nclose]'), 'word');
  });

  it('holds at the ends of an empty text', () => {
    assert.deepEqual(placeBeingTyped('', 0), { start: 0, end: 0 });
  });
});
