/** What the gates are called and ask: apart from the gates themselves, so that showing a name loads no rule. */
import type { GateId } from '../model.ts';

export interface GateWords {
  /** Display name, such as `Visual`. */
  readonly title: string;
  /** The question the gate answers, for hovers and docs. */
  readonly question: string;
}

export const gateWords = {
  renders: { title: 'Renders', question: 'Does every diagram render?' },
  visual: { title: 'Visual', question: 'Does the page show more than it tells?' },
  metrics: { title: 'Metrics', question: 'Does every diagram of something measurable carry a figure?' },
  planes: { title: 'Planes', question: 'Does every component show its plane?' },
  example: { title: 'Example', question: 'Does the page name a real example?' },
  'three-am': { title: '3 AM', question: 'Does the page help somebody woken at 3 AM?' },
  numbers: { title: 'Numbers', question: 'Do the numbers add up?' },
  references: { title: 'References', question: 'Does what the page points to exist?' },
} as const satisfies Readonly<Partial<Record<GateId, GateWords>>>;

/** The words of a gate; undefined for one this version does not know. */
export function wordsOf(id: GateId): GateWords | undefined {
  const words: Readonly<Partial<Record<GateId, GateWords>>> = gateWords;
  return words[id];
}
