import assert from 'node:assert/strict';
import type { Finding } from '../../core/model.ts';
import { HoldBack, moveSpan } from '../../extension/holdBack.ts';
import { FakeClock } from '../support/fakeClock.ts';
import { findingAt } from '../support/findings.ts';

const text = 'flowchart TD\n  A[Web (12] --> B\n  C[Store (3)] --> D\n';
const typed = findingAt({ start: text.indexOf('(12'), end: text.indexOf('(12') + 1 });
const elsewhere = findingAt({ start: text.indexOf('(3)'), end: text.indexOf('(3)') + 1 });
const cursor = { offset: text.indexOf('(12') + 3, line: 1 };
const keystroke = { start: cursor.offset - 1, removed: 0, inserted: 1 };

const setUp = (): { clock: FakeClock; holdBack: HoldBack; due: () => number } => {
  const clock = new FakeClock();
  let due = 0;
  const holdBack = new HoldBack(clock, () => due++);
  return { clock, holdBack, due: () => due };
};

const places = (findings: readonly Finding[]): readonly number[] => findings.map(({ span }) => span.start);

describe('holding back', () => {
  it('shows everything in a document that was only opened', () => {
    const { holdBack } = setUp();
    assert.deepEqual(holdBack.show(text, [typed, elsewhere], cursor), [typed, elsewhere]);
  });

  it('holds back a new finding in the label being typed, and nothing else', () => {
    const { holdBack } = setUp();
    holdBack.edited([keystroke], 1);
    assert.deepEqual(holdBack.show(text, [typed, elsewhere], cursor), [elsewhere]);
  });

  it('shows it when nothing was typed for a second and a half', () => {
    const { clock, holdBack, due } = setUp();
    holdBack.edited([keystroke], 1);
    clock.advance(100);
    holdBack.show(text, [typed], cursor);
    clock.advance(1399);
    assert.equal(due(), 0);
    clock.advance(1);
    assert.equal(due(), 1);
    assert.deepEqual(holdBack.show(text, [typed], cursor), [typed]);
  });

  it('waits anew after each keystroke', () => {
    const { clock, holdBack, due } = setUp();
    holdBack.edited([keystroke], 1);
    holdBack.show(text, [typed], cursor);
    clock.advance(1000);
    holdBack.edited([keystroke], 1);
    holdBack.show(text, [typed], cursor);
    clock.advance(1499);
    assert.equal(due(), 0);
    clock.advance(1);
    assert.equal(due(), 1);
  });

  it('shows it when the cursor leaves the line or the editor', () => {
    const { holdBack } = setUp();
    holdBack.edited([keystroke], 1);
    assert.deepEqual(holdBack.show(text, [typed], { offset: 0, line: 0 }), [typed]);
    assert.deepEqual(holdBack.show(text, [typed], undefined), [typed]);
  });

  it('shows it when the cursor leaves the label for another word of the line', () => {
    const { holdBack } = setUp();
    holdBack.edited([keystroke], 1);
    const atB = text.indexOf('B\n') + 1;
    assert.deepEqual(holdBack.show(text, [typed], { offset: atB, line: 1 }), [typed]);
  });

  it('lets a finding that vanished go at once', () => {
    const { holdBack } = setUp();
    holdBack.show(text, [typed, elsewhere], cursor);
    holdBack.edited([keystroke], 1);
    assert.deepEqual(holdBack.show(text, [elsewhere], cursor), [elsewhere]);
  });

  it('keeps a finding that was there before the typing, though it moved', () => {
    const { holdBack } = setUp();
    holdBack.show(text, [typed], cursor);
    holdBack.edited([{ start: 15, removed: 0, inserted: 4 }], 1);
    const moved = { ...typed, span: { start: typed.span.start + 4, end: typed.span.end + 4 } };
    const longer = `${text.slice(0, 15)}xxxx${text.slice(15)}`;
    assert.deepEqual(places(holdBack.show(longer, [moved], { offset: moved.span.start, line: 1 })), [
      typed.span.start + 4,
    ]);
  });

  it('holds back a finding of another rule at the place of one that was shown', () => {
    const { holdBack } = setUp();
    holdBack.show(text, [typed], cursor);
    holdBack.edited([keystroke], 1);
    assert.deepEqual(holdBack.show(text, [{ ...typed, rule: 'DG002' }], cursor), []);
  });

  it('shows everything after an edit that was no keystroke, and after saving', () => {
    const { holdBack } = setUp();
    holdBack.edited([keystroke], undefined);
    assert.deepEqual(holdBack.show(text, [typed], cursor), [typed]);
    holdBack.edited([keystroke], 1);
    holdBack.settle();
    assert.deepEqual(holdBack.show(text, [{ ...typed, rule: 'DG002' }], cursor), [{ ...typed, rule: 'DG002' }]);
  });

  it('leaves no timer behind', () => {
    const { clock, holdBack } = setUp();
    holdBack.edited([keystroke], 1);
    holdBack.show(text, [typed], cursor);
    assert.equal(clock.pending, 1);
    holdBack.dispose();
    assert.equal(clock.pending, 0);
  });
});

describe('moving a span with a change', () => {
  const span = { start: 10, end: 20 };

  it('shifts it for a change before it', () => {
    assert.deepEqual(moveSpan(span, { start: 2, removed: 3, inserted: 1 }), { start: 8, end: 18 });
  });

  it('leaves it for a change after it', () => {
    assert.deepEqual(moveSpan(span, { start: 20, removed: 0, inserted: 5 }), span);
  });

  it('grows it for a change inside it', () => {
    assert.deepEqual(moveSpan(span, { start: 12, removed: 1, inserted: 3 }), { start: 10, end: 22 });
  });

  it('takes in a change across its end', () => {
    assert.deepEqual(moveSpan(span, { start: 18, removed: 10, inserted: 1 }), { start: 10, end: 19 });
  });
});
