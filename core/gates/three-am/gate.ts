/** Gate 5: would the page help somebody woken at 3 AM? Its rules' ids are DG501 to DG599. */
import { LineTable } from '../../document/lines.ts';
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { scoreNight } from './facts/score.ts';
import { signalIds } from './facts/signals.ts';
import { notForOnCall } from './not-for-on-call.ts';

export const threeAmGate: Gate = {
  id: 'three-am',
  ...gateWords['three-am'],
  rules: [notForOnCall],
  judge(facts, config) {
    const { points, seen, verdict } = scoreNight(facts, config);
    const lines = new LineTable(facts.model.text);
    const lineOf = (at: number | undefined): number | null => (at === undefined ? null : lines.lineAt(at) + 1);
    return {
      verdict,
      evidence: { points, signals: Object.fromEntries(signalIds.map((id) => [id, lineOf(seen.get(id))])) },
    };
  },
};
