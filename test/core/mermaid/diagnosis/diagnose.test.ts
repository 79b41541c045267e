/** How faults are found one after the other, with a parser that refuses the first word it does not know. */
import assert from 'node:assert/strict';
import { diagnose } from '../../../../core/mermaid/diagnosis/diagnose.ts';
import type { BrokenDiagram, FaultFinder, Proposal } from '../../../../core/mermaid/diagnosis/model.ts';
import type { OracleVerdict } from '../../../../core/ports.ts';

/** Refuses the first `bad…` word. */
function parse(text: string): Promise<OracleVerdict> {
  const match = /bad\w*/.exec(text);
  if (match === null) return Promise.resolve({ renders: true, type: 'plain' });
  const span = { start: match.index, end: match.index + match[0].length };
  const fault = { message: 'Parse error', span, found: match[0], expected: [] };
  return Promise.resolve({ renders: false, type: 'plain', faults: [fault] });
}

async function explain(text: string, propose: FaultFinder['propose']) {
  const verdict = await parse(text);
  assert.ok(!verdict.renders);
  return diagnose(text, verdict, [{ propose }], parse);
}

const change = (word: string, instead: string, more: Partial<Proposal> = {}): FaultFinder['propose'] =>
  function* ({ text }: BrokenDiagram): Iterable<Proposal> {
    for (const { index } of text.matchAll(new RegExp(`${word}\\b`, 'g'))) {
      const span = { start: index, end: index + word.length };
      yield { span, message: instead, edits: [{ span, text: instead }], fix: 'Change', hidden: true, ...more };
    }
  };

describe('diagnose', () => {
  it('finds every fault, in original places', async () => {
    const faults = await explain('graph\nbad\ngood\nbad', change('bad', 'better'));
    assert.deepEqual(
      faults.map(({ span, fix }) => [span, fix?.edits[0]?.text]),
      [
        [{ start: 6, end: 9 }, 'better'],
        [{ start: 15, end: 18 }, 'better'],
      ],
    );
  });

  it('keeps the message and drops the fix where words a reader sees would change', async () => {
    const [fault] = await explain('graph\nbad', change('bad', 'better', { hidden: false }));
    assert.equal(fault?.message, 'better');
    assert.equal(fault.fix, undefined);
  });

  it('takes of alternatives the one that gets furthest', async () => {
    const faults = await explain('graph\nbad badly', function* (broken) {
      yield* change('bad', 'x', { group: 'header', weight: 2 })(broken);
      yield* change('bad badly', 'y', { group: 'header', weight: 1 })(broken);
    });
    assert.deepEqual(
      faults.map(({ message }) => message),
      ['y'],
    );
  });

  it('says nothing of blocks after a line that nobody understands', async () => {
    const faults = await explain('graph\nbadly\nbad', change('bad', '', { structural: true }));
    assert.deepEqual(
      faults.map(({ finder, span }) => [finder === undefined, span]),
      [[true, { start: 6, end: 11 }]],
    );
  });

  it('never leaves out the header to go on', async () => {
    const faults = await explain('badgraph\nbad', change('nothing', ''));
    assert.equal(faults.length, 1);
  });

  it('says nothing of what was only a consequence of a fault below it', async () => {
    // Without the word `open` nothing is wrong, but the parser gives up at the first `bad` below it.
    const refuse = (text: string): Promise<OracleVerdict> =>
      text.includes('open') ? parse(text) : Promise.resolve({ renders: true, type: 'plain' });
    const propose: FaultFinder['propose'] = function* (broken) {
      yield* change('bad', 'x')(broken);
      yield* change('open', '')(broken);
    };
    const verdict = await refuse('graph\nbad\nworse\nbad open');
    assert.ok(!verdict.renders);
    const faults = await diagnose('graph\nbad\nworse\nbad open', verdict, [{ propose }], refuse);
    assert.ok(faults.length < 3);
  });

  it('offers no fix that makes the parser give up earlier when it is made alone', async () => {
    // The second fault may only be repaired behind the first: alone, its repair breaks the top.
    const refuse = (text: string): Promise<OracleVerdict> =>
      parse(text.includes('bad') && text.includes('late') ? `bad${text}` : text);
    const propose: FaultFinder['propose'] = (broken) =>
      change('bad', broken.text.includes('good') ? 'late' : 'good')(broken);
    const text = 'graph\nbad\nbad';
    const verdict = await refuse(text);
    assert.ok(!verdict.renders);
    const faults = await diagnose(text, verdict, [{ propose }], refuse);
    assert.deepEqual(
      faults.map(({ fix }) => fix !== undefined),
      [true, false],
    );
  });
});
