/** The command `explain`: says what a rule asks, why, and what passes. */
import type { RuleMeta } from '../core/gates/rule.ts';
import { explainRule } from '../core/report/explain.ts';
import { describeProblem } from './run.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function explain(rule: RuleMeta, surroundings: Surroundings): Promise<ExitCode> {
  try {
    surroundings.stdout.write(explainRule(rule, await surroundings.readRulePage(rule.alias)));
    return 0;
  } catch (problem) {
    surroundings.stderr.write(`diagram-gates: the page of ${rule.alias} cannot be read: ${describeProblem(problem)}\n`);
    return 2;
  }
}
