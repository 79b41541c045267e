/** DG045: the line that names the diagram's type is not the first, or stands there twice. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { insertAt, removeLine } from './facts/edits.ts';
import { headerWords } from './facts/headers.ts';

const meta: RuleMeta = {
  id: 'DG045',
  alias: 'misplaced-header',
  gate: 'renders',
  severity: 'error',
  title: 'The line that names the diagram’s type is not the first, or not the only one.',
  why: 'The first line decides how all others are read, so nothing but comments and front matter may stand above it, and it stands there once.',
  fixable: true,
};

export const misplacedHeader: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type }: BrokenDiagram): Iterable<Proposal> {
    const lines = contentLines(masked);
    const isHeader = (line: string): boolean =>
      /^[A-Za-z][\w-]*\s*(?:[A-Z]{2})?[;:]?\s*$/.test(line) && headerWords.includes(/^[\w-]+/.exec(line)?.[0] ?? '');
    const [first] = lines;
    if (first === undefined) return;
    const word = /^[\w-]+/.exec(first.text)?.[0] ?? '';
    for (const line of lines.slice(1)) {
      if (!isHeader(line.text)) continue;
      if (type !== undefined && headerWords.includes(word)) {
        yield {
          span: line.span,
          message: `\`${line.text}\` is there twice: a diagram names its type once, on its first line.`,
          edits: [removeLine(text, line.span)],
          fix: 'Remove the line',
          hidden: true,
          weight: 7,
        };
        continue;
      }
      const above = lines.filter(({ span }) => span.start < line.span.start);
      yield {
        span: first.span,
        message: `This stands above the line that names the diagram’s type, \`${line.text}\`: make it a comment, or move it out of the diagram.`,
        edits: above.map(({ span }) => insertAt(span.start, '%% ')),
        fix: 'Make it a comment',
        weight: 30,
        group: 'header',
      };
    }
  },
};
