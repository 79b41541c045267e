/** Weighs what a page shows against what it tells. */
import type { Config } from '../../../config.ts';
import type { Verdict } from '../../../model.ts';
import type { DocumentFacts } from '../../rule.ts';
import { countUnits } from './units.ts';
import type { Units } from './units.ts';

export interface Balance extends Units {
  /** The share of visual units, 0 to 1; undefined when nothing counts. */
  readonly ratio: number | undefined;
  readonly verdict: Verdict;
}

/** Shares are quotients of small whole numbers: what differs by less than this is equal. */
const tolerance = 1e-9;

export function judgeBalance(facts: DocumentFacts, config: Config): Balance {
  const units = countUnits(facts);
  const all = units.visual + units.text;
  const ratio = all === 0 ? undefined : units.visual / all;
  if (facts.diagrams.length === 0 || ratio === undefined) return { ...units, ratio, verdict: 'not-applicable' };
  return { ...units, ratio, verdict: ratio + tolerance >= config.visualThreshold ? 'pass' : 'fail' };
}
