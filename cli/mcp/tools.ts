/** The tools for agents at work on the files of this machine, below the working directory. */
import { resolve, sep } from 'node:path';
import type { GivenDocument, ToolHost } from '../../core/agents/tool.ts';
import { tools } from '../../core/agents/tools.ts';
import { allRules } from '../../core/gates/index.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import { jsonWriter } from '../../core/report/json.ts';
import { checkEach } from '../checkEach.ts';
import { Checkers } from '../checkers.ts';
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
  isConfined: true,
};

/** Enough that one slow call does not keep others waiting; the second is started only when it is needed. */
const mostThreads = 2;

/** The tools at work in these surroundings; their checkers are kept until `close`. */
export function toolsIn(surroundings: Surroundings): {
  readonly tools: readonly ServedTool[];
  readonly close: () => void;
} {
  const checkers = new Checkers(surroundings, mostThreads);
  const host = hostIn(surroundings, { ...usual, checkers });
  return {
    tools: tools.map(({ run, ...words }) => ({ ...words, run: (args) => run(args, host) })),
    close: () => checkers.dispose(),
  };
}

function hostIn(surroundings: Surroundings, options: RunOptions): ToolHost {
  const { cwd } = surroundings;
  return {
    open: async (given) => {
      const place = placeOf(given, cwd);
      if (typeof place === 'string') return place;
      const run = await startRun(options, surroundings);
      return { path: place.path, check: (text) => run.check(place, text), close: async () => run.close() };
    },
    checkPaths: async (paths) => {
      const outside = paths.find((path) => !isInside(path, cwd));
      if (outside !== undefined) return `${outside} lies outside of the working directory`;
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
function placeOf({ name, kind }: GivenDocument, cwd: string) {
  const path = name ?? (kind === 'mermaid' ? 'given.mmd' : 'given.md');
  if (!isInside(path, cwd)) return `${path} lies outside of the working directory`;
  return { uri: `mcp:${path}`, path, absolute: resolve(cwd, path) };
}

const isInside = (path: string, cwd: string): boolean =>
  `${resolve(cwd, path)}${sep}`.startsWith(`${resolve(cwd)}${sep}`);
