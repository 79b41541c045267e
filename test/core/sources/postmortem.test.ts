import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertGreen, convertText, made, madeFrom, problemIn } from '../../support/madePages.ts';
import { projectRoot } from '../../support/paths.ts';

const files = readdirSync(path.join(projectRoot, 'test/core/sources/fixtures/postmortem'));
const options = { title: 'Nordlicht, 14 March 2026' };

/** The rows of the recovery table, without what they begin and end with. */
async function recovery(file: string): Promise<readonly string[]> {
  const page = await madeFrom('postmortem', `postmortem/${file}`);
  return [...page.matchAll(/^\| ((?:Detection|Mitigation|Resolution|First)[^|]*\|[^|]*\|[^|]*\|[^|]*) \|/gm)].map(([, row = '']) => row); // prettier-ignore
}

describe('the text of a postmortem', function () {
  this.timeout(60_000);

  it('has fixtures of every form', () => assert.equal(files.length, 9));

  for (const file of files) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('postmortem', `postmortem/${file}`, options));
    });
  }

  it('becomes a Gantt chart with a stage for each turn, each bar below its line', async () => {
    const page = await madeFrom('postmortem', 'postmortem/search-outage.md');
    assert(
      page.startsWith(
        [
          '## Timeline, 2026-03-14 (UTC)',
          '',
          '```mermaid',
          'gantt',
          '    title Nordlicht search outage, resolved after 78 min (UTC)',
          '    dateFormat YYYY-MM-DD HH:mm',
          '    axisFormat %H:%M',
          '    section Undetected',
          '    %% search-outage.md:12',
          '    Routine deploy of search-api 4.12 begins :e1, 2026-03-14 14:00, 2026-03-14 14:22',
          '    %% search-outage.md:13',
          '    Errors on /search start at 3% and climb :crit, e2, 2026-03-14 14:22, 2026-03-14 14:26',
          '    section Response',
          '    %% search-outage.md:14',
        ].join('\n'),
      ),
      page,
    );
    assert(
      page.includes('    All clear – every shard healthy for 15 min :milestone, e7, 2026-03-14 15:40, 0m\n'),
      page,
    );
    assert(page.includes('<!-- search-outage.md:13-14,16,18; how long each took is computed -->'), page);
  });

  it('takes no day at the start of what happened for a day of the chart', async () => {
    const log = '| Noted | Time (CET) | Event |\n| --- | --- | --- |\n| 2026-02-03 | 08:10 | Queue grows |\n| 2026-02-03 | 08:55 | Queue is empty |\n'; // prettier-ignore
    const page = await made('postmortem', log, 'x.md', options);
    assert(page.includes('    on 2026-02-03 – Queue grows :'), page);
    await assertGreen(page.replace('Queue', 'Nordlicht queue'));
  });

  it('is read from boxes that begin with days, where none begins with a time', async () => {
    const boxes = 'flowchart TD\n  a["March 22, 2026<br/>Intruder reads<br/>2 buckets"] --> b["2026-07-17<br/>Tip from outside"]\n  b --> c["19 July 2026<br/>Access revoked"]\n  c --> d["Later<br/>Lawsuit"]'; // prettier-ignore
    const page = await made('postmortem', `# Theft\n\n\`\`\`mermaid\n${boxes}\n\`\`\`\n`, 'x.md');
    assert(page.startsWith('## Timeline, 2026-03-22 to 2026-07-19\n'), page);
    for (const day of ['2026-03-22 : Intruder', '2026-07-17 : Tip', '2026-07-19 : Access'])
      assert(page.includes(day), page);
    const timed = boxes.replace('2026-07-17<br/>', '14:22 ').replace('Later<br/>', '15:40 ');
    const clock = await made('postmortem', `\`\`\`mermaid\n${timed}\n\`\`\`\n`, 'x.md');
    assert(!clock.includes('2026-03-22'), clock);
  });

  for (const [file, rows] of [
    [
      'search-outage.md',
      [
        'Detection (TTD) | 14:22 | 14:26 | 4 min',
        'Mitigation (TTM) | 14:22 | 14:44 | 22 min',
        'Resolution (TTR) | 14:22 | 15:40 | 78 min',
      ],
    ],
    [
      'over-midnight.txt',
      [
        'Detection (TTD) | Day 1 23:41 | Day 1 23:44 | 3 min',
        'Mitigation (TTM) | Day 1 23:41 | Day 2 00:37 | 56 min',
        'Resolution (TTR) | Day 1 23:41 | Day 2 02:05 | 2 h 24 min',
      ],
    ],
    [
      'two-days.md',
      [
        'Detection (TTD) | Day 1 09:15 | Day 1 11:40 | 2 h 25 min',
        'Resolution (TTR) | Day 1 09:15 | Day 2 17:05 | 31 h 50 min',
      ],
    ],
    [
      'channel.json',
      [
        'Detection (TTD) | 14:22 | 14:26 | 4 min',
        'Mitigation (TTM) | 14:22 | 14:45 | 23 min',
        'Resolution (TTR) | 14:22 | 15:25 | 63 min',
      ],
    ],
    ['slack-day.json', ['Detection (TTD) | 14:22 | 14:27 | 5 min', 'Resolution (TTR) | 14:22 | 15:42 | 80 min']],
    [
      'copied-chat.txt',
      [
        'Detection (TTD) | 14:22 | 14:29 | 7 min',
        'Mitigation (TTM) | 14:22 | 14:50 | 28 min',
        'Resolution (TTR) | 14:22 | 15:31 | 69 min',
      ],
    ],
    [
      'table.md',
      [
        'Detection (TTD) | 08:10 | 08:55 | 45 min',
        'Mitigation (TTM) | 08:10 | 09:40 | 90 min',
        'Resolution (TTR) | 08:10 | 12:15 | 4 h 5 min',
      ],
    ],
    [
      'machine.log',
      [
        'Detection (TTD) | 14:22:05 | 14:22:41 | 36 s',
        'Mitigation (TTM) | 14:22:05 | 14:25:12 | 3 min 7 s',
        'Resolution (TTR) | 14:22:05 | 14:31:59 | 9 min 54 s',
      ],
    ],
    [
      'relative.txt',
      [
        'Detection (TTD) | T+0 min | T+5 min | 5 min',
        'Mitigation (TTM) | T+0 min | T+12 min | 12 min',
        'Resolution (TTR) | T+0 min | T+65 min | 65 min',
      ],
    ],
  ] as const) {
    it(`tells how long detection, mitigation and resolution took in ${file}`, async () => {
      assert.deepEqual(await recovery(file), rows);
    });
  }

  it('brings times of several zones to the first one', async () => {
    const page = await madeFrom('postmortem', 'postmortem/over-midnight.txt');
    assert(page.includes('    23#58;58 : Vendor answers from the west coast – nothing wrong on'), page);
    assert.equal(
      await problemIn('postmortem', '14:22 UTC: errors start\n10:30 ET: rolled back\n'),
      '2: the time zone ET cannot be compared with UTC: write the times of both in one',
    );
  });

  it('leaves out what nobody tells, and takes what an author says', async () => {
    const text = '14:02 lights out in hall 2\n14:20 generator runs\n15:00 lights on\n';
    const page = await made('postmortem', text, 'x.txt');
    assert(page.includes('| First to last entry | 14:02 | 15:00 | 58 min | lights out in hall 2 | lights on |'), page);
    const said = await made('postmortem', text, 'x.txt', { detected: '14:20', resolved: '15:00' });
    assert(said.includes('| Detection (TTD) | 14:02 | 14:20 | 18 min |'), said);
    assert(said.includes('| Resolution (TTR) | 14:02 | 15:00 | 58 min |'), said);
    assert.equal(
      await problemIn('postmortem', text, { resolved: '16:00' }),
      '-: no entry has the time 16:00 that was given for “resolved”',
    );
    assert.equal(
      await problemIn('postmortem', text, { detected: '15:00', mitigated: '14:20' }),
      '2: what is “mitigated” comes before what is “detected”',
    );
  });

  it('takes turning points that the text states over those that its words suggest', async () => {
    const text = 'Detected: 14:25 UTC\n\n14:20 UTC errors start\n14:31 UTC alert fires\n15:00 UTC resolved\n';
    const page = await made('postmortem', text, 'x.txt');
    assert(page.includes('| Detection (TTD) | 14:20 | 14:25 | 5 min | errors start | Detected |'), page);
    assert(page.includes('<!-- x.txt:1,3,5;'), page);
  });

  it('is read from a status page, which writes the time below what it says, the latest first', async () => {
    const page = await made(
      'postmortem',
      '**Resolved** - The fix has held for 30 minutes.\nJun 8, 2026 - 12:35 UTC\n\n**Identified** - A change of the pool is the cause.\nJun 8, 2026 - 10:27 UTC\n\n**Investigating** - We see elevated 503s.\nJun 8, 2026 - 09:58 UTC\n', // prettier-ignore
      'x.md',
    );
    for (const row of [
      '    %% x.md:8\n    Investigating - We see elevated 503s. :e1, 2026-06-08 09:58, 2026-06-08 10:27\n',
      '    %% x.md:2\n    Resolved - The fix has held for 30 minutes. :milestone, e3, 2026-06-08 12:35, 0m\n',
      '| Resolution (TTR) | 09:58 | 12:35 | 2 h 37 min |',
    ]) {
      assert(page.includes(row), `${row}\n${page}`);
    }
  });

  it('is not detected where it says that nobody saw it, and keeps what a limit was', async () => {
    const page = await made('postmortem', '10:00 Errors begin\n10:05 First 503; no alert yet\n10:20 PagerDuty pages the on-call\n10:40 Rolled back\n11:00 Errors < 0.1 %, p99 >= 2 s, all clear\n', 'x.txt'); // prettier-ignore
    assert(page.includes('| Detection (TTD) | 10:00 | 10:20 | 20 min |'), page);
    assert(page.includes('    Errors below 0.1 %, p99 at least 2 s, all clear :milestone'), page);
  });

  it('is not taken from tables of measurements', async () => {
    const converted = await convertText(
      'postmortem',
      '```\n10:00 2.1GB 29.9GB baseline\n10:15 2.5GB 29.5GB growing\n```\n',
      'x.md',
    );
    assert.deepEqual(converted, {
      kind: 'problem',
      problem: 'fewer than two lines begin with a time and say what happened',
      line: undefined,
    });
  });

  it('says when there is too much', async () => {
    const text = Array.from(
      { length: 81 },
      (_, minute) => `14:${String(minute % 60).padStart(2, '0')} step taken`,
    ).join('\n');
    assert.equal(
      await problemIn('postmortem', text),
      '81: there are 81 entries, and at most 80 are drawn: select those that matter',
    );
  });

  it('keeps every time it was given, in order, whatever the gaps', async () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1439 }), gaps, async (start, steps) => {
        let minute = start;
        const clock = (at: number): string => `${String(Math.floor((at % 1440) / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`; // prettier-ignore
        const times = [clock(start), ...steps.map((step) => clock((minute += step)))];
        const page = await made('postmortem', times.map((time, index) => `${time} step ${'abcdefghijklm'[index]} taken`).join('\n'), 'x.txt'); // prettier-ignore
        const shown = [...page.matchAll(/^ {4}(?:step \w taken :(?:milestone, )?e\d+, ([\d:]+)|([\d#;]+) : step)/gm)].map(([, gantt, period]) => gantt ?? period?.replace('#58;', ':')); // prettier-ignore
        assert.deepEqual(shown, times, page);
        const took = minute - start;
        const said = / (\d+) min \|/.exec(page)?.[1];
        if (took <= 120) assert.equal(Number(said), took, page);
      }),
      { numRuns: 100 },
    );
  });
});
