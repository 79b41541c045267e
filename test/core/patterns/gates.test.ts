import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { LineTable } from '../../../core/document/lines.ts';
import { gates as allGates } from '../../../core/gates/index.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { costBreakdown } from '../../../core/patterns/cost/breakdown.ts';
import type { Answers } from '../../../core/patterns/formula.ts';
import { patterns } from '../../../core/patterns/library.ts';
import type { Pattern } from '../../../core/patterns/pattern.ts';
import { fill, fillDefaults, valuesOf } from '../../../core/patterns/render.ts';
import type { Oracle } from '../../../core/ports.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { checkText } from '../../support/checkText.ts';
import { projectRoot } from '../../support/paths.ts';

const sample = (name: string): string => readFileSync(path.join(projectRoot, 'samples', name), 'utf8');

/** Each finding with its 1-based line and the text it stands on, the first line of it. */
function places(text: string, { findings }: CheckedDocument): readonly string[] {
  const table = new LineTable(text);
  return findings.map(({ alias, span }) => {
    const [first = ''] = text.slice(span.start, span.end).split('\n');
    return `${table.lineAt(span.start) + 1} ${alias} ${first}`;
  });
}

const failed = ({ gates }: CheckedDocument): readonly string[] =>
  gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);

/** Two sets of answers, every number of the pattern up to a tenth larger or smaller; the same at every run. */
function otherFigures(pattern: Pattern): readonly Answers[] {
  const numbers = valuesOf(pattern).filter((value) => value.kind === 'number');
  const tenths = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: numbers.length, maxLength: numbers.length });
  return fc.sample(tenths, { numRuns: 2, seed: 2026 }).map((changes) =>
    Object.fromEntries(
      numbers.map(({ name, default: value }, index) => {
        const decimals = value.split('.')[1]?.length ?? 0;
        return [name, (Number(value) * (1 + (changes[index] ?? 0) / 100)).toFixed(decimals)];
      }),
    ),
  );
}

describe('before the gates', function () {
  this.timeout(60_000);
  let oracle: Oracle;
  before(async () => {
    oracle = await loadBuiltOracle();
  });

  for (const pattern of patterns) {
    it(`${pattern.title} stands with its defaults, as a page and as a Mermaid file`, async () => {
      const page = fillDefaults(pattern);
      const checked = await checkText(page, { deps: { oracle }, gates: allGates });
      assert.deepEqual(places(page, checked), []);
      assert.deepEqual(failed(checked), []);
      assert.equal(checked.score, 100);
      assert.deepEqual(
        checked.diagrams.map(({ renders }) => renders),
        pattern.body.filter(({ kind }) => kind === 'diagram').map(() => true),
      );

      const diagram = fillDefaults(pattern, 'diagram');
      const alone = await checkText(diagram, { deps: { oracle }, gates: allGates, request: { kind: 'mermaid' } });
      assert.deepEqual(places(diagram, alone), []);
      assert.deepEqual(failed(alone), []);
    });

    it(`${pattern.title} stands with other figures, too`, async () => {
      for (const answers of otherFigures(pattern)) {
        const page = fill(pattern, { answers });
        const checked = await checkText(page, { deps: { oracle }, gates: allGates });
        assert.deepEqual(places(page, checked), [], JSON.stringify(answers));
      }
    });
  }

  it('would fall with a total that does not follow', async () => {
    const page = fillDefaults(costBreakdown).replace('**104.5**', '**114.5**');
    const checked = await checkText(page, { deps: { oracle }, gates: allGates });
    assert.deepEqual(failed(checked), ['numbers']);
  });

  for (const [name, diagrams] of [
    ['architecture.md', 3],
    ['incident.md', 2],
    ['costs.md', 3],
  ] as const) {
    it(`the sample ${name} stands`, async () => {
      const text = sample(name);
      const checked = await checkText(text, { deps: { oracle }, gates: allGates });
      assert.deepEqual(places(text, checked), []);
      assert.deepEqual(failed(checked), []);
      assert.equal(checked.diagrams.length, diagrams);
    });
  }

  it('the sample broken.md falls, each fault at its place', async () => {
    const text = sample('broken.md');
    const checked = await checkText(text, { deps: { oracle }, gates: allGates });
    const table = new LineTable(text);
    const faults = checked.findings.filter(({ gate }) => gate === 'renders' || gate === 'visual');
    assert.deepEqual(
      faults.map(({ gate, span }) => [table.lineAt(span.start) + 1, gate]),
      [
        [10, 'renders'],
        [17, 'renders'],
        [26, 'renders'],
        [32, 'visual'],
      ],
    );
    assert.deepEqual(failed(checked).slice(0, 2), ['renders', 'visual']);
    assert.deepEqual(
      checked.diagrams.map(({ renders }) => renders),
      [false, false, false, true],
    );
  });
});
