/** The globs of `overrides`: which documents a configuration file means. */
import picomatch from 'picomatch/posix.js';

const longest = 500;
/** Each wildcard may be tried at every place of a path, in all combinations: a few more of them would take for ever. */
const mostWildcards = 6;

/** Why `glob` is none of ours; undefined when it is. */
export function describeBadGlob(glob: string): string | undefined {
  const pattern = glob.replace(/^!/, '');
  if (pattern === '') return 'must not be empty';
  if (pattern.length > longest) return `must not be longer than ${longest} characters`;
  if (pattern.includes('\\')) return 'must be written with `/` between folders';
  const wildcards = pattern.match(/\*+/g)?.length ?? 0;
  return wildcards > mostWildcards ? `must not have more than ${mostWildcards} wildcards` : undefined;
}

/** Whether one of `globs` matches `path` and none of those with a `!` before them does. A glob without `/` means a name in any folder. */
export const matchesGlobs = (globs: readonly string[], path: string): boolean => matcherOf(globs)(path);

/** The same for many paths. */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(compile);
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => compile(glob.slice(1)));
  return (path) => wanted.some((matches) => matches(path)) && !excluded.some((matches) => matches(path));
}

/** `./docs` and `docs` are the same, a folder means everything in it, and a name without a folder is one in any. */
function compile(glob: string): (path: string) => boolean {
  // Signs of regular expressions mean themselves: a repeated group of wildcards would take for ever.
  const literal = glob.replace(/[()|+$^]/g, '\\$&');
  const pattern = literal.replace(/^\.\//, '').replace(/(^|\/)$/, '$1**');
  return picomatch(glob.includes('/') ? pattern : `**/${pattern}`, { dot: true, noextglob: true, nonegate: true });
}
