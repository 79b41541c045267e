/** Sorts Mermaid's refusals into the general rules that report them: each is reported by exactly one. */
import type { ParserFault } from '../../../ports.ts';
import type { DiagramFacts } from '../../rule.ts';

export type RefusalKind = 'too-large' | 'unknown-diagram' | 'syntax';

/** What Mermaid's first words about the diagram are about. */
function classify({ message }: ParserFault): RefusalKind {
  if (/Mermaid draws at most|Edge limit exceeded|Too many edges|Maximum text size/i.test(message)) return 'too-large';
  return message.includes('No diagram type detected') ? 'unknown-diagram' : 'syntax';
}

/**
 * The faults that no more precise rule has explained, in a diagram whose refusal is of this kind. What follows upon an
 * unknown type or a diagram that is too large is no fault of its own.
 */
export function unexplainedFaults({ verdict, faults }: DiagramFacts, kind: RefusalKind): readonly ParserFault[] {
  if (verdict.renders || 'unparsed' in verdict || classify(verdict.faults[0]) !== kind) return [];
  const unexplained = kind === 'syntax' ? faults : faults.slice(0, 1);
  return unexplained.filter(({ finder }) => finder === undefined).map(({ parser, span }) => ({ ...parser, span }));
}
