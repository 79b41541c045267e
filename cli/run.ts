/** What every command does first: finds the documents and their configuration, and starts the checker. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { CheckRequest, ConfigFile } from '../core/checking/protocol.ts';
import type { Profile, Target } from '../core/config.ts';
import type { CheckedDocument, Severity } from '../core/model.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { CheckCache } from './cache/checkCache.ts';
import { cacheFolder } from './cache/folder.ts';
import { CacheStore } from './cache/store.ts';
import { Baselines } from './baselines.ts';
import { changedFiles } from './changedFiles.ts';
import { Checkers } from './checkers.ts';
import { confine } from './confine.ts';
import type { Confines } from './confine.ts';
import { ConfigFiles } from './configFiles.ts';
import { findFiles, kindOf } from './findFiles.ts';
import { findRepository } from './gitIgnore.ts';
import type { Pace } from './inOrder.ts';
import type { PlacePrints } from './placePrints.ts';
import type { Surroundings } from './surroundings.ts';

/** What all commands are told. */
export interface RunOptions {
  /** Files, folders and globs; `-` is standard input. */
  readonly paths: readonly string[];
  /** Findings this severe or worse make the exit code 1. */
  readonly failOn: Severity;
  /** The configuration file to use instead of the nearest one. */
  readonly config: string | undefined;
  readonly profile: Profile | undefined;
  /** Which Mermaid must take the diagrams. */
  readonly target: Target | undefined;
  /** Whether what the nearest baseline knows is left out. */
  readonly useBaseline: boolean;
  /** Only files that git knows to have changed; since where the branch left `base`, or since the last commit. */
  readonly changed?: { readonly base: string | undefined } | undefined;
  /** Only every `of`-th document, beginning with the `index`-th, counted from 1. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  /** How many threads check; one unless told. */
  readonly jobs?: number | undefined;
  /** Those that check, where somebody keeps them for several runs. */
  readonly checkers?: Checkers | undefined;
  /** No document is read that lies outside of these folders, wherever links lead. */
  readonly within?: Confines | undefined;
  /** Whether what was found before is used, and where it is kept if not in the usual place; not at all when undefined. */
  readonly cache?: { readonly location: string | undefined } | undefined;
}

/** A document under the names people and the checker know it by. */
export interface Source {
  /** Told apart by where they come from: standard input may go by the name of a file. */
  readonly uri: string;
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly absolute: string;
}

/** A configuration file that applies to a document. */
export interface FoundConfig {
  readonly path: string;
  /** The file as a document with findings; undefined where it has none. */
  readonly check: () => Promise<ReportedDocument | undefined>;
}

/** Standard input: somebody is typing there, and nothing of it is worth keeping. */
export const stdinUri = 'stdin';

/** One run of a command. */
export interface Run {
  /** The files that were found, in path order. */
  readonly sources: readonly Source[];
  /** Why a path could not be followed, for people. */
  readonly pathProblems: readonly string[];
  /** Which configuration files and baselines could not be read, known after the documents were checked. */
  readonly configProblems: readonly string[];
  /** The configuration files that apply to `sources`. */
  findConfigs(sources: readonly Source[]): Promise<readonly FoundConfig[]>;
  /** Turns an absolute path into the one that is shown. */
  shorten(path: string): string;
  /** Checks a text of `source`, which may be its only one; rejects when it cannot be checked, with a message for people. */
  check(source: Source, text: string, isOnce?: boolean): Promise<CheckedDocument>;
  /** Ends the checker. */
  close(): Promise<void>;
}

/** Enough that a checker never waits for a file, few enough that memory stays small. */
const documentsInFlight = 8;

/** How many documents are read and checked ahead of one that takes long. */
export const paceOf = ({ jobs = 1 }: Pick<RunOptions, 'jobs'>): Pace => {
  const atOnce = documentsInFlight * jobs;
  return { atOnce, held: 4 * atOnce };
};

