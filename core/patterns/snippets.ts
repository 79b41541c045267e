/** The library as a VS Code snippet file, for the snippet commands and for quick suggestions where they are on. */
import type { Pattern } from './pattern.ts';
import { renderSnippet } from './render.ts';
import type { PatternTarget } from './render.ts';

/** The content of `snippets/patterns.code-snippets`: whole pages for `pageLanguages`, the diagram alone for Mermaid files. */
export function snippetFile(patterns: readonly Pattern[], pageLanguages: readonly string[]): string {
  const entries = patterns.flatMap((pattern) => [
    [pattern.title, entry(pattern, 'page', pageLanguages.join(','), pattern.description)] as const,
    [`${pattern.title}, diagram`, entry(pattern, 'diagram', 'mermaid', `${pattern.title}, the diagram alone`)] as const,
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function entry(pattern: Pattern, target: PatternTarget, scope: string, description: string) {
  return { scope, prefix: pattern.trigger, description, body: renderSnippet(pattern, { target }).split('\n') };
}
