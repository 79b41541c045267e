/** Names for the files that diagrams are exported to. Pure. */
import type { CheckedDiagram } from './model.ts';

const longestTitle = 60;

/**
 * A name without extension for each diagram of a page, unlike all others: from what the diagram is called where that says more
 * than the page's name, else from its place. `page` is the document's file name; letters of any script stay, whatever a file
 * system may dislike goes.
 */
export function fileNamesOf(page: string, diagrams: readonly Pick<CheckedDiagram, 'title'>[]): readonly string[] {
  const base = slug(page.replace(/\.[^.]*$/, '')) || 'page';
  const taken = new Set<string>();
  return diagrams.map(({ title }, index) => {
    const called = slug(title ?? '');
    const isTelling = called !== '' && called !== base;
    const wanted = diagrams.length === 1 && !isTelling ? base : `${base}-${isTelling ? called : index + 1}`;
    let name = wanted;
    for (let number = index + 1; taken.has(name); number += 1) name = `${wanted}-${number}`;
    taken.add(name);
    return name;
  });
}

function slug(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longestTitle)
    .replace(/^-|-$/g, '');
}
