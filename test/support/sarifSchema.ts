/** Validates by the schema of SARIF 2.1.0. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv04 from 'ajv-draft-04';
import { projectRoot } from './paths.ts';

/** The package's types are those of its CommonJS build. */
const Validator = Ajv04 as unknown as new (options: object) => {
  compile(schema: object): (value: unknown) => boolean;
};

export function sarifValidator(): (value: unknown) => boolean {
  const file = path.join(projectRoot, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
  return new Validator({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
}
