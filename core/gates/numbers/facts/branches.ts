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
  /** What its amount may be the sum of: the groups and nodes directly within, and for a group without an amount what is in it. */
  readonly parts: readonly Item[];
}

/** Deeper nothing is a part of the title any more. */
const deepest = 3;

/** The diagram itself first, then its subgraphs in order. */
export const readBranches: (facts: DiagramFacts) => readonly Branch[] = remember(({ text, symbols }) => {
  if (symbols === undefined) return [];
  const titles = [undefined, ...symbols.groups.map(({ label }) => label && readItem(text, label.span))];
  const branches = titles.map((title) => ({ title, groups: new Array<Item>(), nodes: new Array<Item>() }));
  const within = titles.map(() => new Array<number>());
  symbols.groups.forEach(({ parent }, index) => {
    const item = titles[index + 1];
    const place = parent === undefined ? 0 : parent + 1;
    if (item !== undefined) branches[place]?.groups.push(item);
    within[place]?.push(index + 1);
  });
  for (const { label, group } of symbols.nodes) {
    if (label !== undefined) branches[group === undefined ? 0 : group + 1]?.nodes.push(readItem(text, label.span));
  }
  const partsOf = (place: number, depth: number): readonly Item[] => {
    const groups = (within[place] ?? []).flatMap((inner) => {
      const title = titles[inner];
      const isTold = title !== undefined && title.amounts.length > 0;
      return isTold || depth === deepest ? (title ?? []) : partsOf(inner, depth + 1);
    });
    return [...groups, ...(branches[place]?.nodes ?? [])];
  };
  return branches.map((branch, place) => ({ ...branch, parts: partsOf(place, 0) }));
});
