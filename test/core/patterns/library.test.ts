import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { costBreakdown } from '../../../core/patterns/cost/breakdown.ts';
import { answerProblem } from '../../../core/patterns/formula.ts';
import { incidentTimeline } from '../../../core/patterns/incident/timeline.ts';
import { patterns } from '../../../core/patterns/library.ts';
import { patternsPage } from '../../../core/patterns/page.ts';
import { patternFamilies } from '../../../core/patterns/pattern.ts';
import type { Pattern } from '../../../core/patterns/pattern.ts';
import { fill, fillDefaults, renderSnippet, valuesOf } from '../../../core/patterns/render.ts';
import { snippetFile } from '../../../core/patterns/snippets.ts';
import { systemArchitecture } from '../../../core/patterns/system/architecture.ts';
import { markdownLanguages } from '../../../extension/ours.ts';
import { projectRoot } from '../../support/paths.ts';
import { expandSnippet } from './snippetSyntax.ts';

/** The cells of each row of a filled pattern's tables, bold marks removed. */
function rowsOf(filled: string): readonly (readonly string[])[] {
  return filled
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.replaceAll('**', '').trim()),
    );
}

function rowOf(filled: string, first: string): readonly string[] {
  const row = rowsOf(filled).find((cells) => cells[0]?.startsWith(first));
  assert(row !== undefined, `a row begins with ${first}`);
  return row;
}

