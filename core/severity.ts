/** Which gates and rules run under a configuration, and how loud they are. */
import type { Config } from './config.ts';
import type { RuleMeta } from './gates/rule.ts';
import type { FindingGate, Severity } from './model.ts';

/** Whether the configuration's profile asks for this gate. */
export function isGateAsked(gate: FindingGate, config: Config): boolean {
  switch (config.profile) {
    case 'off':
      return false;
    case 'syntax':
      return gate === 'renders' || gate === 'configuration';
    case 'standard':
    case 'strict':
      return true;
  }
}

/** The severity of a rule's findings, or of its fatal ones; `off` when the rule does not run. */
export function severityOf(rule: RuleMeta, config: Config, isFatal = false): Severity | 'off' {
  if (!isGateAsked(rule.gate, config)) return 'off';
  const severity = config.rules[rule.id] ?? (isFatal && rule.severity !== 'off' ? 'error' : rule.severity);
  return config.profile === 'strict' && severity !== 'off' ? 'error' : severity;
}
