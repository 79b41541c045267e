/** Asks git which files have changed. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mostOutput = 200_000_000;

/**
 * The absolute paths of the files that differ from `base` (a commit, branch or tag: from where the branch left it), committed or
 * not, and those that git does not know yet; or why git could not say. Files that are gone are left out.
 */
export async function changedFiles(
  cwd: string,
  base: string | undefined,
): Promise<ReadonlySet<string> | { readonly problem: string }> {
  try {
    const root = (await git(cwd, 'rev-parse', '--show-toplevel')).trimEnd();
    const commit =
      base === undefined ? 'HEAD' : (await git(root, 'merge-base', '--end-of-options', base, 'HEAD')).trim();
    const changed = await git(root, 'diff', '--name-only', '--no-ext-diff', '-z', '--diff-filter=d', commit, '--');
    const added = await git(root, 'ls-files', '--others', '--exclude-standard', '-z');
    const names = `${changed}${added}`.split('\0').filter((name) => name !== '');
    return new Set(names.map((name) => resolve(root, name)));
  } catch (problem) {
    return { problem: `git cannot tell what has changed: ${describe(problem)}` };
  }
}

/** Runs git without what the repository's own configuration would start. */
async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
    cwd,
    maxBuffer: mostOutput,
  });
  return stdout;
}

/** The first line of what git says. */
function describe(problem: unknown): string {
  const said = problem instanceof Error && 'stderr' in problem ? String(problem.stderr) : '';
  const words = said.trim() === '' && problem instanceof Error ? problem.message : said;
  return (words.trim().split('\n', 1)[0] ?? '').replace(/^(?:fatal|error): /, '');
}
