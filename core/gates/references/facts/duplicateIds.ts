/** Ids that a diagram shares with one further up. */
import { LineTable } from '../../../document/lines.ts';
import { remember } from '../../../memo.ts';
import type { DocumentFacts } from '../../rule.ts';
import { readDiagramIds } from './diagramIds.ts';
import type { DiagramId } from './diagramIds.ts';

export interface DuplicateId extends DiagramId {
  /** The line of the diagram that had the id first, 1-based. */
  readonly line: number;
  /** An id like it that no diagram has. */
  readonly free: string;
}

export const findDuplicateIds: (facts: DocumentFacts) => readonly DuplicateId[] = remember((facts) => {
  const ids = readDiagramIds(facts);
  const taken = new Set(ids.map(({ id }) => id));
  const first = new Map<string, DiagramId>();
  const next = new Map<string, number>();
  const lines = new LineTable(facts.model.text);
  const duplicates: DuplicateId[] = [];
  for (const each of ids) {
    const earlier = first.get(each.id);
    if (earlier === undefined) {
      first.set(each.id, each);
      continue;
    }
    let number = next.get(each.id) ?? 2;
    while (taken.has(`${each.id}-${number}`)) number++;
    next.set(each.id, number + 1);
    duplicates.push({ ...each, line: lines.lineAt(earlier.span.start) + 1, free: `${each.id}-${number}` });
  }
  return duplicates;
});
