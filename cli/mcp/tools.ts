/** The tools for agents at work on the files of this machine: below the folders that the client works on, or the working directory. */
import { resolve, sep } from 'node:path';
import type { GivenDocument, ToolHost } from '../../core/agents/tool.ts';
import { tools } from '../../core/agents/tools.ts';
import { allRules } from '../../core/gates/index.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import { jsonWriter } from '../../core/report/json.ts';
import { checkEach } from '../checkEach.ts';
import { Checkers } from '../checkers.ts';
import type { Confines } from '../confine.ts';
import { Progress } from '../progress.ts';
import { startRun } from '../run.ts';
import type { RunOptions } from '../run.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ServedTool } from './served.ts';

const usual: RunOptions = {
  paths: [],
  failOn: 'error',
  config: undefined,
  profile: undefined,
  target: undefined,
  useBaseline: true,
};

/** Enough that one slow call does not keep others waiting; the second is started only when it is needed. */
const mostThreads = 2;

/** The tools at work in these surroundings; their checkers are kept until `close`. */
export function toolsIn(surroundings: Surroundings): {
  readonly tools: readonly ServedTool[];
  readonly close: () => void;
} {
  const places = new Map<string, { readonly host: ToolHost; readonly checkers: Checkers }>();
  const hostFor = (roots: readonly string[]): ToolHost => {
    const key = JSON.stringify(roots);
    const known = places.get(key) ?? openPlace(roots, surroundings);
    places.set(key, known);
    return known.host;
  };
  return {
    tools: tools.map(({ run, ...words }) => ({ ...words, run: (args, roots) => run(args, hostFor(roots)) })),
    close: () => {
      for (const { checkers } of places.values()) checkers.dispose();
    },
  };
}

/** Paths count from the first of the roots. */
function openPlace(roots: readonly string[], surroundings: Surroundings) {
  const { cwd } = surroundings;
  const within =
    roots.length === 0
      ? { folders: [cwd], name: 'the working directory' }
      : { folders: roots, name: 'the roots of the client' };
  const there = { ...surroundings, cwd: roots[0] ?? cwd };
  const checkers = new Checkers(there, mostThreads);
  return { checkers, host: hostIn(there, { ...usual, checkers, within }, within) };
}

function hostIn(surroundings: Surroundings, options: RunOptions, within: Confines): ToolHost {
  const { cwd } = surroundings;
  return {
    open: async (given) => {
      const place = placeOf(given, cwd, within);
      if (typeof place === 'string') return place;
      const run = await startRun(options, surroundings);
      return { path: place.path, check: (text) => run.check(place, text), close: async () => run.close() };
    },
    checkPaths: async (paths) => {
      const outside = paths.find((path) => !isInside(path, cwd, within));
      if (outside !== undefined) return `${outside} lies outside of ${within.name}`;
      const report = jsonWriter();
      const written = [report.begin];
      const asked = { ...options, paths, stdinFilename: '' };
      const { problems, ms } = await checkEach(asked, surroundings, new Progress(surroundings), (document) => {
        written.push(report.document(document));
      });
      written.push(...report.end(ms));
      return { report: written.join(''), problems };
    },
    findRule: (name) => Promise.resolve(createRuleNames(allRules).find(name)),
    readRulePage: (alias) => surroundings.readRulePage(alias),
  };
}

/** Where a text stands among the files; a text says why it may not stand there. */
function placeOf({ name, kind }: GivenDocument, cwd: string, within: Confines) {
  const path = name ?? (kind === 'mermaid' ? 'given.mmd' : 'given.md');
  if (!isInside(path, cwd, within)) return `${path} lies outside of ${within.name}`;
  return { uri: `mcp:${path}`, path, absolute: resolve(cwd, path) };
}

const isInside = (path: string, cwd: string, { folders }: Confines): boolean =>
  folders.some((folder) => `${resolve(cwd, path)}${sep}`.startsWith(`${resolve(folder)}${sep}`));
