/** Which documents are asked for an example. */
import type { DocumentFacts } from '../../rule.ts';

/** Pages with a diagram. A Mermaid file is a part of some page, which has the example. */
export function asksForExample({ model, diagrams }: DocumentFacts): boolean {
  return model.kind === 'markdown' && diagrams.length > 0;
}
