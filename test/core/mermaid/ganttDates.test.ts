import assert from 'node:assert/strict';
import { failsAsGanttDate, parseGanttDate } from '../../../core/mermaid/ganttDates.ts';

describe('a date of a Gantt task', () => {
  it('is read in its format', () => {
    assert.equal(parseGanttDate('2026-03-02 04:05', 'YYYY-MM-DD HH:mm'), Date.UTC(2026, 2, 2, 4, 5));
  });

  it('is impossible when there is no such day', () => {
    assert.equal(parseGanttDate('2026-02-30', 'YYYY-MM-DD'), 'impossible');
    assert.ok(failsAsGanttDate('2026-13-45', 'YYYY-MM-DD'));
  });

  for (const format of ['constructor', 'toString', 'valueOf']) {
    it(`is not judged in the format ${format}, which has no tokens that we know`, () => {
      assert.equal(parseGanttDate('soon', format), undefined);
      assert.equal(failsAsGanttDate('soon', format), false);
    });
  }
});
