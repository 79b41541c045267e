/** The parts of a diagram: their names, and the places in the text that speak of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findPart, partsAt, partsOf } from '../../../core/linking/parts.ts';
import { partNames } from '../../../core/protocol.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';

const text = [
  'flowchart LR',
  '  subgraph dock [Dock, 3 cranes]',
  '    ship["Ship, 240 m"] -->|unload| crane',
  '  end',
  '  crane --> ship',
  '  ship -->|again| crane',
].join('\n');
const parts = partsOf({ text, type: 'flowchart-v2' });
const shown = (names: readonly string[]): string | undefined => {
  const span = findPart(parts, names)?.span;
  return span && text.slice(span.start, span.end);
};

describe('the parts of a diagram', () => {
  it('are found by what a picture calls them', () => {
    assert.equal(shown([partNames.node('ship')]), 'ship');
    assert.equal(shown([partNames.words('Ship,\n240 m')]), 'ship');
    assert.equal(shown([partNames.group('dock')]), 'subgraph dock [Dock, 3 cranes]');
    assert.equal(shown([partNames.edge('L_ship_crane_1')]), '-->|again');
    assert.equal(shown([partNames.edge('L_nobody_0'), partNames.words('unload')]), '-->|unload');
    assert.equal(shown([partNames.node('tug')]), undefined);
  });

  it('are not guessed where two share a name', () => {
    const twice = partsOf({ text: 'flowchart LR\n  a[Same] --> b[Same]', type: 'flowchart-v2' });
    assert.equal(findPart(twice, [partNames.words('Same')]), undefined);
    assert.equal(findPart(twice, [partNames.words('Same'), partNames.node('b')])?.span.start, 27);
  });

  it('know every place that speaks of them', () => {
    const ship = findPart(parts, [partNames.node('ship')]);
    assert.deepEqual(
      ship?.uses.map(({ start, end }) => text.slice(start, end)),
      ['ship', 'Ship, 240 m', 'ship', 'ship'],
    );
  });

  it('are those at the cursor, or all of its line', () => {
    const at = (words: string, further = 0): readonly (string | undefined)[] =>
      partsAt(parts, text, text.indexOf(words) + further).map(({ names }) => names[0]);
    assert.deepEqual(at('240 m'), ['node:ship']);
    assert.deepEqual(at('unload'), ['edge:L_ship_crane_0']);
    assert.deepEqual(at('    ship'), ['node:ship', 'node:crane', 'edge:L_ship_crane_0']);
    assert.deepEqual(at('  end'), []);
  });

  it('lie inside the text, whatever the type', () => {
    for (const sample of readSamples()) {
      for (const part of partsOf(sample)) {
        assert.ok(part.names.length > 0);
        for (const { start, end } of [part.span, ...part.uses]) {
          assert.ok(start >= 0 && start <= end && end <= sample.text.length, sample.id);
        }
      }
    }
  });

  it('are read of any text without a throw', () => {
    const types = [...new Set(readSamples().map(({ type }) => type))];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ maxLength: 200 }), fc.nat(220), (type, any, offset) => {
        assert.ok(Array.isArray(partsAt(partsOf({ text: any, type }), any, Math.min(offset, any.length))));
      }),
    );
  });
});
