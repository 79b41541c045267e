/** Says why a picture cannot be drawn, and where we know it, what would pass. */
import { assertNever } from '../../core/model.ts';
import type { GuardLimit, RenderProblem } from '../../core/protocol.ts';

const guardWords: Readonly<Record<GuardLimit, (allowed: number, line: number) => string>> = {
  total: (allowed) => `it is longer than ${allowed} characters: split the diagram`,
  line: (allowed, line) => `line ${line} of the diagram is longer than ${allowed} characters: break it`,
  styleLine: (allowed, line) =>
    `the style in line ${line} of the diagram is longer than ${allowed} characters: break it`,
  number: (allowed, line) => `line ${line} of the diagram has a number above ${allowed}: use a smaller one`,
  aliases: (allowed) => `the front matter has more than ${allowed} YAML aliases: write them out`,
};

export function describeRenderProblem(problem: RenderProblem): string {
  switch (problem.kind) {
    case 'mermaid':
      return firstLine(problem.message);
    case 'guard':
      return guardWords[problem.limit](problem.allowed, problem.line ?? 1);
    case 'remote-image':
      return 'pictures from the network are not loaded: use a data: image or a shape';
    case 'timeout':
      return `it was not drawn within ${problem.budget / 1_000} s: make the diagram smaller`;
    case 'too-large':
      return `the picture is larger than ${problem.allowed} characters: make the diagram smaller`;
    case 'frame':
      return `Mermaid could not be started: ${firstLine(problem.message)}`;
    default:
      return assertNever(problem);
  }
}

const firstLine = (message: string): string => message.trim().split('\n', 1)[0] ?? '';
