/** Names for the files that diagrams are exported to. Pure. */
import { ownTitle } from './diagramTitle.ts';

const longestTitle = 60;

/**
 * A name without extension for each diagram of a page, unlike all others: from the diagram's own title where it has one,
 * else from its place. `page` is the document's file name; letters of any script stay, whatever a file system may dislike goes.
 */
export function fileNamesOf(page: string, diagrams: readonly { readonly text: string }[]): readonly string[] {
  const base = slug(page.replace(/\.[^.]*$/, '')) || 'page';
  const taken = new Set<string>();
  return diagrams.map(({ text }, index) => {
    const title = slug(ownTitle(text));
    const wanted = diagrams.length === 1 && title === '' ? base : `${base}-${title === '' ? index + 1 : title}`;
    const name = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
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
