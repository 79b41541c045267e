/** Which signals a diagram gives by itself, and where: worked out once for each distinct diagram. */
import { remember } from '../../../memo.ts';
import type { DiagramFacts } from '../../rule.ts';
import { findAlert } from './alertMetric.ts';
import { findImpact } from './failureModes.ts';
import { findFailure } from './failurePath.ts';
import { findRecovery, isRecoverySection, isStep } from './recovery.ts';
import { findMessage } from './runOrRead.ts';
import type { SignalId } from './signals.ts';
import { statementsOf } from './statement.ts';
import type { Statement, StatementLine } from './statement.ts';
import { isUnfilled } from './unfilled.ts';
import { findPlace } from './whereToLook.ts';

/** Offsets into the diagram's text. */
export type Signs = Readonly<Partial<Record<SignalId, number>>>;

const finders: Readonly<Record<SignalId, (statement: Statement) => StatementLine | undefined>> = {
  failure_path: findFailure,
  run_or_read: findMessage,
  failure_modes: findImpact,
  recovery: findRecovery,
  alert_metric: findAlert,
  where_to_look: findPlace,
};

export const findSigns = remember(({ symbols }: DiagramFacts): Signs => {
  if (symbols === undefined) return {};
  const statements = statementsOf(symbols).filter(({ lines }) => !lines.some(({ text }) => isUnfilled(text)));
  const signs: Partial<Record<SignalId, number>> = {};
  for (const [id, find] of Object.entries(finders)) {
    for (const statement of statements) {
      const found = find(statement);
      if (found === undefined) continue;
      signs[id as SignalId] = found.at; // The keys of `finders` are its type.
      break;
    }
  }
  const steps = signs.recovery ?? findSteps(statements, symbols.type);
  if (steps !== undefined) signs.recovery = steps;
  return signs;
});

/** A phase called recovery whose steps have their times, or two steps that bring a failing system back. */
function findSteps(statements: readonly Statement[], type: string): number | undefined {
  const isTimed = type === 'gantt' || type === 'timeline';
  const phase = statements.filter(({ under }) => isRecoverySection(under));
  const steps = phase.filter(({ lines }) => isTimed || lines.some(({ text }) => isStep(text)));
  if (steps.length > 0) return steps[0]?.lines[0]?.at;
  if (!statements.some((statement) => findFailure(statement) !== undefined)) return undefined;
  const [first, second] = statements.filter(({ lines }) => lines.some(({ text }) => isStep(text)));
  return second === undefined ? undefined : first?.lines[0]?.at;
}
