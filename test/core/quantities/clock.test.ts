import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findMoments, findRanges } from '../../../core/quantities/clock.ts';

const momentsOf = (text: string): readonly string[] =>
  findMoments(text).map(({ span }) => text.slice(span.start, span.end));

/** The least and the most minutes of each range. */
const minutesOf = (text: string): readonly (readonly [number, number])[] =>
  findRanges(text).map(({ elapsed: { least, most } }) => [least / 60, most / 60]);

const day = 24 * 60;

describe('moments', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    ['14:32: the yard fills, 14:35 UTC', '14:32', '14:35 UTC'],
    ['at 9:30 AM, 4:00 PM EST and 3 PM', '9:30 AM', '4:00 PM EST', '3 PM'],
    ['"11:15_am_utc": "open"', '11:15_am_utc'],
    ['2024-01-15T14:30:15Z and 2024-01-15 14:30:20', '2024-01-15T14:30:15Z', '2024-01-15 14:30:20'],
    ['May 19, 2021 and 19 May 2021, July 1 10:00', 'May 19, 2021', '19 May 2021', 'July 1 10:00'],
    ['January 2019, Q3 2024, in 2014', 'January 2019', 'Q3 2024', '2014'],
    ['depot:1530 8080:8080 10:1 80:20 3:45 2001:db8:0:10::/64'],
    ['T+00:05 T-00:10 UTC+5:30 25:10 13:00 PM'],
    ['$2,019 v2.2014 c5.2019 2024-02-30 room #2014'],
  ];
  for (const [text, ...found] of cases) {
    it(`of ${text}`, () => {
      assert.deepEqual(momentsOf(text), found);
    });
  }

  it('lie inside of any text', () => {
    const part = fc.constantFrom(
      '14:30',
      ' - ',
      'May ',
      '2021',
      ', ',
      ' UTC',
      '9 AM',
      '2024-01-15',
      'T',
      'Q1 ',
      ':',
      '1',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span } of findMoments(text)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
          last = span.end;
        }
        for (const { elapsed } of findRanges(text)) assert.ok(elapsed.least <= elapsed.most);
      }),
    );
  });
});

describe('ranges', () => {
  const cases: readonly (readonly [text: string, least: number, most: number])[] = [
    ['14:32 - 15:19', 46, 48],
    ['from 22:00 to 01:00 UTC', 179, 181],
    ['8:00 PM - 4:00 AM EST', 479, 481],
    ['09:00 EST – 15:00 UTC', 59, 61],
    ['March 22, 2019 to July 19, 2019', 118 * day, 120 * day],
    ['Sept 14 - Sept 21', 6 * day, 8 * day],
    ['December 28 – January 3, 2021', 5 * day, 7 * day],
    ['2014-2021', (6 * 365 + 1) * day + day, (8 * 365 + 2) * day],
    ['July 1 10:00 - 14:00', 239, 241],
  ];
  for (const [text, least, most] of cases) {
    it(`of ${text}`, () => {
      assert.deepEqual(minutesOf(text), [[least, most]]);
    });
  }

  it('need two moments that can be compared, and a sign between them', () => {
    assert.deepEqual(minutesOf('14:30, 15:00'), []);
    assert.deepEqual(minutesOf('14:30 ET - 15:00 UTC'), []);
    assert.deepEqual(minutesOf('14:30 - July 2'), []);
  });
});
