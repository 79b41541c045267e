import assert from 'node:assert/strict';
import { applyEdits } from '../../core/document/edits.ts';
import { fixAll } from '../../core/fixAll.ts';
import { findingAt, replacing } from '../support/findings.ts';

const at = { start: 0, end: 1 };

describe('fixAll', () => {
  it('puts the first fixes together in order of place', () => {
    const edits = fixAll([
      findingAt(at, { fixes: [replacing([4, 5, 'E']), replacing([0, 6, 'never'])] }),
      findingAt(at),
      findingAt(at, { fixes: [replacing([0, 1, 'A'], [5, 6, 'F'])] }),
    ]);
    assert.equal(applyEdits('abcdef', edits), 'AbcdEF');
  });

  it('leaves out a whole fix when one of its edits would overlap', () => {
    const edits = fixAll([
      findingAt(at, { fixes: [replacing([2, 4, 'X'])] }),
      findingAt(at, { fixes: [replacing([0, 1, 'Y'], [3, 5, 'Y'])] }),
    ]);
    assert.equal(applyEdits('abcdef', edits), 'abXef');
  });

  it('makes the same repair once when two findings ask for it', () => {
    const quote = replacing([1, 1, '"'], [3, 3, '"']);
    const edits = fixAll([findingAt(at, { fixes: [quote] }), findingAt(at, { fixes: [quote] })]);
    assert.equal(applyEdits('[ab]', edits), '["ab"]');
  });

  it('takes fixes that touch', () => {
    const edits = fixAll([
      findingAt(at, { fixes: [replacing([0, 2, 'X'])] }),
      findingAt(at, { fixes: [replacing([2, 4, 'Y'])] }),
    ]);
    assert.equal(applyEdits('abcd', edits), 'XY');
  });

  it('leaves alone what is to be chosen by hand', () => {
    const edits = fixAll([
      findingAt(at, { fixes: [{ ...replacing([0, 1, 'X']), byHand: true }, replacing([1, 2, 'Y'])] }),
      findingAt(at, { fixes: [replacing([3, 4, 'Z'])] }),
    ]);
    assert.equal(applyEdits('abcd', edits), 'abcZ');
  });
});
