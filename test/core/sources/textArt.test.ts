import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertGreen, convertText, made, madeFrom, problemIn } from '../../support/madePages.ts';

const start = '2026-03-02';

describe('text art', function () {
  this.timeout(60_000);

  it('passes every gate that applies once it is drawn', async () => {
    await assertGreen(await madeFrom('text-art', 'text-art/roadmap.md', { start }));
  });

  it('has bars whose columns become days, in blocks and in boxes', async () => {
    const page = await madeFrom('text-art', 'text-art/roadmap.md', { start });
    for (const piece of [
      '    title Nordlicht roadmap, 5 bars from week 1 to week 6\n',
      '    %% roadmap.md:7\n    Index on 64 nodes, 1 week :b1, 2026-03-02, 7d\n',
      '    %% roadmap.md:10\n    Query cache, 5 days :b2, 2026-03-06, 7d\n',
      '    Pilot :b3, 2026-03-16, 7d\n    section Boxes\n',
      '    Contract – with legal and buyers :b4, 2026-03-02, 14d\n',
      '    Build :b5, 2026-03-16, 28d\n',
      '| Build | 3 | 6 | 4 | |\n',
    ]) {
      assert(page.includes(piece), `${piece}\n${page}`);
    }
  });

  it('has bars below numbers that name their unit once, also with the name before a segment', async () => {
    const page = await madeFrom('text-art', 'text-art/weeks.txt', { start });
    for (const piece of [
      '    %% weeks.txt:4\n    Survey :b1, 2026-03-02, 7d\n',
      '    %% weeks.txt:5\n    Build, two people :b2, 2026-03-09, 21d\n',
      '    %% weeks.txt:6\n    Trial :b3, 2026-03-23, 14d\n',
      ': 1 of 3 milestones done (33%)\n',
      '| Tides entered (/) | no |\n',
    ]) {
      assert(page.includes(piece), `${piece}\n${page}`);
    }
  });

  it('has bars below the names of months, over the end of a year', async () => {
    const page = await made('text-art', '        Nov  Dec  Jan  Feb\nSurvey  ██████████\nBuild        █████\n', 'x.txt', { start: '2025-11-01' }); // prettier-ignore
    assert(page.includes('    Survey :b1, 2025-11-01, 61d\n'), page);
    assert(page.includes('| Build | 12 | 12 | 1 |\n'), page);
  });

  it('has milestones that are counted, each with its part', async () => {
    const page = await madeFrom('text-art', 'text-art/roadmap.md', { start });
    assert(page.includes('title Nordlicht roadmap: 2 of 3 milestones done (67%)\n    %% roadmap.md:27-28\n    "Done" : 2\n'), page); // prettier-ignore
    assert(page.includes('| Milestones | Pilot with 40 shops | no |\n'), page);
  });

  it('keeps a checklist right below a drawing out of its last bar', async () => {
    const drawn = 'Week 1  Week 2\n├─ Build ─────┤\n- [x] ordered\n- [ ] built\n';
    const page = await made('text-art', drawn, 'x.txt', { start });
    assert(page.includes('    Build :b1, 2026-03-02, '), page);
    assert(page.includes('| ordered | yes |\n| built | no |\n'), page);
  });

  it('has tables drawn with lines, with figures on the right', async () => {
    const table = '| Nordlicht part | Pods | Limit |\n| --- | ---: | ---: |\n| search-api | 36 | 4 GB |\n| indexer | 12 | 16 GB |\n\n<!-- box.txt:4-5 -->'; // prettier-ignore
    assert.equal(await madeFrom('text-art', 'text-art/box.txt'), `## Box\n\n${table}`);
    const plus = '+------+-----+\n| a    | b   |\n+======+=====+\n| long | 1   |\n| cell |     |\n+------+-----+\n| x    | 2   |\n+------+-----+\n'; // prettier-ignore
    assert(
      (await made('text-art', plus, 'x.txt')).includes('| a | b |\n| --- | ---: |\n| long cell | 1 |\n| x | 2 |\n'),
    );
  });

  it('asks when the first week begins, and only where there are bars', async () => {
    const asked = await convertText('text-art', 'Week 1  Week 2\nBuild   ████████\n', 'x.txt');
    assert(asked.kind === 'needs' && asked.option.name === 'start');
    assert.match(await made('text-art', '[x] built\n[ ] tested\n', 'x.txt'), /1 of 2 milestones done \(50%\)/);
  });

  it('is not read into rows of weeks that overlap, or into words', async () => {
    for (const text of [
      'Week 1-2  Week 3-6  Week 4-10\nBuild ████\n',
      'In week 1 we plan, in week 2 we build.\n████\n',
    ]) {
      assert.match(await problemIn('text-art', text, { start }), /^-: there are no bars/);
    }
  });

  it('puts a bar where its columns are, whatever the ruler', async () => {
    const drawing = fc.record({ width: fc.integer({ min: 7, max: 20 }), from: fc.nat({ max: 3 }), weeks: fc.integer({ min: 1, max: 3 }) }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(drawing, async ({ width, from, weeks }) => {
        const ruler = [1, 2, 3, 4, 5, 6].map((week) => `Week ${week}`.padEnd(width)).join('');
        const bar = `${' '.repeat(from * width)}${'█'.repeat(weeks * width)}`;
        const page = await made('text-art', `${ruler}\nBuild\n${bar}\n`, 'x.txt', { start });
        const day = new Date(Date.parse(start)).toISOString().slice(0, 10);
        assert(page.includes(`    Build :b1, ${day}, ${7 * weeks}d\n`), page);
        assert(page.includes(`| Build | ${from + 1} | ${from + weeks} | ${weeks} |\n`), page);
      }),
      { numRuns: 60 },
    );
  });
});
