/** OpenAPI 3: an operation as a sequence with everything it may answer, and a table of all operations. */
import { emitOpenApi } from './openapi/emit.ts';
import { readOpenApi } from './openapi/read.ts';
import { defineSource, usualMostBytes } from './source.ts';

export const openapi = defineSource({
  id: 'openapi',
  title: 'OpenAPI description',
  reads: 'OpenAPI 3 in YAML or JSON',
  makes:
    'a sequence diagram of an operation with its answers, tables of its fields with their limits and of all operations',
  files: ['openapi*.yaml', 'openapi*.yml', 'openapi*.json', '*.yaml', '*.yml', '*.json'],
  mostBytes: usualMostBytes,
  options: [
    {
      name: 'operation',
      label: 'The operation to draw: its operationId, or such as POST /orders',
      otherwise: 'the first that takes a body, else the first',
      problemOf: (value) => (value.trim() === '' ? 'write the id of an operation, or its method and path' : undefined),
    },
  ],
  detect({ head }) {
    if (/^(?:openapi|"openapi"|'openapi'):\s*["']?3/m.test(head)) return 0.97;
    if (/^\s*\{/.test(head) && /"openapi"\s*:\s*"3/.test(head)) return 0.97;
    return /^swagger:\s|"swagger"\s*:\s*"2/m.test(head) ? 0.6 : 0;
  },
  parse: readOpenApi,
  emit: emitOpenApi,
});
