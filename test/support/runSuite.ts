/** Runs one suite of `npm test` and counts what came of it. */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readMochaResult } from './mochaResult.ts';
import type { TestFailure } from './mochaResult.ts';
import { projectRoot, results } from './paths.ts';
import type { AnySuite } from './suites.ts';

/** What came of a suite. */
export interface Outcome {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Milliseconds. */
  readonly ms: number;
  /** Where it ran, why it did not, what is odd about it. */
  readonly notes: readonly string[];
  readonly failures: readonly TestFailure[];
  readonly skippedTitles: readonly string[];
}

type Counts = Omit<Outcome, 'suite' | 'ms'>;

/** Runs the suite's npm script with its output shown. Never rejects: whatever goes wrong is a failure. */
export const runSuite = async (suite: AnySuite): Promise<Outcome> => {
  const start = performance.now();
  const counts = await (suite.kind === 'check' ? runCheck(suite) : runTests(suite)).catch(toFailure);
  return { suite: suite.name, ...counts, ms: performance.now() - start };
};

/** The outcome of a suite that was not even started. */
export const skipSuite = (suite: AnySuite, reason: string): Outcome => {
  return { suite: suite.name, ...none, skipped: 1, ms: 0, notes: [`skipped: ${reason}`] };
};

const none: Counts = { passed: 0, failed: 0, skipped: 0, notes: [], failures: [], skippedTitles: [] };

const toFailure = (error: unknown): Counts => {
  const problem = error instanceof Error ? error.message : String(error);
  return { ...none, failed: 1, notes: [problem] };
};

const runCheck = async (suite: AnySuite): Promise<Counts> => {
  const code = await runScript(suite.script, []);
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1, notes: [`ended with code ${code}`] };
};

const runTests = async (suite: AnySuite): Promise<Counts> => {
  await mkdir(results, { recursive: true });
  for (const file of await resultFiles(suite)) await rm(file);
  const code = await runScript(suite.script, argumentsOf(suite));
  const files = await resultFiles(suite);
  if (files.length === 0) throw new Error(`left no result and ended with code ${code}`);

  const found = await Promise.all(files.map(readMochaResult));
  const sum = (count: 'passed' | 'failed' | 'skipped'): number => found.reduce((total, each) => total + each[count], 0);
  const counts: Counts = {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    notes: suite.kind === 'host' ? files.map((file) => `in ${path.basename(file, '.json').replace('host-', '')}`) : [],
    failures: found.flatMap(({ failures }) => failures),
    skippedTitles: found.flatMap(({ skippedTitles }) => skippedTitles),
  };
  // All tests passed and yet it failed: a second VS Code that never started, an unhandled rejection at the end.
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, notes: [...counts.notes, `ended with code ${code}`] };
};

const argumentsOf = (suite: AnySuite): readonly string[] => {
  if (suite.kind === 'host') return ['--no-build'];
  const output = path.join(results, `${suite.name}.json`);
  return ['--reporter', 'test/support/resultReporter.ts', '--reporter-option', `output=${output}`];
};

const resultFiles = async (suite: AnySuite): Promise<readonly string[]> => {
  const isMine = (name: string): boolean =>
    suite.kind === 'host' ? /^host-.*\.json$/.test(name) : name === `${suite.name}.json`;
  return (await readdir(results)).filter(isMine).map((name) => path.join(results, name));
};

/** In our own process group, so that Ctrl-C in a terminal reaches the tests, which then clean up. */
const runScript = (script: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const onWindows = process.platform === 'win32';
    const command = onWindows ? 'npm.cmd' : 'npm';
    const child = spawn(command, ['run', '--silent', script, '--', ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
      shell: onWindows,
    });
    const passOn = (): void => {
      child.kill('SIGINT');
    };
    process.once('SIGTERM', passOn);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? -1);
    });
  });
