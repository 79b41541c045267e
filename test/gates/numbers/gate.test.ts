import assert from 'node:assert/strict';
import type { GateResult } from '../../../core/model.ts';
import { checkText, gatesAbout } from '../../support/checkText.ts';

const diagram = '```mermaid\nflowchart LR\n  a --> b\n```\n';
const table = (total: number): string =>
  `| depot | vans |\n| --- | --- |\n| north | 10 |\n| south | 16 |\n| Total | ${total} |\n`;

async function judge(text: string): Promise<GateResult | undefined> {
  return (await checkText(text, { gates: gatesAbout('numbers') })).gates.find(({ id }) => id === 'numbers');
}

describe('gate 6', () => {
  it('counts what it checked and what contradicts', async () => {
    assert.deepEqual(await judge(`${diagram}\n${table(26)}\n# Again, in 2026\n\n${table(25)}`), {
      id: 'numbers',
      verdict: 'fail',
      evidence: { checked: 2, contradictions: 1 },
    });
  });

  it('passes a page that has nothing to check', async () => {
    assert.deepEqual(await judge(diagram), {
      id: 'numbers',
      verdict: 'pass',
      evidence: { checked: 0, contradictions: 0 },
    });
  });

  it('does not apply to a page without a diagram', async () => {
    assert.equal((await judge(table(25)))?.verdict, 'not-applicable');
  });
});
