/** Fills the panel's texts: names of diagram types, and why a picture cannot be drawn. */
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

/** Mermaid's own names of types, where making words of them would not give what people call them. */
const typeNames: Readonly<Record<string, string>> = {
  'flowchart-v2': 'Flowchart',
  'flowchart-elk': 'Flowchart',
  graph: 'Flowchart',
  classDiagram: 'Class diagram',
  class: 'Class diagram',
  er: 'Entity relationship diagram',
  state: 'State diagram',
  stateDiagram: 'State diagram',
  sequence: 'Sequence diagram',
  gantt: 'Gantt chart',
  gitGraph: 'Git graph',
  c4: 'C4 diagram',
  pie: 'Pie chart',
  xychart: 'XY chart',
  quadrantChart: 'Quadrant chart',
  mindmap: 'Mind map',
  journey: 'User journey',
  requirement: 'Requirement diagram',
  block: 'Block diagram',
  architecture: 'Architecture diagram',
  usecase: 'Use case diagram',
  eventmodeling: 'Event model',
  railroad: 'Railroad diagram',
  railroadAbnf: 'Railroad diagram',
  railroadEbnf: 'Railroad diagram',
  railroadPeg: 'Railroad diagram',
  sankey: 'Sankey diagram',
  venn: 'Venn diagram',
  wardley: 'Wardley map',
  treeView: 'Tree',
};

/** What people call a diagram type; these are Mermaid's English words in every language. */
export function nameOfType(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const known = Object.hasOwn(typeNames, type) ? typeNames[type] : undefined;
  if (known !== undefined) return known;
  const words = type
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_](v2|beta)$/, '')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
