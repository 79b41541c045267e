import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertGreen, convertText, made, madeFrom, problemIn } from '../../support/madePages.ts';

const start = '2026-03-02';
const header = 'id,task,duration,after\n';

describe('a task plan', function () {
  this.timeout(60_000);

  for (const [file, options] of [
    ['checkout.yaml', {}],
    ['weeks.csv', { title: 'Nordlicht in 40 shops' }],
    ['jira.json', { title: 'Nordlicht search', start }],
  ] as const) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('plan', `plan/${file}`, options));
    });
  }

  it('is no architecture, whatever its tasks are about', async () => {
    const tasks =
      'a,Load balancer: HAProxy 3,2d,\nb,Database: PostgreSQL 16,3d,a\nc,Cache: Redis 7.2,1d,b\nd,Queue: Kafka 3.7,4d,b\n';
    await assertGreen(await made('plan', header + tasks, 'a.csv', { start, title: 'Nordlicht move' }));
  });

  it('becomes a Gantt chart by owner, with the critical path, the graph and the load', async () => {
    const page = await madeFrom('plan', 'plan/checkout.yaml');
    for (const piece of [
      '## Nordlicht checkout on PostgreSQL 16: plan\n',
      '    title Nordlicht checkout on PostgreSQL 16, 10 d, 3 of 6 tasks on the critical path\n',
      '    section Mara\n    %% checkout.yaml:19\n    Load test – 5,000 requests/s :load, after api gateway, 1.5d\n',
      '    %% checkout.yaml:29\n    Launch :milestone, launch, after load cache, 0d\n',
      '    schema ==> api\n    api ==> cache\n    api --> load\n',
      '| API on the new schema | Jo | 2026-03-05 | 2026-03-09 | 5 |\n',
      '| **Total** | | 2026-03-02 | 2026-03-11 | **10** |\n',
      '| Mara | 2 | 2.5 | 0 |\n| **Total** | **6** | **12.5** | **10** |\n',
    ]) {
      assert(page.includes(piece), `${piece}\n${page}`);
    }
  });

  it('gives ids that Mermaid would not take one of their own, and keeps what is done', async () => {
    const page = await madeFrom('plan', 'plan/weeks.csv');
    assert(page.includes('    Contract :done, crit, task_1, 2026-01-05, 2w\n'), page);
    assert(page.includes('    Roll out Nordlicht :crit, task_4, after task_2 task_3, 6w\n'), page);
  });

  it('names the line of unknown ids, circles and what is no duration', async () => {
    for (const [rows, problem] of [
      ['build,Build,3d,\ntest,Test,1d,biuld\n', '3: “test” waits for “biuld”, which is no task: did you mean “build”?'],
      ['a,A,1d,c\nb,B,1d,a\nc,C,1d,b\n', '2: tasks wait for each other in a circle: a → c → b → a'],
      ['a,A,1d,a\n', '2: “a” waits for itself'],
      ['a,A,1d,\na,B,1d,\n', '3: the id “a” is taken by the task on line 2'],
      ['a,A,soon,\n', '2: “soon” is no duration: write 4h, 3d or 2w'],
      ['a,A,,\n', '2: “A” has no duration'],
      ['a,A,0d,\n', '2: no task takes any time'],
    ] as const) {
      assert.equal(await problemIn('plan', header + rows, { start }), problem);
    }
    assert.equal(
      await problemIn('plan', 'id,duration,start\na,1d,soon\n'),
      '2: “soon” is no day: write it as 2026-03-02',
    );
    assert.equal(
      await problemIn('plan', 'id,duration,start\na,1d,2026-03-01\n', { start }),
      '2: the task begins on 2026-03-01, before the plan does (2026-03-02)',
    );
    assert.equal(await problemIn('plan', 'tasks:\n  - id: a\n    duration: 1d\n  - id: b\n    duration: 2\n    after: [a, x]\n', { start }), '4: “b” waits for “x”, which is no task'); // prettier-ignore
  });

  it('knows quarters, days with dots and decimal commas; what ends on a day needs no duration', async () => {
    const page = await madeFrom('plan', 'plan/quarters.yaml', { title: 'Nordlicht berths' });
    for (const part of [
      '    Berths measured anew :berths, 2026-01-01, 90d\n',
      '    Planner with tides :planner, 2026-04-01, 183d\n',
      '    Pilots trained :crit, pilots, 2026-10-01, 2.5w\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    const row = (start: string, end: string): string => `id,duration,start,end\na,,${start},${end}\n`;
    assert.equal(await problemIn('plan', row('31.2.2026', '')), '2: “31.2.2026” is no day: write it as 2026-03-02');
    assert.equal(await problemIn('plan', row('03/04/2026', '')), '2: “03/04/2026” is no day: write it as 2026-03-02');
    assert.equal(await problemIn('plan', row('2026-03-02', 'soon')), '2: “soon” is no day: write it as 2026-03-02');
    assert.equal(await problemIn('plan', row('2026-03-02', '2026-03-01')), '2: “a” has no duration');
    assert.equal(await problemIn('plan', row('2026-03-02', '')), '2: “a” has no duration');
  });

  it('takes no sum of the tasks for one, and finds numbers that are written with a sign', async () => {
    const table =
      '| # | Task | Days | Depends on |\n| --- | --- | --- | --- |\n| 1 | Dig | 2 | |\n| 2 | Fill | 3? | #1, 1FS |\n| **Total** | | ~5d | |\n';
    const page = await made('plan', table, 'x.md', { start: '2026-03-02' });
    assert(page.includes('Total'), page);
    assert(!page.includes('~5d'), page);
    assert.match(page, /Fill :crit, task_2, after task_1/);
  });

  it('asks when it begins where no task says so', async () => {
    const asked = await convertText('plan', `${header}a,A,1d,\n`, 'a.csv');
    assert(asked.kind === 'needs' && asked.option.name === 'start');
  });

  it('has a critical path as long as the plan, and no task before those it waits for', async () => {
    // Each task may wait for any of those before it.
    const tasks = fc.array(fc.record({ days: fc.integer({ min: 1, max: 9 }), waits: fc.array(fc.nat(), { maxLength: 3 }) }), { minLength: 1, maxLength: 15 }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(tasks, async (given) => {
        const after = given.map(({ waits }, index) => [
          ...new Set(index === 0 ? [] : waits.map((wait) => wait % index)),
        ]);
        const rows = given.map(({ days }, index) => `t${index},Task,${days}d,"${(after[index] ?? []).map((id) => `t${id}`).join(', ')}"`); // prettier-ignore
        const page = await made('plan', header + rows.join('\n'), 'a.csv', { start });
        const ends: number[] = [];
        for (const [index, { days }] of given.entries()) {
          ends.push(days + Math.max(0, ...(after[index] ?? []).map((id) => ends[id] ?? 0)));
        }
        const total = Math.max(...ends);
        assert(page.includes(`title A, ${total} d, `), page);
        assert(page.includes(`| **${total}** |`), page);
      }),
      { numRuns: 100 },
    );
  });

  it('may have a chain of 150 tasks', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `t${index},T,1d,${index === 149 ? '' : `t${index + 1}`}`);
    assert((await made('plan', header + rows.join('\n'), 'a.csv', { start })).includes('title A, 150 d, 150 of 150'));
  });
});
