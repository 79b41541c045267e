/** What stands together in a diagram: each subgraph's title over its nodes and subgraphs, and what stands in none. */
import { remember } from '../../../memo.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readItem } from './item.ts';
import type { Item } from './item.ts';

export interface Branch {
  /** The subgraph's title; undefined for the diagram itself. */
  readonly title: Item | undefined;
  /** The titles of subgraphs directly within. */
  readonly groups: readonly Item[];
  /** The labels of nodes directly within. */
  readonly nodes: readonly Item[];
}

/** The diagram itself first, then its subgraphs in order. */
export const readBranches: (facts: DiagramFacts) => readonly Branch[] = remember(({ text, symbols }) => {
  if (symbols === undefined) return [];
  const read = symbols.groups.map(({ label }) => label && readItem(text, label.span));
  const branches = [undefined, ...read].map((title) => ({
    title,
    groups: new Array<Item>(),
    nodes: new Array<Item>(),
  }));
  symbols.groups.forEach(({ parent }, index) => {
    const item = read[index];
    if (item !== undefined) branches[parent === undefined ? 0 : parent + 1]?.groups.push(item);
  });
  for (const { label, group } of symbols.nodes) {
    if (label !== undefined) branches[group === undefined ? 0 : group + 1]?.nodes.push(readItem(text, label.span));
  }
  return branches;
});
