/** The rules about the configuration itself; the engine applies them, since they look at no gate's facts. */
import type { RuleMeta } from '../gates/rule.ts';

export const unknownRule: RuleMeta = {
  id: 'DG901',
  alias: 'unknown-rule',
  gate: 'configuration',
  severity: 'warning',
  title: 'A comment or setting names a rule that does not exist.',
  why: 'A misspelt name suppresses nothing and switches nothing: what it was meant to silence stays loud, and what it was meant to enforce is not checked.',
  fixable: true,
};

export const unusedSuppression: RuleMeta = {
  id: 'DG902',
  alias: 'unused-suppression',
  gate: 'configuration',
  severity: 'info',
  title: 'A suppression comment suppresses nothing.',
  why: 'A suppression that is no longer needed hides the next fault at its place. Taking it away costs nothing.',
  fixable: false,
};

export const invalidConfiguration: RuleMeta = {
  id: 'DG903',
  alias: 'invalid-configuration',
  gate: 'configuration',
  severity: 'warning',
  title: 'A comment, the front matter or a configuration file says something that is not understood.',
  why: 'A setting that is not understood is ignored, so the page is checked by other rules than its author believes.',
  fixable: false,
};

export const configurationRules: readonly RuleMeta[] = [unknownRule, unusedSuppression, invalidConfiguration];
