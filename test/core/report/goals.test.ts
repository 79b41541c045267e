/** What a set of pages has, held against its goals on a given day. */
import assert from 'node:assert/strict';
import { parseGoals } from '../../../core/configuration/goals.ts';
import { addUp } from '../../../core/report/figures.ts';
import { judgeGoal, measure } from '../../../core/report/goals.ts';
import type { GoalResult } from '../../../core/report/goals.ts';
import { nameGoal, reachedShare } from '../../../core/report/goalWords.ts';

const none = measure(addUp([]), 0);

function judge(goal: unknown, have: Partial<typeof none>, today: string): GoalResult {
  const { goals, problems } = parseGoals([goal]);
  assert.deepEqual(problems, []);
  const [parsed] = goals;
  assert(parsed !== undefined);
  return judgeGoal(parsed, '.diagram-gates.json', { ...none, ...have }, today);
}
/** State, name, what is wanted and when. */
const brief = (result: GoalResult): string =>
  `${result.state}: ${nameGoal(result)}, ${result.measures.map(({ have, want }) => `${have ?? '–'} of ${want}`).join(', ')}, ${result.due ?? 'no day'}`;

describe('a goal', () => {
  it('is reached when all of its figures are, whatever the day', () => {
    const goal = { name: 'Week 3', by: '2026-11-22', diagrams: 225, tables: 75 };
    assert.equal(
      brief(judge(goal, { diagrams: 230, tables: 75 }, '2027-01-01')),
      'reached: Week 3, 230 of 225, 75 of 75, 2026-11-22',
    );
    assert.equal(
      brief(judge(goal, { diagrams: 230, tables: 74 }, '2026-11-22')),
      'open: Week 3, 230 of 225, 74 of 75, 2026-11-22',
    );
    assert.equal(
      brief(judge(goal, { diagrams: 230, tables: 74 }, '2026-11-23')),
      'late: Week 3, 230 of 225, 74 of 75, 2026-11-22',
    );
  });

  it('for each week grows with the weeks: the third wants three times as much', () => {
    const goal = { every: 'week', from: '2026-11-02', until: '2026-11-27', diagrams: 75 };
    const at = (today: string, diagrams: number): string => brief(judge(goal, { diagrams }, today));
    assert.equal(at('2026-11-01', 3), 'upcoming: Week 0, 3 of 0, no day');
    assert.equal(at('2026-11-02', 0), 'open: Week 1, 0 of 75, 2026-11-08');
    assert.equal(at('2026-11-16', 180), 'open: Week 3, 180 of 225, 2026-11-22');
    assert.equal(at('2026-11-16', 149), 'late: Week 3, 149 of 225, 2026-11-22');
    assert.equal(at('2026-11-16', 225), 'reached: Week 3, 225 of 225, 2026-11-22');
    assert.equal(at('2026-12-24', 299), 'late: Week 4, 299 of 300, 2026-11-27');
    assert.equal(at('2026-12-24', 300), 'reached: Week 4, 300 of 300, 2026-11-27');
  });

  it('for each workday rests at the weekend', () => {
    const goal = { name: 'Sprint', every: 'workday', from: '2026-11-02', diagrams: 15 };
    const at = (today: string, diagrams: number): string => brief(judge(goal, { diagrams }, today));
    assert.equal(at('2026-11-06', 60), 'open: Sprint, workday 5, 60 of 75, 2026-11-06');
    assert.equal(at('2026-11-07', 74), 'late: Sprint, workday 5, 74 of 75, 2026-11-07');
    assert.equal(at('2026-11-07', 75), 'reached: Sprint, workday 5, 75 of 75, 2026-11-07');
    assert.equal(at('2026-11-09', 75), 'open: Sprint, workday 6, 75 of 90, 2026-11-09');
    const daily = { every: 'day', from: '2026-11-02', incidents: 2 };
    assert.equal(brief(judge(daily, { incidents: 11 }, '2026-11-07')), 'open: Day 6, 11 of 12, 2026-11-07');
  });

  it('in percent is not reached where there is nothing to measure', () => {
    const goal = { name: 'Night', threeAmShare: 100, costShare: 90 };
    assert.equal(brief(judge(goal, {}, '2026-11-20')), 'open: Night, – of 100, – of 90, no day');
    assert.equal(
      brief(judge(goal, { threeAmShare: 100, costShare: 90 }, '2026-11-20')),
      'reached: Night, 100 of 100, 90 of 90, no day',
    );
  });

  it('never seems reached by rounding', () => {
    const share = measure({ ...addUp([]), visualRatio: 0.7999 }, 0).visualShare;
    assert.equal(share, 79.9);
    assert.deepEqual([reachedShare(224, 225), reachedShare(225, 225), reachedShare(900, 225)], [99, 100, 100]);
  });
});