export async function startRun(options: RunOptions, surroundings: Surroundings): Promise<Run> {
  const { cwd } = surroundings;
  const shorten = (path: string): string => relative(cwd, path).replaceAll(sep, '/');
  const configs = new ConfigFiles((await findRepository(cwd)) ?? cwd, shorten);
  const baselines = new Baselines(shorten);
  const named = options.paths.filter((path) => path !== '-');
  const found = await findFiles(named, cwd).then((all) =>
    options.within === undefined ? all : confine(all, options.within, cwd),
  );
  const config = options.config === undefined ? undefined : resolve(cwd, options.config);
  const own = options.checkers === undefined ? new Checkers(surroundings, options.jobs ?? 1) : undefined;
  const checkers = own ?? options.checkers ?? new Checkers(surroundings, 1);
  const { workspace } = checkers;
  const askChecker = checkers.begin();
  const cache = await openCache(options, surroundings, workspace);
  const ask = (request: CheckRequest): Promise<CheckedDocument | undefined> =>
    cache === undefined || request.uri === stdinUri
      ? askChecker(request)
      : cache.check(request, () => askChecker(request));
  const changed = options.changed === undefined ? undefined : await changedFiles(cwd, options.changed.base);
  const all = found.files.map((absolute) => ({ uri: absolute, path: shorten(absolute), absolute })).sort(byPath);
  const isWanted = ({ absolute }: Source): boolean =>
    changed === undefined || (!('problem' in changed) && changed.has(absolute));
  return {
    sources: shardOf(all.filter(isWanted), options.shard),
    pathProblems: changed !== undefined && 'problem' in changed ? [...found.problems, changed.problem] : found.problems,
    get configProblems() {
      return [...configs.problems, ...baselines.problems];
    },
    shorten,
    check: async ({ uri, absolute }, text, isOnce = false) => {
      const configFiles = [...askedFor(options), ...(await configs.of(absolute, config))];
      const kind = kindOf(absolute) ?? 'markdown';
      const baseline = options.useBaseline ? await baselines.of(absolute) : undefined;
      const place = await workspace.placeOf(absolute);
      const asked = { uri, version: 1, kind, text, settings: {}, configFiles, baseline, place, isOnce };
      const checked = await ask(asked);
      if (checked === undefined) throw new Error('the check was given up');
      return checked;
    },
    findConfigs: async (sources) => {
      // Documents of a folder have the same.
      const folders = new Map(sources.map(({ absolute }) => [dirname(absolute), absolute]));
      for (const absolute of folders.values()) await configs.of(absolute, config);
      return (await configs.visited()).map(({ place, text, extendsProblem }) => ({
        path: shorten(place),
        check: async () => {
          const asked = { uri: place, version: 1, kind: 'configuration', settings: {}, configFiles: [] } as const;
          // A checker that does not run is reported by the documents.
          const checked = await ask({ ...asked, text, extendsProblem }).catch(() => undefined);
          return checked === undefined || checked.findings.length === 0
            ? undefined
            : { path: shorten(place), text, checked };
        },
      }));
    },
    close: async () => {
      own?.dispose();
      await cache?.prune();
    },
  };
}

async function openCache(
  { cache }: RunOptions,
  { cwd, identifyChecker }: Surroundings,
  places: PlacePrints,
): Promise<CheckCache | undefined> {
  if (cache === undefined || identifyChecker === undefined) return undefined;
  const [folder, checker] = await Promise.all([cacheFolder(cwd, cache.location), identifyChecker()]);
  return new CheckCache(new CacheStore(folder), checker, places);
}

/** Every `of`-th document, so that folders of heavy pages are shared out. */
const shardOf = (sources: readonly Source[], shard: RunOptions['shard']): readonly Source[] =>
  shard === undefined ? sources : sources.filter((_, index) => index % shard.of === shard.index - 1);

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** What is asked for on the command line is asked for now, so it is stronger than any file. */
function askedFor({ profile, target }: RunOptions): readonly ConfigFile[] {
  if (profile === undefined && target === undefined) return [];
  return [{ path: 'the command line', text: JSON.stringify({ profile, target }), document: '' }];
}

/** The words of whatever was thrown. */
export function describeProblem(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
