/** The JSON schema of the planes that architecture diagrams are coloured by. */
import type { JsonSchema } from './ruleSchemas.ts';

const texts: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

export const planesSchema: JsonSchema = {
  description:
    'The planes that architecture diagrams are coloured by. Empty means edge, service, state, control and, where it is wanted, stream.',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { description: 'One word, such as `edge`.', type: 'string', pattern: '^[A-Za-z][\\w-]*$' },
      words: { description: 'What subgraphs and components of this plane are called.', ...texts },
      fills: {
        description: 'One colour a palette, such as `#3B82F6`; the first palette is the one that fixes use.',
        ...texts,
      },
      optional: { description: 'Whether a component that fits may live in another plane as well.', type: 'boolean' },
    },
    required: ['name'],
    additionalProperties: false,
  },
};
