/** What is said of one diagram of the page: its name, its strip, its card, its line in the list. */
import { nameOfType } from '../../core/mermaid/typeName.ts';
import type { PreviewDiagram, RenderProblem } from '../../core/protocol.ts';
import type { FigureState } from './figureState.ts';
import type { Film } from './filmstrip.ts';
import { foundContent } from './findingsMark.ts';
import type { Outcome } from './pictures.ts';
import type { StripContent } from './strip.ts';
import { describeProblem } from './texts.ts';
import type { Texts } from './texts.ts';
import type { WaysContent } from './ways.ts';

export interface FigureFacts {
  readonly diagram: PreviewDiagram;
  readonly index: number;
  readonly count: number;
  /** What is known of its picture; `undefined` while nothing is. */
  readonly outcome: Outcome | undefined;
  /** How many references to places outside were stopped in the picture that is shown. */
  readonly blocked: number;
  /** Whether somebody may still insist on a picture. */
  readonly mayInsist: boolean;
}

export interface FigureWords {
  readonly state: FigureState;
  /** For those who listen. */
  readonly name: string;
  readonly title: string;
  readonly message: string | undefined;
  readonly strip: StripContent;
  /** What stands in the place of a picture. */
  readonly card: string;
  readonly film: Film;
}

export function sayFigure(
  { diagram, index, count, outcome, blocked, mayInsist }: FigureFacts,
  texts: Texts,
): FigureWords {
  const type = nameOfType(diagram.type) ?? texts('untypedName');
  const title = count > 1 ? texts('position', type, index + 1, count) : type;
  const message = faultOf(diagram, outcome, texts);
  const state = message !== undefined ? 'broken' : outcome === undefined ? 'drawing' : 'drawn';
  const found = foundContent(diagram.findings, texts);
  return {
    state,
    name: texts('diagramName', type, diagram.line),
    title,
    message,
    strip: {
      kind: message === undefined ? 'fine' : 'broken',
      title,
      ...(message === undefined ? {} : { message }),
      action: texts(diagram.fault === undefined ? 'goToDiagram' : 'goToFault', diagram.fault?.line ?? diagram.line),
      ...(blocked > 0 && state === 'drawn' ? { remark: texts('blocked', blocked) } : {}),
      ...(diagram.fault?.fix === undefined ? {} : { fix: diagram.fault.fix }),
      ...(found === undefined ? {} : { found }),
      ways: outcome?.kind === 'problem' ? waysOf(outcome.problem, mayInsist, texts) : {},
    },
    card: message === undefined ? texts('drawing') : diagram.fault === undefined ? message : texts('noPicture'),
    film: {
      title: diagram.title ?? type,
      type,
      state,
      remark: message ?? (state === 'drawing' ? texts('notDrawn') : undefined),
      found,
    },
  };
}

const faultOf = (diagram: PreviewDiagram, outcome: Outcome | undefined, texts: Texts): string | undefined => {
  if (diagram.fault !== undefined) return diagram.fault.message;
  return outcome?.kind === 'problem' ? describeProblem(outcome.problem, texts) : undefined;
};

function waysOf(problem: RenderProblem, mayInsist: boolean, texts: Texts): WaysContent {
  // Only what depends on the moment may succeed the next time.
  const canRetry = problem.kind === 'timeout' || problem.kind === 'frame';
  const isTooMuch =
    problem.kind === 'timeout' ||
    problem.kind === 'too-large' ||
    (problem.kind === 'guard' && (problem.limit === 'total' || problem.limit === 'line'));
  return {
    ...(canRetry ? { retry: texts('tryAgain') } : {}),
    ...(isTooMuch && mayInsist ? { anyway: texts('renderAnyway') } : {}),
  };
}
