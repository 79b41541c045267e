/** DG031: a block is opened and not closed. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { matchBlocks } from './facts/blockMatcher.ts';
import type { BlockLine } from './facts/blockMatcher.ts';
import { indentationAt, insertAt, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG031',
  alias: 'unclosed-block',
  gate: 'renders',
  severity: 'error',
  title: 'A block is opened and not closed.',
  why: 'Mermaid notices a missing `end` or `}` at the end of the diagram, however far above the block was opened.',
  fixable: true,
};

export const unclosedBlock: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type }: BrokenDiagram): Iterable<Proposal> {
    yield* proposeAll(text, matchBlocks(masked, type).unclosed);
    for (const [index, block] of matchBlocks(masked, type).unclosed.slice(0, 6).entries()) {
      const at = block.word === '{' ? block.line.text.length - 1 : 0;
      const span = within(block.line.span, at, block.word.trimEnd().length);
      const opening = block.word.trimEnd();
      const indentation = indentationAt(text, block.line.span.start);
      yield {
        span,
        message: `\`${opening}\` opens a block that nothing closes: add \`${block.closer}\` where it ends.`,
        edits: [insertAt(placeFor(text, masked, block), `\n${indentation}${block.closer}`)],
        fix: `Add the missing ${block.closer}`,
        hidden: true,
        structural: true,
        weight: 4 - index / 10,
      };
    }
  },
};

/** Several open blocks are noticed only together, at the end of the diagram: the inner ones end first. */
function* proposeAll(text: string, unclosed: readonly BlockLine[]): Iterable<Proposal> {
  const [innermost] = unclosed;
  if (innermost === undefined || unclosed.length < 2) return;
  const ends = unclosed.map(({ line, closer }) => `\n${indentationAt(text, line.span.start)}${closer}`);
  yield {
    span: within(innermost.line.span, 0, innermost.line.text.length),
    message: `${unclosed.length} blocks are opened and not closed, this one last: add \`${innermost.closer}\` where each ends.`,
    edits: [insertAt(endOfLine(text, text.trimEnd().length), ends.join(''))],
    fix: 'Add the missing ends',
    structural: true,
    hidden: true,
    weight: 3,
  };
}

/** Where the block's end belongs: before the first line that stands no further in, or at the end of the diagram. */
function placeFor(text: string, masked: string, { line, indent }: BlockLine): number {
  const below = contentLines(masked).filter(({ span }) => span.start > line.span.end);
  const next = below.findIndex(({ span }) => span.start - (masked.lastIndexOf('\n', span.start - 1) + 1) <= indent);
  const last = below.at(-1)?.span.end ?? line.span.end;
  // A text without indentation says nothing about where the block ends, and an empty block is not meant.
  const place = next <= 0 ? last : (below[next - 1]?.span.end ?? last);
  return endOfLine(text, place);
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}
