/** Signal "failure path": a diagram shows something failing. */
import { isFailing } from './failing.ts';
import type { Statement, StatementLine } from './statement.ts';

/** A box that is a capability lists what it deals with: "Error handling / Failed orders". */
const capability =
  /^[^\p{L}]*(?:error|exception|failure|fault)s?\s+(?:analysis|detection|handling|monitoring|prevention|recovery|tracking)\s*$/iu;

export function findFailure({ lines }: Statement): StatementLine | undefined {
  if (capability.test(lines[0]?.text ?? '')) return undefined;
  return lines.find(({ text }) => isFailing(text));
}
