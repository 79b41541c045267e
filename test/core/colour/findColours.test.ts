/** Where in a diagram colours are given. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatColour } from '../../../core/colour/colour.ts';
import { findColours } from '../../../core/colour/findColours.ts';

const find = (text: string): readonly string[] =>
  findColours(text).map(({ colour, span }) => `${text.slice(span.start, span.end)} ${formatColour(colour)}`);

describe('the colours of a diagram', () => {
  it('are those of styles, options and theme variables', () => {
    assert.deepEqual(find('classDef a fill:#f0f,stroke: #123456,color:#FFFFFF80'), [
      '#f0f #FF00FF',
      '#123456 #123456',
      '#FFFFFF80 #FFFFFF80',
    ]);
    assert.deepEqual(find('%%{init: {"themeVariables": {"primaryColor": "#abc", "pie1":\'#010203\'}}}%%'), [
      '#abc #AABBCC',
      '#010203 #010203',
    ]);
    assert.deepEqual(find('---\nconfig:\n  themeVariables:\n    lineColor: "#00ff00"\n---\n'), ['#00ff00 #00FF00']);
  });

  it('are not every number behind a sharp', () => {
    assert.deepEqual(
      find('a["Issue: #123"] --> b["see: #9829; now"]\nc["fill in #35;"]\nfill:#12345 color:#fffffff'),
      [],
    );
  });

  it('are found in whatever text, at their place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const { span } of findColours(`fill:#fff ${text}`)) assert.ok(span.end <= text.length + 10);
      }),
    );
    assert.deepEqual(find('a'.repeat(100_000)), []);
  });
});
