/** What has to be known of the workspace before a document's references can be judged. */
import type { PlacesAsked } from '../../../ports.ts';
import { folderOf, foldersAbove, joinPath } from '../../../workspace/paths.ts';
import type { DocumentFacts } from '../../rule.ts';
import { candidatesOf, isMarkdown } from './fileKinds.ts';
import { findReferences } from './references.ts';

/** How far up a path is tried that does not begin with a dot. */
const mostFoldersAbove = 8;

/** Where a reference of the page at `from` may lead: as it is written first, then as seen from folders further up. */
export function targetsOf(written: string, from: string): readonly string[] {
  const above = foldersAbove(from).slice(0, mostFoldersAbove);
  const bases = written.startsWith('/') ? ['', ...above] : written.startsWith('.') ? above.slice(0, 1) : above;
  return [...new Set(bases.map((folder) => joinPath(folder, written)).filter((path) => path !== undefined))];
}

export function askFor(facts: DocumentFacts, path: string): Omit<PlacesAsked, 'root'> {
  const references = findReferences(facts);
  // Where a page is published matters for the links that stay on it, too.
  const folders = new Set(references.length === 0 ? [] : foldersAbove(path));
  const pages = new Set<string>();
  for (const { path: written, fragment } of references) {
    if (written === '') continue;
    const [first, ...others] = targetsOf(written, path);
    if (first === undefined) continue;
    // Any of these may have a `.gitignore`.
    for (const folder of foldersAbove(first)) folders.add(folder);
    for (const target of others) folders.add(folderOf(target));
    for (const candidate of candidatesOf(first)) {
      folders.add(folderOf(candidate));
      if (fragment !== undefined && isMarkdown(candidate)) pages.add(candidate);
    }
  }
  return { folders: [...folders], pages: [...pages] };
}
