/** What the ending of a file says of it: whether a link to one that is missing is surely broken. */
import { nameOf } from '../../../workspace/paths.ts';

const markdown = /\.(?:md|mdx|markdown|mmd|mermaid)$/i;
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;
/** Files that people write and link to; what programs make (`.html`, `.log`, `.zip`) may be there for readers only. */
const source =
  /\.(?:ya?ml|json|jsonc|toml|ini|conf|cfg|env|properties|txt|csv|tsv|sql|proto|avsc|graphql|tf|hcl|sh|bash|ps1|py|rb|go|rs|java|kt|scala|cs|c|cc|cpp|h|hpp|js|jsx|ts|tsx|mjs|cjs|lua|php|swift|ipynb|drawio|puml|excalidraw|rst|adoc|pdf|docx|xlsx|pptx)$/i;

/** Whether the name is one of a file that is not there unless somebody wrote it. */
export const isWritten = (path: string): boolean => markdown.test(path) || image.test(path) || source.test(path);

export const isMarkdown = (path: string): boolean => markdown.test(path);

/** Folders that programs fill: what is in them is there on some machines only. */
const generated =
  /(?:^|\/)(?:node_modules|dist|build|out|target|_build|_site|site|public|static|coverage|generated|gen|bin|obj|\.[^/.][^/]*)(?:\/|$)/i;

/** Whether a path may be there for readers though it is not in the workspace. */
export const mayBeGenerated = (path: string): boolean => generated.test(path) && !/(?:^|\/)\.github\//.test(path);

/** GitHub's own pages, which are reached by relative links from a repository's start page. */
const hostPages =
  /(?:^|\/)(?:actions\/workflows|issues|pulls?|releases|wiki|discussions|blob|tree|raw|edit|compare)(?:\/|$)/;

export const isHostPage = (path: string): boolean => hostPages.test(path);

/** The files that may be meant by a path: pages are often linked without their ending, or by their folder. */
export function candidatesOf(path: string): readonly string[] {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md')];
  const name = nameOf(path);
  if (name === '') return ['index.md', 'README.md'];
  if (isWritten(path)) return [path];
  return [path, ...['.md', '.mdx', '/index.md', '/README.md', '/index.mdx', '/_index.md'].map((end) => path + end)];
}
