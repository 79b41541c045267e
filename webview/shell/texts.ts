/** Fills the panel's texts, and says why a picture cannot be drawn. */
import { assertNever } from '../../core/model.ts';
import type { GuardLimit, RenderProblem, ShellConfig, TextKey } from '../../core/protocol.ts';

/** Gives a text in the user's language with `{0}`, `{1}` … replaced by the values. */
export type Texts = (key: TextKey, ...values: readonly (string | number)[]) => string;

export const createTexts =
  (texts: ShellConfig['texts']): Texts =>
  (key, ...values) =>
    texts[key].replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));

const guardTexts: Readonly<Record<GuardLimit, TextKey>> = {
  total: 'failedGuardTotal',
  line: 'failedGuardLine',
  styleLine: 'failedGuardStyleLine',
  number: 'failedGuardNumber',
  aliases: 'failedGuardAliases',
};

/** One line for the strip: what is wrong and, where we know it, what would pass. */
export function describeProblem(problem: RenderProblem, texts: Texts): string {
  switch (problem.kind) {
    case 'mermaid':
      return texts('failedMermaid', firstLine(problem.message));
    case 'guard':
      return texts(guardTexts[problem.limit], problem.allowed, problem.line ?? 1);
    case 'remote-image':
      return texts('failedRemoteImage');
    case 'timeout':
      return texts('failedTimeout', Math.round(problem.budget / 100) / 10);
    case 'too-large':
      return texts('failedTooLarge', problem.allowed);
    case 'frame':
      return texts('failedFrame', firstLine(problem.message));
    default:
      return assertNever(problem);
  }
}

const firstLine = (message: string): string => message.trim().split('\n', 1)[0] ?? '';