describe('the pattern library', () => {
  it('has these patterns, in the order in which they are shown', () => {
    const idsOf = (family: string) => patterns.filter((pattern) => pattern.family === family).map(({ id }) => id);
    assert.deepEqual(Object.fromEntries(patternFamilies.map(({ id }) => [id, idsOf(id)])), {
      system: [
        'system-architecture',
        'global-flow',
        'plane-detail',
        'multi-region',
        'scale-evolution',
        'data-flow',
        'request-flow',
        'state-machine',
        'consistency-boundary',
        'backpressure-ladder',
      ],
      incident: ['incident-timeline', 'cascading-failure', 'blast-radius', 'runbook', 'postmortem'],
      cost: ['cost-breakdown', 'cost-per-user', 'before-and-after', 'capacity-and-growth', 'return-on-investment'],
      plan: [
        'comparison',
        'migration',
        'failure-modes',
        'plan-with-dependencies',
        'sprint-dashboard',
        'milestone-checklist',
        'workflow',
      ],
      'case-study': [],
    });
  });

  it('has no id, title or trigger twice', () => {
    for (const key of ['id', 'title', 'trigger'] as const) {
      assert.equal(new Set(patterns.map((pattern) => pattern[key])).size, patterns.length, key);
    }
  });

  for (const pattern of patterns) {
    describe(pattern.title, () => {
      it('is plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(pattern)), pattern));

      it('has a diagram and a table', () => {
        const kinds = pattern.body.map(({ kind }) => kind);
        assert(kinds.includes('diagram') && kinds.includes('table'));
      });

      it('uses one name for one value', () => {
        const byName = new Map(valuesOf(pattern).map((value) => [value.name, value]));
        for (const { parts } of pattern.body) {
          for (const part of parts) if (typeof part !== 'string') assert.equal(byName.get(part.name), part, part.name);
        }
      });

      it('asks only for what it inserts', () => {
        const values = valuesOf(pattern);
        for (const input of pattern.inputs) assert(values.includes(input), input.name);
        assert(pattern.inputs.length > 0);
      });

      it('has defaults that would pass as answers', () => {
        for (const value of valuesOf(pattern)) {
          if (value.kind === 'computed' || value.kind === 'choice') continue;
          assert.equal(answerProblem(value, value.default), undefined, value.name);
        }
      });

      for (const target of ['page', 'diagram'] as const) {
        it(`is a snippet that expands to its filled ${target}`, () => {
          const { text, stops } = expandSnippet(renderSnippet(pattern, { target }));
          assert.equal(text, fillDefaults(pattern, target));
          const numbers = [...new Set(stops.map(({ number }) => number))].sort((a, b) => a - b);
          assert.deepEqual(
            numbers,
            Array.from({ length: valuesOf(pattern, target).length + 1 }, (_, index) => index),
          );
          assert.equal(stops.at(-1)?.number, 0);
          assert.equal(stops.filter(({ number }) => number === 0).length, 1);
        });
      }
    });
  }

  it('is what the snippet file holds', () => {
    const committed = readFileSync(path.join(projectRoot, 'snippets/patterns.code-snippets'), 'utf8');
    assert.equal(committed, snippetFile(patterns, markdownLanguages));
  });
});

describe('the snippet file', () => {
  const file: unknown = JSON.parse(snippetFile([costBreakdown], ['markdown', 'mdx']));

  it('offers the page in Markdown and the diagram alone in Mermaid', () => {
    const entries = Object.entries(file as Record<string, { scope: string; prefix: string; body: string[] }>);
    assert.deepEqual(
      entries.map(([name, { scope, prefix, body }]) => [name, scope, prefix, body[0]]),
      [
        ['Cost breakdown', 'markdown,mdx', 'dg-cost', '## ${1:Checkout platform}: cost in ${2:May 2026}'],
        ['Cost breakdown, diagram', 'mermaid', 'dg-cost', '---'],
      ],
    );
    assert.equal(entries[0]?.[1].body.join('\n'), renderSnippet(costBreakdown));
  });
});

describe('System architecture', () => {
  it('colours each plane, with labels that reach a contrast of 4.5:1', () => {
    const styles = [...fillDefaults(systemArchitecture).matchAll(/classDef (\w+) fill:(#\w{6}),.*color:(#\w{6})/g)];
    assert.deepEqual(
      styles.map(([, name, fillColour]) => [name, fillColour]),
      [
        ['edgePlane', '#3B82F6'],
        ['servicePlane', '#10B981'],
        ['statePlane', '#F59E0B'],
        ['controlPlane', '#8B5CF6'],
      ],
    );
    for (const [, name, background = '', label = ''] of styles) assert(contrast(background, label) >= 4.5, name);
    assert(contrast('#8B5CF6', '#FFFFFF') < 4.5, 'white on violet does not reach it');
  });

  it('gives every component of a plane its class', () => {
    const filled = fillDefaults(systemArchitecture);
    const nodes = [...filled.matchAll(/^ {8}(\w+)[[(]/gm)].map(([, id]) => id);
    const classed = [...filled.matchAll(/^ {4}class (\S+) \w+Plane$/gm)].flatMap(([, ids]) => ids?.split(',') ?? []);
    assert.equal(nodes.length, 10);
    assert.deepEqual([...nodes].sort(), [...classed].sort());
  });

  it('computes the cache hits from what reaches the origin', () => {
    assert.match(fillDefaults(systemArchitecture), /CloudFront<br\/>94% cache hits/);
    assert.match(
      fill(systemArchitecture, { answers: { peak: '10', origin: '2.5' } }),
      /CloudFront<br\/>75% cache hits/,
    );
  });
});

describe('Incident timeline', () => {
  it('takes durations from the clock times', () => {
    const filled = fillDefaults(incidentTimeline);
    assert.deepEqual(
      ['Detection', 'Diagnosis', 'Mitigation', 'Resolution', 'Total'].map((phase) => rowOf(filled, phase).slice(0, 4)),
      [
        ['Detection', '09:47', '09:48', '1 min'],
        ['Diagnosis', '09:48', '10:27', '39 min'],
        ['Mitigation', '10:27', '10:36', '9 min'],
        ['Resolution', '10:36', '12:35', '119 min'],
        ['Total', '09:47', '12:35', '168 min'],
      ],
    );
    assert.match(filled, /HTTP 503 for 49 min \(UTC\)/);
  });

  it('has the same times and durations in the chart as in the table', () => {
    const filled = fillDefaults(incidentTimeline);
    const bars = [...filled.matchAll(/, (\d+) min :\w+, ([\d:]+), ([\d:]+)$/gm)].map((bar) => bar.slice(1));
    const rows = ['Detection', 'Diagnosis', 'Mitigation', 'Resolution'].map((phase) => rowOf(filled, phase));
    assert.deepEqual(
      bars,
      rows.map(([, from, to, took]) => [took?.replace(' min', ''), from, to]),
    );
  });

  it('follows when a time is answered differently', () => {
    const filled = fill(incidentTimeline, { answers: { began: '23:50', detected: '00:05' } });
    assert.deepEqual(rowOf(filled, 'Detection').slice(1, 4), ['23:50', '00:05', '15 min']);
  });
});

describe('Cost breakdown', () => {
  it('states totals that its rows add up to', () => {
    const filled = fillDefaults(costBreakdown);
    assert.deepEqual(rowOf(filled, 'Total'), ['Total', '35.1% less, $440.4K saved in a year', '104.5', '67.8', '36.7']);
    assert.match(filled, /title Checkout platform, May 2026: \$104\.5K a month/);
    assert.deepEqual(rowOf(filled, 'Now'), ['Now', '1.48M', '$104.5K/month', '$0.071/month']);
    assert.deepEqual(rowOf(filled, 'After'), ['After', '1.48M', '$67.8K/month', '$0.046/month']);
  });

  it('adds up whatever the figures are', () => {
    const amount = fc.integer({ min: 1, max: 9999 }).map((tenths) => (tenths / 10).toFixed(1));
    const names = ['compute', 'data', 'traffic', 'storage', 'watching'];
    const answers = fc.record(
      Object.fromEntries(
        names.flatMap((name) => [
          [`${name}Now`, amount],
          [`${name}After`, amount],
        ]),
      ),
    );
    fc.assert(fc.property(answers, (given) => assert.equal(misfits(costBreakdown, given), 0)));
  });

  it('would be caught with a total that is off', () => {
    const wrong = fillDefaults(costBreakdown).replace('**104.5**', '**104.6**');
    assert.equal(columnMisfits(wrong), 1);
  });
});

const misfits = (pattern: Pattern, answers: Readonly<Record<string, string>>): number =>
  columnMisfits(fill(pattern, { answers }));

/** How many of the three amount columns, and of the slices, do not add up to the total row's figures, in tenths. */
function columnMisfits(filled: string): number {
  const tenths = (written: string | undefined): number => Math.round(Number(written) * 10);
  const items = rowsOf(filled).filter((row) => row.length === 5 && row[0] !== 'Item' && row[0] !== 'Total');
  const total = rowOf(filled, 'Total');
  assert.equal(items.length, 5);
  const sum = (column: number): number => items.reduce((all, row) => all + tenths(row[column]), 0);
  const slices = [...filled.matchAll(/^ {4}".*" : ([\d.]+)$/gm)].reduce((all, [, value]) => all + tenths(value), 0);
  const columns = [2, 3, 4].filter((column) => sum(column) !== tenths(total[column])).length;
  return columns + (slices === sum(2) ? 0 : 1);
}

/** WCAG's contrast ratio of two colours `#RRGGBB`. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the page about patterns', () => {
  it('is what docs/patterns.md holds', () => {
    assert.equal(readFileSync(path.join(projectRoot, 'docs/patterns.md'), 'utf8'), patternsPage(patterns));
  });

  it('shows each pattern with its trigger, its inputs and its blocks', () => {
    const page = patternsPage([incidentTimeline]);
    assert.match(page, /^## Incidents\n\n### Incident timeline$/m);
    assert.doesNotMatch(page, /^## (Systems|Costs)$/m);
    assert.match(page, /^\| \[Incident timeline\]\(#incident-timeline\) \| `dg-incident` \| `incident-timeline` \|/m);
    assert.match(page, /^\| When it was detected \| 09:48 \|$/m);
    assert.match(page, /^!\[Incident timeline\]\(images\/patterns\/incident-timeline-dark\.webp#gh-dark-mode-only\)$/m);
    assert.match(page, /^### Recovery$/m);
    assert.match(page, /^ {4}Detect, 1 min :detect, 09:47, 09:48$/m);
  });
});
