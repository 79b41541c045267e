/** The calendar that goals are reckoned by. */
import assert from 'node:assert/strict';
import { dayAt, dayNumber, workdaysBetween } from '../../../core/goals/days.ts';

describe('days of the calendar', () => {
  it('are numbered from 1970, and only those that exist', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('2024-02-29'), 19_782);
    assert.equal(dayAt(19_782), '2024-02-29');
    for (const none of ['2023-02-29', '2024-13-01', '2024-1-1', '24-01-01', '2024-01-01T00:00', 'soon', '']) {
      assert.equal(dayNumber(none), undefined, none);
    }
  });

  it('are counted without weekends, as somebody would on paper', () => {
    const between = (from: string, to: string): number => workdaysBetween(dayNumber(from) ?? 0, dayNumber(to) ?? 0);
    // 2 November 2026 is a Monday.
    assert.deepEqual(
      ['2026-11-02', '2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09', '2026-11-20'].map((to) =>
        between('2026-11-02', to),
      ),
      [1, 5, 5, 5, 6, 15],
    );
    assert.equal(between('2026-11-07', '2026-11-08'), 0);
    assert.equal(between('2026-11-09', '2026-11-02'), 0);
    assert.equal(between('1969-12-29', '1970-01-02'), 5);
  });
});
