/** Which files of the workspace are pages: those the command line finds in the same folders, without what `files.exclude` hides. */
import * as vscode from 'vscode';
import { matchesGlobs } from '../../core/configuration/glob.ts';
import { GitIgnore, skippedFolders } from '../../core/workspace/gitIgnore.ts';
import type { IgnoreFiles } from '../../core/workspace/gitIgnore.ts';
import { isLink } from '../links.ts';
import { foldersUpward } from '../upward.ts';

const pageName = /\.(?:md|markdown|mdx|mmd|mermaid)$/i;
/** The same for VS Code's search, which minds the case. */
const pages = `**/*.{${['md', 'markdown', 'mdx', 'mmd', 'mermaid'].map(inAnyCase).join(',')}}`;
const skipped = `**/{${[...skippedFolders].join(',')}}/**`;

/** The language VS Code would give the file. */
export const languageOf = (uri: vscode.Uri): 'mermaid' | 'markdown' =>
  /\.(?:mmd|mermaid)$/i.test(uri.path) ? 'mermaid' : 'markdown';

export class Pages {
  /** By workspace folder. */
  readonly #ignores = new Map<string, Promise<GitIgnore>>();
  /** Whether a folder is a link, which may lead in circles. */
  readonly #links = new Map<string, Promise<boolean>>();

  /** Every page of the workspace, or of one of its folders, in order of path. */
  async find(folder: vscode.Uri | undefined, cancel?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const glob = folder === undefined ? pages : new vscode.RelativePattern(folder, pages);
    const found = await vscode.workspace.findFiles(glob, skipped, undefined, cancel);
    const wanted = await Promise.all(found.map(async (uri) => ((await this.#isLeftOut(uri)) ? [] : [uri])));
    return wanted.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Whether a file would be found. */
  async isPage(uri: vscode.Uri): Promise<boolean> {
    return pageName.test(uri.path) && !isHidden(uri) && !(await this.#isLeftOut(uri));
  }

  /** Something appeared, changed or went that decides which files are pages. */
  forget(): void {
    this.#ignores.clear();
    this.#links.clear();
  }

  async #isLeftOut(uri: vscode.Uri): Promise<boolean> {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (root === undefined) return true;
    const folders = foldersUpward(uri.path, root.path).slice(0, -1);
    if (folders.some((path) => skippedFolders.has(path.slice(path.lastIndexOf('/') + 1)))) return true;
    const ignores = this.#ignores.get(root.toString()) ?? GitIgnore.below(root.path, filesAt(root));
    this.#ignores.set(root.toString(), ignores);
    if (await (await ignores).ignoresFile(uri.path)) return true;
    const links = await Promise.all(folders.map((path) => this.#isLink(root.with({ path }))));
    return links.includes(true);
  }

  #isLink(folder: vscode.Uri): Promise<boolean> {
    const key = folder.toString();
    const known = this.#links.get(key) ?? isLink(folder);
    this.#links.set(key, known);
    return known;
  }
}

/** Whether `files.exclude` hides a file, by itself or with a folder above it. What it says of siblings is not asked. */
function isHidden(uri: vscode.Uri): boolean {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const exclude: unknown = vscode.workspace.getConfiguration('files', uri).get('exclude');
  if (root === undefined || typeof exclude !== 'object' || exclude === null) return false;
  const globs = Object.entries(exclude).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  const below = (path: string): string => path.slice(root.path.replace(/\/*$/, '/').length);
  const paths = [uri.path, ...foldersUpward(uri.path, root.path).slice(0, -1)].map(below);
  return globs.length > 0 && paths.some((path) => matchesGlobs(globs, path));
}

const filesAt = (root: vscode.Uri): IgnoreFiles => ({
  rulesIn: async (folder) => {
    try {
      const bytes = await vscode.workspace.fs.readFile(root.with({ path: `${folder}/.gitignore` }));
      return new TextDecoder().decode(bytes);
    } catch {
      // Most folders have none; one that cannot be read leaves nothing out.
      return undefined;
    }
  },
  isRepository: async (folder) => {
    try {
      await vscode.workspace.fs.stat(root.with({ path: `${folder}/.git` }));
      return true;
    } catch {
      // No such folder, here or at all.
      return false;
    }
  },
});

function inAnyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
