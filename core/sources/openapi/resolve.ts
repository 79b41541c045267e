/** Follows references inside a description; what lies in another file stays unresolved. */
import { fieldOf, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';

/** References to references are few; more of them run in a circle. */
const mostSteps = 20;

export function resolve(root: Tree, tree: Tree | undefined): Tree | undefined {
  let found = tree;
  for (let step = 0; step < mostSteps; step += 1) {
    const reference = textAt(found, '$ref');
    if (!reference.startsWith('#/')) return found;
    const path = reference.slice(2).split('/').map((name) => decoded(name.replaceAll('~1', '/').replaceAll('~0', '~'))); // prettier-ignore
    const target = fieldOf(root, ...path);
    if (target === undefined) return found;
    found = target;
  }
  return undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A per cent sign that begins no escape is one.
    return name;
  }
}

/** What a reference is called: `#/components/schemas/Order` is `Order`. */
export const referenceName = (tree: Tree | undefined): string => textAt(tree, '$ref').replace(/^.*\//, '');
