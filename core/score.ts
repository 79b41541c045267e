/** How good a document is, from its gates' verdicts. */
import type { GateResult } from './model.ts';

/** The share of applicable gates passed, in whole percent; undefined when no gate applies. */
export function scoreGates(gates: readonly GateResult[]): number | undefined {
  const passed = gates.filter(({ verdict }) => verdict === 'pass').length;
  const applicable = gates.filter(({ verdict }) => verdict !== 'not-applicable').length;
  return applicable === 0 ? undefined : Math.round((100 * passed) / applicable);
}
