/** Adds up what a page gives to somebody woken at 3 AM. */
import type { Config } from '../../../config.ts';
import type { Verdict } from '../../../model.ts';
import type { DocumentFacts } from '../../rule.ts';
import { isAboutRunning } from './kind.ts';
import { findSeen } from './seen.ts';
import type { Seen } from './seen.ts';
import { signals } from './signals.ts';

export interface NightScore {
  readonly points: number;
  readonly seen: Seen;
  readonly verdict: Verdict;
}

export function scoreNight(facts: DocumentFacts, { threeAmThreshold }: Config): NightScore {
  const seen = findSeen(facts);
  const points = signals.reduce((sum, signal) => sum + (seen.has(signal.id) ? signal.points : 0), 0);
  if (!isAboutRunning(facts)) return { points, seen, verdict: 'not-applicable' };
  return { points, seen, verdict: points >= threeAmThreshold ? 'pass' : 'fail' };
}
