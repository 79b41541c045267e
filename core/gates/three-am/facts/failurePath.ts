/** Signal "failure path": a diagram shows something failing. */
import { isFailing } from './failing.ts';
import type { Statement, StatementLine } from './statement.ts';

export function findFailure({ lines }: Statement): StatementLine | undefined {
  return lines.find(({ text }) => isFailing(text));
}
