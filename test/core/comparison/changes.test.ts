/** What became of a diagram is told part by part, in the names a picture has for them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesBetween } from '../../../core/comparison/changes.ts';
import { partNames } from '../../../core/protocol.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';

const tell = (type: string, before: readonly string[], after: readonly string[]): readonly string[] | undefined =>
  changesBetween({ text: before.join('\n'), type }, { text: after.join('\n'), type })?.map(
    ({ kind, words, was }) => `${kind} ${words}${was === undefined ? '' : ` (was ${was})`}`,
  );

describe('the changes of a diagram', () => {
  it('are its nodes and connections that came, went or say something else', () => {
    const before = ['flowchart LR', '  ship["Ship, 240 m"] --> pilot[Pilot]', '  pilot --> berth[(Berth)]'];
    const after = [
      'flowchart LR',
      '  ship["Ship, 300 m"] -->|calls| pilot[Pilot]',
      '  pilot --> tug[Tug]',
      '  tug --> quay[(Berth)]',
    ];
    assert.deepEqual(tell('flowchart-v2', before, after), [
      'changed Ship, 300 m (was Ship, 240 m)',
      'added Tug',
      'added Berth',
      'changed Ship, 300 m → Pilot: calls (was Ship, 240 m → Pilot)',
      'added Pilot → Tug',
      'added Tug → Berth',
      'removed Berth',
      'removed Pilot → Berth',
    ]);
  });

  it('are a shape, a class or a group too, without other words', () => {
    const before = ['flowchart LR', '  subgraph dock', '    crane', '  end', '  ship --> crane'];
    const after = ['flowchart LR', '  subgraph dock', '    ship([ship])', '  end', '  ship --> crane:::busy'];
    assert.deepEqual(tell('flowchart-v2', before, after), ['changed ship', 'changed crane']);
  });

  it('are none where only comments, order and spaces differ', () => {
    const before = ['flowchart LR', '  a[A] --> b[B]', '  c[C] --> a'];
    const after = ['flowchart LR', '  %% turned round', '  c[C] --> a', '  a[A]   -->   b[B]'];
    assert.deepEqual(tell('flowchart-v2', before, after), []);
  });

  it('are messages of a sequence, in their order where they repeat', () => {
    const before = ['sequenceDiagram', '  A->>B: ask', '  B-->>A: tell', '  A->>B: ask again'];
    const after = ['sequenceDiagram', '  A->>B: ask', '  B-->>A: tell', '  A->>B: give up', '  A->>B: leave'];
    assert.deepEqual(tell('sequence', before, after), [
      'changed A → B: give up (was A → B: ask again)',
      'added A → B: leave',
    ]);
  });

  it('are the figures of a chart', () => {
    const before = ['pie', '  "Tugs" : 40', '  "Pilot" : 60'];
    const after = ['pie', '  "Tugs" : 45', '  "Pilot" : 60', '  "Quay" : 5'];
    assert.deepEqual(tell('pie', before, after), ['changed Tugs: 45 (was Tugs: 40)', 'added Quay: 5']);
  });

  it('have the names that the pictures know the parts by', () => {
    const before = { text: 'flowchart LR\n  a[A] --> b[B]', type: 'flowchart-v2' };
    const after = { text: 'flowchart LR\n  b[B] --> c[C]', type: 'flowchart-v2' };
    const changes = changesBetween(before, after) ?? [];
    const added = changes.find(({ kind, words }) => kind === 'added' && words === 'C');
    assert.deepEqual([added?.before, added?.after.includes(partNames.node('c'))], [[], true]);
    const removed = changes.find(({ kind, words }) => kind === 'removed' && words === 'A');
    assert.deepEqual([removed?.after, removed?.before.includes(partNames.node('a'))], [[], true]);
  });

  it('are unknown for types that nobody reads', () => {
    assert.equal(changesBetween({ text: 'info', type: 'info' }, { text: 'info x', type: 'info' }), undefined);
  });

  it('are none between a diagram and itself, whatever it is, and nothing makes them fail', () => {
    const samples = readSamples();
    for (const { text, type } of samples) {
      assert.deepEqual(changesBetween({ text, type }, { text, type }) ?? [], [], text.slice(0, 80));
    }
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.constantFrom(...samples), fc.nat(400), (one, other, cut) => {
        changesBetween({ text: one.text.slice(0, cut), type: one.type }, { text: other.text, type: one.type });
      }),
    );
  });
});
