/** The one ordered list of gates, and of the rules in them. */
import { configurationRules } from '../configuration/rules.ts';
import { exampleGate } from './example/gate.ts';
import { metricsGate } from './metrics/gate.ts';
import { numbersGate } from './numbers/gate.ts';
import { referencesGate } from './references/gate.ts';
import { planesGate } from './planes/gate.ts';
import { rendersGate } from './renders/gate.ts';
import type { Gate, RuleMeta } from './rule.ts';
import { threeAmGate } from './three-am/gate.ts';
import { visualGate } from './visual/gate.ts';

/** In the order in which they are judged. */
export const gates: readonly Gate[] = [
  rendersGate,
  visualGate,
  metricsGate,
  planesGate,
  exampleGate,
  threeAmGate,
  numbersGate,
  referencesGate,
];

/** Every rule there is: those of the gates in order, then those about the configuration. */
export const allRules: readonly RuleMeta[] = [
  ...gates.flatMap((gate) => gate.rules.map((rule) => rule.meta)),
  ...configurationRules,
];
