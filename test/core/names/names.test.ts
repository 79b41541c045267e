import assert from 'node:assert/strict';
import { nameAt, namesOf } from '../../../core/names/names.ts';

const flowchart = `flowchart LR
  subgraph shop[The shop]
    cart["Cart of a:::hot day"]:::hot --> stock & desk
  end
  till --> shop
  %% till:::hot is closed
  classDef hot fill:#f00
  class stock,desk hot
  style cart stroke:#000
`;

/** Each name with its kind, label and the lines of its uses, the definition's in brackets. */
const listed = (text: string, type: string): readonly string[] =>
  namesOf({ text, type }).map(({ kind, name, label, definition, uses }) => {
    const lines = uses.map(({ start }) => {
      const line = text.slice(0, start).split('\n').length;
      return start === definition.start ? `[${line}]` : `${line}`;
    });
    return `${kind} ${name}${label === undefined ? '' : ` “${label}”`} ${lines.join(' ')}`;
  });

describe('names of a diagram', () => {
  it('are its nodes, groups and classes, with every place that speaks of them', () => {
    assert.deepEqual(listed(flowchart, 'flowchart-v2'), [
      'node cart “Cart of a:::hot day” [3] 9',
      'node stock [3] 8',
      'node desk [3] 8',
      'node till [5]',
      'node shop “The shop” [2] 5',
      'class hot 3 [7] 8',
    ]);
  });

  it('are read of other types, too', () => {
    const sequence = 'sequenceDiagram\n  participant A as Alice\n  A->>+B: call A\n  Note over A,B: both\n';
    assert.deepEqual(listed(sequence, 'sequence'), ['node A “Alice” [2] 3 4', 'node B [3] 4']);
    const states = 'stateDiagram-v2\n  [*] --> open\n  open --> shut\n  state shut {\n    a --> b\n  }\n';
    assert.deepEqual(listed(states, 'stateDiagram'), [
      'node open [2] 3',
      'node shut 3 [4]',
      'node a [5]',
      'node b [5]',
    ]);
    const entities = 'erDiagram\n  BOOK ||--o{ PAGE : has\n  PAGE {\n    int number\n  }\n';
    assert.deepEqual(listed(entities, 'er'), ['node BOOK [2]', 'node PAGE [2] 3']);
  });

  it('are none where nobody reads the type, or where the names are not written', () => {
    assert.deepEqual(namesOf({ text: 'nonsense', type: undefined }), []);
    const map = 'mindmap\n  Trains\n    Day trains\n';
    assert.deepEqual(listed(map, 'mindmap'), []);
  });

  it('are found at a place, their end included, and not in words beside them', () => {
    const at = (needle: string, more = 0): string | undefined =>
      nameAt(namesOf({ text: flowchart, type: 'flowchart-v2' }), flowchart.indexOf(needle) + more)?.name.name;
    assert.equal(at('stock &'), 'stock');
    assert.equal(at('stock &', 'stock'.length), 'stock');
    assert.equal(at('day"]:::hot', 'day"]:::'.length), 'hot');
    assert.equal(at('Cart of'), undefined);
    assert.equal(at('till:::hot'), undefined);
    assert.equal(at('fill:'), undefined);
  });
});
