/** The symbols of a diagram that Mermaid accepts, for rules about what it accepts and draws differently from what was meant. */
import type { DiagramSymbols } from '../../../mermaid/symbols/model.ts';
import type { DiagramFacts } from '../../rule.ts';

/** Undefined for a refused diagram (its faults come first) and for a type nobody reads. */
export function acceptedSymbols({ verdict, symbols }: DiagramFacts): DiagramSymbols | undefined {
  return verdict.renders ? symbols : undefined;
}
