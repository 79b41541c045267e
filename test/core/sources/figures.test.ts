/** The figures of a made page, computed again from the input without the code that made it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { criticalPath } from '../../../core/sources/traces/criticalPath.ts';
import type { Call } from '../../../core/sources/traces/model.ts';
import { made, madeFrom } from '../../support/madePages.ts';
import { projectRoot } from '../../support/paths.ts';
import { sourceFixtures } from '../../support/sourceFixtures.ts';

const cited = /(?:%%|<!--) [^\n]*?:(\d[\d,-]*)/;

/** The cells of the table's row that begins so. */
function rowOf(page: string, start: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${start} |`));
  assert(row !== undefined, `${start}\n${page}`);
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('what is made of a source', () => {
  for (const { kind, file, options } of sourceFixtures) {
    it(`names in each diagram and below each table the lines of ${file}`, async () => {
      const page = await madeFrom(kind, file, options);
      const text = readFileSync(path.join(projectRoot, 'test/core/sources/fixtures', file), 'utf8');
      const lines = text.trimEnd().split(/\r\n?|\n/).length;
      const parts = page.split(/\n\n(?=```mermaid\n|\||<!--)/);
      const named = parts.flatMap((part, index) => {
        if (part.startsWith('```mermaid')) return [part];
        return part.startsWith('|') ? [`${part}\n${parts[index + 1] ?? ''}`] : [];
      });
      assert(named.length > 0, page);
      // What somebody said besides stands on no line.
      for (const part of named) assert(cited.test(part) || part.includes('<!-- users as they were given'), part);
      for (const [, places = ''] of page.matchAll(new RegExp(cited, 'g'))) {
        for (const line of places.split(/[,-]/).filter((each) => each !== '')) {
          assert(Number(line) >= 1 && Number(line) <= lines, `${places} of ${lines} lines`);
        }
      }
    });
  }
});

describe('the figures of traces', () => {
  it('are percentiles that so many of all do not exceed', async () => {
    const micros = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 2, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(micros, async (durations) => {
        const spans = durations.map(
          (duration, index) =>
          JSON.stringify({ traceId: `t${index}`, id: 'a', name: 'op', kind: 'SERVER', timestamp: 1_780_000_000_000_000 + index * 100_000, duration, localEndpoint: { serviceName: 'shop' } }), // prettier-ignore
        );
        const page = await made('traces', `[${spans.join(',\n')}]`, 'x.json');
        const [, , count, errors, ...shown] = rowOf(page.slice(page.indexOf('### Operations')), 'op');
        assert.deepEqual([count, errors], [String(durations.length), '0']);
        // By counting, not by sorting: the least duration that enough of all do not exceed.
        const least = (share: number): number =>
          Math.min(...durations.filter((limit) => durations.filter((each) => each <= limit).length >= share * durations.length)); // prettier-ignore
        const decimals = /\.(\d+)/.exec(shown[0] ?? '')?.[1]?.length ?? 0;
        const wanted = [least(0.5), least(0.95), least(0.99), Math.max(...durations)];
        assert.deepEqual(shown, wanted.map((micro) => (micro / 1000).toFixed(decimals))); // prettier-ignore
      }),
      { numRuns: 60 },
    );
  });

  /** Goes back in steps of one unit, and hands each step to whoever was waited for then. */
  function stepByStep(root: Call): ReadonlyMap<string, number> {
    const own = new Map<string, number>();
    const walk = (call: Call, from: number, to: number): void => {
      let now = to;
      while (now > from) {
        const ended = call.children
          .filter(({ span }) => span.end === now && span.start < now)
          .sort((a, b) => b.span.start - a.span.start)[0];
        if (ended === undefined) {
          own.set(call.span.id, (own.get(call.span.id) ?? 0) + 1);
          now -= 1;
        } else {
          const start = Math.max(from, ended.span.start);
          walk(ended, start, now);
          now = start;
        }
      }
    };
    walk(root, root.span.start, root.span.end);
    return own;
  }

  it('are own times along a critical path that a walk step by step finds, too', () => {
    const shape = fc.record({ start: fc.nat({ max: 60 }), length: fc.integer({ min: 0, max: 40 }), above: fc.nat() });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 14 }), (shapes) => {
        const children = shapes.map((): Call[] => []);
        const calls = shapes.map(({ start, length }, index): Call => ({
          span: { trace: 't', id: String(index), parent: undefined, service: 's', operation: 'o', kind: 'internal', start, end: start + length, error: undefined, peer: undefined, isShared: false, line: 1 }, // prettier-ignore
          children: children[index] ?? [],
        }));
        calls.slice(1).forEach((call, index) => children[(shapes[index + 1]?.above ?? 0) % (index + 1)]?.push(call));
        const [root] = calls;
        assert(root !== undefined);
        const found = new Map(criticalPath(root).map(({ span, own }) => [span.id, own]));
        assert.deepEqual([...found].sort(), [...stepByStep(root)].sort());
      }),
      { numRuns: 500 },
    );
  });
});

describe('the figures of a postmortem', () => {
  it('are the minutes between its turning points, also over midnight', async () => {
    const gap = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1439 }), gap, gap, gap, async (start, toDetect, toMitigate, toEnd) => {
        const clock = (at: number): string =>
          `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
        const [detected, mitigated] = [start + toDetect, start + toDetect + toMitigate];
        const lines = [
          `${clock(start)} Errors begin on checkout`,
          `${clock(detected)} Alert fired, on-call paged`,
          `${clock(mitigated)} Release rolled back, errors fall`,
          `${clock(mitigated + toEnd)} Resolved`,
        ];
        const page = await made('postmortem', lines.join('\n'), 'x.txt');
        for (const [phase, minutes] of [
          ['Detection (TTD)', toDetect],
          ['Mitigation (TTM)', toDetect + toMitigate],
          ['Resolution (TTR)', toDetect + toMitigate + toEnd],
        ] as const) {
          assert.equal(rowOf(page, phase)[3], `${minutes} min`, page);
        }
      }),
      { numRuns: 100 },
    );
  });
});
