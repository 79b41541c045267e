import assert from 'node:assert/strict';
import { Schedule } from '../../core/schedule.ts';
import { FakeClock } from '../support/fakeClock.ts';

const setUp = (): { clock: FakeClock; schedule: Schedule; runs: string[] } => {
  const clock = new FakeClock();
  const runs: string[] = [];
  const schedule = new Schedule(clock, 150, (key) => runs.push(`${key}@${clock.now()}`));
  return { clock, schedule, runs };
};

describe('schedule', () => {
  it('runs the first request at once', () => {
    const { schedule, runs } = setUp();
    schedule.request('a');
    assert.deepEqual(runs, ['a@0']);
  });

  it('runs at most once per interval however often it is asked', () => {
    const { clock, schedule, runs } = setUp();
    for (let time = 0; time < 400; time += 50) {
      schedule.request('a');
      clock.advance(50);
    }
    clock.advance(1000);
    assert.deepEqual(runs, ['a@0', 'a@150', 'a@300', 'a@450']);
  });

  it('runs at once again after a pause', () => {
    const { clock, schedule, runs } = setUp();
    schedule.request('a');
    clock.advance(150);
    schedule.request('a');
    assert.deepEqual(runs, ['a@0', 'a@150']);
  });

  it('paces each key by itself', () => {
    const { schedule, runs } = setUp();
    schedule.request('a');
    schedule.request('b');
    assert.deepEqual(runs, ['a@0', 'b@0']);
  });

  it('lets a run now take the place of the one that waits', () => {
    const { clock, schedule, runs } = setUp();
    schedule.request('a');
    clock.advance(50);
    schedule.request('a');
    schedule.runNow('a');
    clock.advance(1000);
    assert.deepEqual(runs, ['a@0', 'a@50']);
  });

  it('drops what waits for a forgotten key, and runs its next request at once', () => {
    const { clock, schedule, runs } = setUp();
    schedule.request('a');
    schedule.request('a');
    schedule.forget('a');
    clock.advance(10);
    schedule.request('a');
    clock.advance(1000);
    assert.deepEqual(runs, ['a@0', 'a@10']);
  });

  it('leaves no timer behind when disposed', () => {
    const { clock, schedule } = setUp();
    schedule.request('a');
    schedule.request('a');
    assert.equal(clock.pending, 1);
    schedule.dispose();
    assert.equal(clock.pending, 0);
  });
});
