/** What every command does first: finds the documents and their configuration, and starts the checker. */
import { dirname, relative, resolve, sep } from 'node:path';
import { CheckerClient } from '../core/checking/client.ts';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { limits } from '../core/config.ts';
import type { Profile, Target } from '../core/config.ts';
import { allRules } from '../core/gates/index.ts';
import { createRuleNames } from '../core/gates/names.ts';
import type { CheckedDocument, Severity } from '../core/model.ts';
import { severities } from '../core/model.ts';
import { ConfigFiles } from './configFiles.ts';
import { findFiles, kindOf } from './findFiles.ts';
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
}

/** A document under the names people and the checker know it by. */
export interface Source {
  /** Told apart by where they come from: standard input may go by the name of a file. */
  readonly uri: string;
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly absolute: string;
}

/** One run of a command. */
export interface Run {
  /** The files that were found, in path order. */
  readonly sources: readonly Source[];
  /** Why a path could not be followed, for people. */
  readonly pathProblems: readonly string[];
  /** What in configuration files is not understood, known after the documents were checked. */
  readonly configProblems: readonly string[];
  /** Turns an absolute path into the one that is shown. */
  shorten(path: string): string;
  /** Checks a text of `source`; rejects when it cannot be checked, with a message for people. */
  check(source: Source, text: string): Promise<CheckedDocument>;
  /** Ends the checker. */
  close(): void;
}

/** Enough that the checker never waits for a file, few enough that memory stays small. */
export const documentsInFlight = 8;

export async function startRun(options: RunOptions, surroundings: Surroundings): Promise<Run> {
  const { cwd, clock } = surroundings;
  const shorten = (path: string): string => relative(cwd, path).replaceAll(sep, '/');
  const configs = new ConfigFiles(createRuleNames(allRules), shorten);
  const found = await findFiles(
    options.paths.filter((path) => path !== '-'),
    cwd,
  );
  const override = options.config === undefined ? undefined : await configs.read(resolve(cwd, options.config));
  const client = new CheckerClient({
    start: () => surroundings.startChecker(),
    clock,
    budgetMs: limits.diagramBudgetMs,
    log: silent,
    readPart: (part) => surroundings.readPart(part),
  });
  return {
    sources: found.files.map((absolute) => ({ uri: absolute, path: shorten(absolute), absolute })).sort(byPath),
    pathProblems: found.problems,
    get configProblems() {
      return configs.problems;
    },
    shorten,
    check: async ({ uri, absolute }, text) => {
      const file = options.config === undefined ? await configs.nearest(dirname(absolute)) : override;
      const configFiles = [...askedFor(options), ...(file === undefined ? [] : [file])];
      const kind = kindOf(absolute) ?? 'markdown';
      const checked = await client.check({ uri, version: 1, kind, text, settings: {}, configFiles });
      if (checked === undefined) throw new Error('the check was given up');
      return checked;
    },
    close: () => client.dispose(),
  };
}

export const byPath = (a: Source, b: Source): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** What is asked for on the command line is asked for now, so it is stronger than any file. */
function askedFor({ profile, target }: RunOptions): readonly ConfigFile[] {
  if (profile === undefined && target === undefined) return [];
  return [{ path: 'the command line', text: JSON.stringify({ profile, target }) }];
}

/** Whether a finding in one of `documents` is as severe as `failOn`, or worse. */
export function fails(documents: readonly { readonly checked: CheckedDocument }[], failOn: Severity): boolean {
  const worst = severities.indexOf(failOn);
  return documents.some(({ checked }) =>
    checked.findings.some(({ severity }) => severities.indexOf(severity) <= worst),
  );
}

/** The words of whatever was thrown. */
export function describeProblem(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** The report says what matters; what the checker notes on the way is for the extension's log. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing to do.
}
