/** DG032: an `end`, a brace, a branch or a fence that belongs to no block. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { hasBlocks, matchBlocks } from './facts/blockMatcher.ts';
import { removeLine, replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG032',
  alias: 'stray-end',
  gate: 'renders',
  severity: 'error',
  title: 'An end or a branch belongs to no block.',
  why: 'One `end` too many is refused, and usually means that a block above ends earlier than its author thinks.',
  fixable: true,
};

/** Which words part a block of a sequence diagram. */
const branches: Readonly<Record<string, string>> = { alt: 'else', par: 'and', par_over: 'and', critical: 'option' };

export const strayEnd: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type, fault }: BrokenDiagram): Iterable<Proposal> {
    const lines = contentLines(masked);
    const stray = new Set(matchBlocks(masked, type).stray.map(({ line }) => line.span.start));
    for (const line of lines) {
      const isNoticed = fault.span.start >= line.span.start && fault.span.start <= line.span.end;
      if (stray.has(line.span.start) || (isNoticed && isLone(line.text, type))) {
        yield {
          span: line.span,
          message: `\`${line.text}\` closes nothing: remove it, or open its block above.`,
          edits: [removeLine(text, line.span)],
          fix: `Remove the stray ${line.text}`,
          hidden: true,
          structural: true,
          weight: -1,
        };
      }
    }
    if (type === 'sequence') yield* proposeBranches(text, lines);
  },
};

/** A fence is never part of a diagram; an end is stray for certain where the type has no blocks. */
const isLone = (line: string, type: string | undefined): boolean =>
  /^(?:```+|~~~+)$/.test(line) || (!hasBlocks(type) && /^(?:end|\})[;\s]*$/.test(line));

function* proposeBranches(text: string, lines: readonly ContentLine[]): Iterable<Proposal> {
  const open: string[] = [];
  for (const line of lines) {
    const word = /^\w+/.exec(line.text)?.[0] ?? '';
    if (/^(?:loop|alt|opt|par|par_over|critical|break|rect|box)$/.test(word)) open.push(word);
    if (word === 'end') open.pop();
    if (!/^(?:else|and|option)$/.test(word)) continue;
    const block = open.at(-1);
    const wanted = branches[block ?? ''];
    if (wanted === word) continue;
    const span = within(line.span, 0, word.length);
    if (wanted !== undefined) {
      yield {
        span,
        message: `\`${word}\` parts no \`${block ?? ''}\` block: write \`${wanted}\`.`,
        edits: [replaceBy(span, wanted)],
        fix: `Change to ${wanted}`,
        hidden: true,
        structural: true,
        weight: 1,
      };
      continue;
    }
    yield {
      span,
      message: `\`${word}\` stands outside the block it parts: move it into one, or remove the line.`,
      edits: [removeLine(text, line.span)],
      fix: undefined,
      hidden: true,
      structural: true,
      weight: 1,
    };
  }
}
