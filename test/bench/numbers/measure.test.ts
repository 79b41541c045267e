import assert from 'node:assert/strict';
import { downtime } from '../../../core/gates/numbers/downtime.ts';
import { duration } from '../../../core/gates/numbers/duration.ts';
import { beyondLimit } from '../../../core/gates/numbers/beyond-limit.ts';
import type { NumberRule } from '../../../core/gates/numbers/facts/relation.ts';
import { tableTotal } from '../../../core/gates/numbers/table-total.ts';
import { measure, tally } from './measure.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import type { Page } from './pages.ts';

const text = `# Depots

\`\`\`mermaid
xychart-beta
  x-axis [jan, feb]
  y-axis "Parcels" 0 --> 100
  bar [20, 90]
\`\`\`

Closed for 45 minutes (14:05 - 14:50), 99.9% uptime (8.8 hours downtime/year).

| depot | vans |
| --- | --- |
| north | 10 |
| south | 15 |
| Total | 25 |
`;

const page: Page = { name: 'depots.md', text, verdicts: [{ renders: true, type: 'xychart' }] };
const rules: readonly NumberRule[] = [tableTotal, downtime, duration, beyondLimit];
const changes = (mutants: readonly Mutant[]): readonly string[] =>
  mutants.map(({ rule, role, was, is }) => `${rule.meta.alias}: ${role} ${was} -> ${is}`);

describe('the benchmark of gate 6', () => {
  it('changes one figure at a time, by a clear amount', () => {
    const mutants = mutantsOf(page, rules, 4);
    assert.deepEqual(changes(mutants), [
      'table-total: claim 25 -> 39',
      'table-total: part 10 -> 24',
      'table-total: part 15 -> 29',
      'downtime: claim 8.8 hours -> 13.464 hours',
      'downtime: part 99.9% -> 99.5%',
      'duration: claim 45 minutes -> 69 minutes',
      'beyond-limit: claim 20 -> 150',
      'beyond-limit: claim 90 -> 150',
    ]);
    for (const mutant of mutants) {
      assert.equal(mutant.text.length - text.length, mutant.is.length - mutant.was.length);
      assert.ok(mutant.text.startsWith(text.slice(0, mutant.place.start)));
    }
  });

  it('counts what the right rule finds', () => {
    const measured = mutantsOf(page, rules, 4).map((mutant) => measure(mutant, rules));
    assert.ok(measured.every(({ isFound, others }) => isFound && others.length === 0));
    assert.deepEqual(tally([page], rules, measured)[0], {
      rule: 'table-total',
      checked: 1,
      contradictions: 0,
      mutants: 3,
      found: 3,
    });
  });

  it('sees a rule that has become blind, and one that speaks in its place', () => {
    const relate: NumberRule['relate'] = (facts) =>
      tableTotal.relate(facts).map((relation) => ({ ...relation, contradiction: undefined }));
    const blind: NumberRule = { ...tableTotal, relate };
    const measured = mutantsOf(page, [blind], 4).map((mutant) => measure(mutant, [blind, tableTotal]));
    assert.deepEqual(
      measured.map(({ isFound, others }) => [isFound, ...others]),
      [1, 2, 3].map(() => [false, 'table-total']),
    );
    assert.equal(tally([page], [blind], measured)[0]?.found, 0);
  });
});
