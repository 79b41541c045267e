/** Nested data as it was written down, in JSON or YAML alike: every value with its line, every scalar as the text it was written with. */

export interface Scalar {
  readonly kind: 'scalar';
  /** `1.50` stays `1.50`; the text of a string is what it means, without quotes and escapes. Empty for `null`. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly line: number;
}

export interface Mapping {
  readonly kind: 'map';
  readonly fields: ReadonlyMap<string, Tree>;
  readonly line: number;
}

export type Tree = Scalar | List | Mapping;

/** The field at the end of a path; undefined where there is none. */
export function fieldOf(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let found = tree;
  for (const name of path) found = found?.kind === 'map' ? found.fields.get(name) : undefined;
  return found;
}

/** The text of the scalar at the end of a path; empty where there is none. */
export function textAt(tree: Tree | undefined, ...path: readonly string[]): string {
  const found = fieldOf(tree, ...path);
  return found?.kind === 'scalar' ? found.text : '';
}

/** The items of the list at the end of a path; none where there is no list. */
export function itemsAt(tree: Tree | undefined, ...path: readonly string[]): readonly Tree[] {
  const found = fieldOf(tree, ...path);
  return found?.kind === 'list' ? found.items : [];
}

/** Names and values of the mapping at the end of a path; none where there is no mapping. */
export function entriesAt(tree: Tree | undefined, ...path: readonly string[]): readonly (readonly [string, Tree])[] {
  const found = fieldOf(tree, ...path);
  return found?.kind === 'map' ? [...found.fields] : [];
}
