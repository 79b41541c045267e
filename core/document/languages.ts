/** Says what a fence's info string declares: its language, and whether that means a diagram. */

/** `mermaid title="x"`, `mermaid{width=80}`, `{.mermaid}`, `{mermaid}`, `{#id .mermaid}`: the word each names. */
const attributeList = /^\{\s*(?:#[^\s{}]+\s+)?\.?([^\s{}.,=]+)/;
const firstWord = /^[^\s{]+/;

/** The language an info string declares, as written; empty when it declares none. */
export function languageOf(info: string): string {
  const trimmed = info.trim();
  return attributeList.exec(trimmed)?.[1] ?? firstWord.exec(trimmed)?.[0] ?? '';
}

/**
 * The fence languages that mean a diagram, in lower case. `Mermaid` means one too: VS Code's preview takes the word
 * in any case, and a page that draws there must not go unchecked here.
 */
export function diagramLanguages(more: readonly string[] = []): ReadonlySet<string> {
  const added = more.map((language) => language.trim().toLowerCase());
  // A fence without a language is never meant.
  return new Set(['mermaid', ...added.filter((language) => language !== '')]);
}
