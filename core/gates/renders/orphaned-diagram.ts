/** DG006: a fence that is opened and not closed swallows the diagram behind it. */
import type { CodeBlock } from '../../document/model.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG006',
  alias: 'orphaned-diagram',
  gate: 'renders',
  severity: 'error',
  title: 'A diagram stands inside another code block and is shown as code.',
  why: 'One stray or forgotten fence turns the diagram into a listing. No parser sees it any more, so no other check notices.',
  fixable: false,
};

const diagramFence = /^ {0,3}(`{3,}|~{3,})[ \t]*(?:mermaid\b|\{[^}\n]*\.mermaid\b)/i;

export const orphanedDiagram: DocumentRule = {
  scope: 'document',
  meta,
  *check({ model }): Iterable<RuleFinding> {
    for (const block of model.blocks) {
      if (block.kind !== 'code') continue;
      const opening = model.text.slice(block.span.start, block.span.start + 200);
      const outer = /^(`{3,}|~{3,})/.exec(opening)?.[1];
      const line = outer === undefined ? -1 : swallowedAt(block, outer);
      const span = block.lines[line];
      if (span === undefined) continue;
      const openedAt = model.text.slice(0, block.span.start).split('\n').length;
      yield {
        message: `This diagram is inside the code block that line ${openedAt} opens, so it is shown as code: close that block first.`,
        span,
        related: [
          {
            span: { start: block.span.start, end: block.span.start + (outer?.length ?? 0) },
            message: 'The code block is opened here.',
          },
        ],
      };
    }
  },
};

/** The first line that would open a diagram. A longer outer fence is there on purpose: it shows how diagrams are written. */
function swallowedAt({ text, language }: CodeBlock, outer: string): number {
  if (/^(?:markdown|md|mdx)$/i.test(language)) return -1;
  return text.split('\n').findIndex((line) => {
    const inner = diagramFence.exec(line)?.[1];
    return inner?.startsWith(outer) === true;
  });
}
