/** Where a finding about a whole page stands. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Span } from '../../../model.ts';

/** The first heading; without one, the first line that says something. */
export function firstWords({ blocks, text }: DocumentModel): Span {
  for (const block of blocks)
    if (block.kind === 'heading' && block.content.end > block.content.start) return block.content;
  const start = /\S/.exec(text)?.index ?? 0;
  const newline = text.indexOf('\n', start);
  return { start, end: newline === -1 ? text.length : newline };
}
