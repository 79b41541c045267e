/** Which documents are checked, and as what. Pure: knows no editor. */
import { isConfigFile } from '../core/configuration/fileNames.ts';
import type { DocumentKind, FileKind } from '../core/model.ts';

/** What is asked of an open document. */
export interface OpenDocument {
  /** The URI's scheme, such as `file`. */
  readonly scheme: string;
  readonly languageId: string;
  /** The URI's path. */
  readonly path: string;
}

/** The languages that are Markdown, or near enough. */
export const markdownLanguages = ['markdown', 'prompt', 'instructions', 'chatagent', 'skill', 'mdx'] as const;

/** Places where people write; anything else (git's old versions, output, chat's snapshots) is somebody else's copy. */
const schemes: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-notebook-cell',
  'vscode-remote',
  'vscode-userdata',
  'vscode-vfs',
]);

/** Whether a language id means a whole file of Mermaid; other extensions use ids such as `mermaid.flowchart`. */
function isMermaidLanguage(languageId: string): boolean {
  return /^mermaid(\.|$)/.test(languageId);
}

/**
 * What the document is checked as; undefined when it is not ours.
 * `isWritable` says whether a scheme belongs to a file system that can be written to.
 */
export function documentKind(
  document: OpenDocument,
  isWritable: (scheme: string) => boolean,
): DocumentKind | undefined {
  if (!isWrittenHere(document, isWritable)) return undefined;
  if (isMermaidLanguage(document.languageId)) return 'mermaid';
  if (markdownLanguages.some((one) => one === document.languageId)) return 'markdown';
  return /\.(mmd|mermaid)$/i.test(document.path) ? 'mermaid' : undefined;
}

/** The same, and `configuration` for a file that configures us. */
export function fileKind(document: OpenDocument, isWritable: (scheme: string) => boolean): FileKind | undefined {
  if (isConfigFile(document.path)) return isWrittenHere(document, isWritable) ? 'configuration' : undefined;
  return documentKind(document, isWritable);
}

const isWrittenHere = ({ scheme }: OpenDocument, isWritable: (scheme: string) => boolean): boolean =>
  schemes.has(scheme) || isWritable(scheme);

/**
 * Whether a text can have a diagram or speak to us at all. A page for which this is false needs no checker,
 * so that opening an ordinary README costs nothing.
 */
export function mayConcern(kind: FileKind, text: string, fenceLanguages: readonly string[]): boolean {
  if (kind !== 'markdown') return true;
  const lower = text.toLowerCase();
  return ['mermaid', 'diagram-gates', ...fenceLanguages].some((word) => lower.includes(word.toLowerCase()));
}
