/** What a diagram says in words. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { outlineOf } from '../../../core/linking/outline.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';

const tell = (type: string, ...lines: readonly string[]): readonly string[] =>
  outlineOf({ text: lines.join('\n'), type }) ?? [];

describe('the outline of a diagram', () => {
  it('tells nodes in their groups, then the connections as they point', () => {
    const told = tell(
      'flowchart-v2',
      'flowchart LR',
      '  accTitle: Orders',
      '  subgraph west [Region West]',
      '    subgraph cell',
      '      api["API<br/>900 RPS"]',
      '    end',
      '    db[(Orders)]',
      '  end',
      '  user --> api',
      '  api -->|insert| db',
      '  db --- copy',
      '  copy <--> user',
      '  user --> west',
    );
    assert.deepEqual(told, [
      'Orders',
      'Parts:',
      '  Region West:',
      '    cell:',
      '      API 900 RPS',
      '    Orders',
      '  user',
      '  copy',
      'Connections:',
      '  user -> API 900 RPS',
      '  API 900 RPS -> Orders: insert',
      '  Orders - copy',
      '  copy <-> user',
      '  user -> Region West',
    ]);
  });

  it('tells messages in the blocks they are sent in', () => {
    const told = tell(
      'sequence',
      'sequenceDiagram',
      '  participant A as Client',
      '  A->>B: order',
      '  loop every 5 s',
      '    A->>B: poll',
      '    alt done',
      '      B-->>A: 200',
      '    end',
      '  end',
      '  B->>A: bye',
    );
    assert.deepEqual(told, [
      'Participants:',
      '  Client',
      '  B',
      'Messages:',
      '  Client -> B: order',
      '  loop every 5 s:',
      '    Client -> B: poll',
      '    alt done:',
      '      B -> Client: 200',
      '  B -> Client: bye',
    ]);
  });

  it('tells relations of classes and entities in words', () => {
    assert.deepEqual(
      tell(
        'classDiagram',
        'classDiagram',
        'A <|-- B',
        'C ..|> A',
        'A *-- D',
        'E --o A',
        'A --> E : uses',
        'A -- F',
      ).slice(7),
      [
        'Relations:',
        '  B extends A',
        '  C implements A',
        '  D is part of A',
        '  E belongs to A',
        '  A -> E: uses',
        '  A - F',
      ],
    );
    assert.deepEqual(tell('er', 'erDiagram', '  GUEST ||--o{ STAY : books', '  GUEST {', '    string name PK', '  }'), [
      'Entities:',
      '  GUEST',
      '    string name PK',
      '  STAY',
      'Relations:',
      '  GUEST (exactly one) - STAY (zero or more): books',
    ]);
  });

  it('tells rows with their values, each once', () => {
    assert.deepEqual(tell('pie', 'pie title Bill', '  "Compute" : 60', '  "Storage" : 40'), [
      'Bill',
      'Data:',
      '  Compute: 60',
      '  Storage: 40',
    ]);
    assert.deepEqual(tell('gantt', 'gantt', '  section Plan', '    Survey :s1, 2026-04-01, 5d'), [
      'Data:',
      '  Plan:',
      '    Survey: 2026-04-01, 5d',
    ]);
    assert.deepEqual(tell('sankey', 'sankey-beta', 'Budget,Storage,38.25').slice(-1), ['  Budget -> Storage: 38.25']);
  });

  it('is none where nobody reads the type, and where nothing is said', () => {
    assert.equal(outlineOf({ text: 'info', type: 'info' }), undefined);
    assert.equal(outlineOf({ text: 'flowchart LR', type: 'flowchart-v2' }), undefined);
    assert.equal(outlineOf({ text: 'flowchart LR', type: undefined }), undefined);
  });

  it('has something to say of every sample that is read, a line each', () => {
    for (const sample of readSamples()) {
      for (const line of outlineOf(sample) ?? []) assert.match(line, /^ *\S[^\n]*$/, sample.id);
    }
  });

  it('never fails, whatever is made of a text', () => {
    const samples = readSamples();
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.string(), ({ text, type }, at, cut, put) => {
        const start = at % (text.length + 1);
        const told = outlineOf({ text: text.slice(0, start) + put + text.slice(start + (cut % 40)), type });
        assert.ok(told === undefined || told.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps up with a diagram of blocks in blocks', () => {
    const depth = 5_000;
    const lines = Array.from(
      { length: depth },
      (_, index) => `loop ${index}\n  participant p${index}\n  p0->>p${index}: go`,
    );
    assert.ok(tell('sequence', 'sequenceDiagram', ...lines).length > 2 * depth);
  });
});
