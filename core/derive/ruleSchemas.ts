/** The JSON schemas of what may be said about rules, from the rules themselves. */
import type { RuleMeta } from '../gates/rule.ts';
import { severities } from '../model.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const severityValues = [...severities, 'off'] as const;
const anyId = '^[Dd][Gg]\\d{3}$';

/** The schema of the editor's setting: severities by alias or id, and nothing else. */
export function ruleSettingsSchema(rules: readonly RuleMeta[]): JsonSchema {
  const setting = { type: 'string', enum: severityValues };
  return {
    type: 'object',
    properties: describeAll(rules, setting),
    patternProperties: { [anyId]: setting },
    additionalProperties: false,
  };
}

/** The schema of `rules` in a configuration file, where a rule's value has more forms; `form` defines them. */
export function ruleFileSchema(rules: readonly RuleMeta[], form: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: describeAll(rules, { allOf: [form] }),
    patternProperties: { [anyId]: form },
    additionalProperties: false,
  };
}

/** Every form of a rule's value in a configuration file. */
export const ruleValueSchema: JsonSchema = {
  anyOf: [
    { type: 'string', enum: severityValues },
    { type: 'boolean' },
    {
      type: 'object',
      properties: { severity: { type: ['string', 'boolean'], enum: [...severityValues, true, false] } },
      additionalProperties: false,
    },
  ],
};

function describeAll(rules: readonly RuleMeta[], schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    rules.map(({ id, alias, title, severity }) => [
      alias,
      { description: `${id}: ${title}`, ...schema, default: severity },
    ]),
  );
}
