/** The JSON schema of `.diagram-gates.json`. */
import { defaultConfig, profiles, targets } from '../config.ts';
import { caseStudiesSchema, goalsSchema } from './goalsSchema.ts';
import { planesSchema } from './planesSchema.ts';
import type { RuleMeta } from '../gates/rule.ts';
import { componentKindNames } from '../lexicon/componentTerms.ts';
import type { WordList } from '../lexicon/ownWords.ts';
import { ruleFileSchema, ruleValueSchema } from './ruleSchemas.ts';
import type { JsonSchema } from './ruleSchemas.ts';

export function configSchema(rules: readonly RuleMeta[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Diagram Gates',
    description: 'How the pages in this folder and below are checked.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: 'Another configuration file, relative to this one; what this file says is stronger.',
        type: 'string',
      },
      ...settingSchemas,
      overrides: {
        description: 'What holds for some of the pages only. Where several match, the later is stronger.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: {
              description:
                'Globs of pages, relative to this file; one without `/` means a name in any folder, one with `!` before it leaves pages out.',
              anyOf: [globSchema, { type: 'array', items: globSchema, minItems: 1 }],
            },
            ...settingSchemas,
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      goals: goalsSchema,
      caseStudies: caseStudiesSchema,
    },
    additionalProperties: false,
    definitions: {
      ruleValue: ruleValueSchema,
      rules: ruleFileSchema(rules, { $ref: '#/definitions/ruleValue' }),
    },
  };
}

const listSchema = (description: string): JsonSchema => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
});

const componentsSchema: JsonSchema = {
  description:
    'Names of own systems, by what kind of component each is: they have that kind’s plane, and are no mere category.',
  type: 'object',
  properties: Object.fromEntries(
    componentKindNames.map((name) => [name, listSchema(`Own systems that are a ${name.replaceAll('-', ' ')}.`)]),
  ),
  additionalProperties: false,
};

const globSchema: JsonSchema = { type: 'string', minLength: 1 };

/** What can be set for all pages, and for some. */
const settingSchemas: Readonly<Record<string, JsonSchema>> = {
  profile: {
    description: 'How much is checked.',
    type: 'string',
    enum: profiles,
    default: defaultConfig.profile,
  },
  rules: {
    description: 'How loud single rules are, by name or id; true is their usual severity.',
    allOf: [{ $ref: '#/definitions/rules' }],
  },
  visualThreshold: {
    description: 'The least share of a page that is to be diagrams, tables and images.',
    type: 'number',
    minimum: 0,
    maximum: 1,
    default: defaultConfig.visualThreshold,
  },
  threeAmThreshold: {
    description: 'The least points a page must give to somebody woken at 3 AM.',
    type: 'number',
    minimum: 0,
    maximum: 100,
    default: defaultConfig.threeAmThreshold,
  },
  fenceLanguages: {
    description: 'Fence languages that mean Mermaid besides `mermaid` itself.',
    type: 'array',
    items: { type: 'string' },
    default: defaultConfig.fenceLanguages,
  },
  target: {
    description: 'Which Mermaid must take a diagram: 12, 11 (GitHub, GitLab and the built-in preview), or both.',
    type: 'string',
    enum: targets,
    default: defaultConfig.target,
  },
  planes: planesSchema,
  words: {
    description: 'What is added to the lists of the gates; words of several files add up.',
    type: 'object',
    properties: {
      vague: listSchema('Claims of degree that want a figure, such as `blazing`.'),
      organisations: listSchema('Names of organisations, systems and incidents that make a page an example.'),
      placeholders: listSchema('Marks of what is not written yet.'),
      components: componentsSchema,
    } satisfies Record<WordList | 'components', JsonSchema>,
    additionalProperties: false,
  },
};
