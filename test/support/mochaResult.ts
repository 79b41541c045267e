/** Reads the JSON that mocha wrote, and distrusts it: no file, no tests or no sense is a failure, never a pass. */
import { readFile } from 'node:fs/promises';
import { toSourceFrames } from './sourceFrames.ts';

export interface MochaResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
  /** The titles of the skipped tests. */
  readonly skippedTitles: readonly string[];
}

export interface TestFailure {
  readonly title: string;
  /** The message and, where there is one, the stack. */
  readonly problem: string;
}

/** Reads a result; rejects with a sentence when the file is missing, is not a result, or counts no test. */
export const readMochaResult = async (file: string): Promise<MochaResult> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error(`the tests left no result in ${file}`);
  }
  return parseMochaResult(text);
};

/** Parses mocha's JSON; throws a sentence when it is not one, or counts no test. */
export const parseMochaResult = (text: string): MochaResult => {
  const json = parseJson(text);
  if (!isRecord(json) || !Array.isArray(json['passes']) || !Array.isArray(json['failures'])) {
    throw new Error('the result of the tests is not what mocha writes');
  }
  const skippedTitles = Array.isArray(json['pending']) ? json['pending'].map(readTitle) : [];
  const skipped = skippedTitles.length;
  const failures = json['failures'].map(readFailure);
  const passed = json['passes'].length;
  if (passed + failures.length + skipped === 0) throw new Error('not a single test ran');
  return { passed, failed: failures.length, skipped, failures, skippedTitles };
};

/** The failures as text to read, numbered; empty when there is none. */
export const describeFailures = (failures: readonly TestFailure[]): string =>
  failures
    .map(({ title, problem }, index) => `  ${index + 1}) ${title}\n${problem.replace(/^/gm, '     ')}\n`)
    .join('\n');

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the result of the tests is empty or cut off');
  }
};

const readFailure = (failure: unknown): TestFailure => {
  const test = isRecord(failure) ? failure : {};
  const error = isRecord(test['err']) ? test['err'] : {};
  const message = readText(error['message']) ?? 'failed without a message';
  const stack = withoutForeignFrames(toSourceFrames(readText(error['stack']) ?? message));
  return {
    title: readTitle(failure),
    problem: stack.includes(message) ? stack : `${message}\n${stack}`,
  };
};

const readTitle = (test: unknown): string =>
  (isRecord(test) ? readText(test['fullTitle']) : undefined) ?? 'a test without a title';

/** Stack frames inside VS Code, Node and mocha tell nothing about our fault. */
const withoutForeignFrames = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => !/^\s+at .*(\/(node_modules|\.vscode-test)\/|node:internal)/.test(line))
    .join('\n');

const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
