/** Child processes that do not outlive us: each runs in its own group and the whole group is ended. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';

const onWindows = process.platform === 'win32';

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  /** `show` passes the output on to ours; `collect` (the default) only keeps it. */
  readonly output?: 'show' | 'collect';
  /** Called with each complete line of a collected output. */
  readonly onLine?: (line: string) => void;
}

export interface RunningProcess {
  /** Everything printed so far, both streams; empty when the output is shown. */
  readonly output: () => string;
  /** The first group of the pattern once a line of the collected output matches; rejects when it ends or `ms` pass before. */
  readonly waitForLine: (pattern: RegExp, ms: number) => Promise<string>;
  /** Settles with the exit code, -1 after a signal; rejects when the program cannot be started. */
  readonly exited: Promise<number>;
  /** Ends the process and its children, at first politely; settles when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a program in a process group of its own, which also ends when we do. */
export const startProcess = (
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): RunningProcess => {
  const stdio: StdioOptions = options.output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio,
    detached: !onWindows,
    // On Windows npm and its kind are command files, which only a shell can start.
    shell: onWindows && command.endsWith('.cmd'),
  });
  const lines = new EventEmitter<{ line: [string] }>();
  if (options.onLine !== undefined) lines.on('line', options.onLine);
  const output = collectOutput(child, (line) => lines.emit('line', line));
  const endWithUs = (): void => signalGroup(child, 'SIGKILL');
  // Before the folders go that it writes to.
  process.prependOnceListener('exit', endWithUs);
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  }).finally(() => process.off('exit', endWithUs));
  // A caller may only ever look at the output; its unobserved failure must not end the run.
  exited.catch(() => undefined);

  const stop = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
    await exited.catch(() => undefined);
    clearTimeout(patience);
    signalGroup(child, 'SIGKILL');
  };
  const waitForLine = (pattern: RegExp, ms: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`${path.basename(command)} ${why}\n${output().trim()}`));
      const patience = setTimeout(() => fail(`did not answer in ${ms / 1000} s`), ms);
      lines.on('line', (line) => {
        const found = pattern.exec(line)?.[1];
        if (found === undefined) return;
        clearTimeout(patience);
        resolve(found);
      });
      exited
        .finally(() => clearTimeout(patience))
        .then(
          (code) => fail(`ended with code ${code} before it answered`),
          (error: unknown) => fail(`cannot be started: ${String(error)}`),
        );
    });
  return { output, waitForLine, exited, stop };
};

/** Turns a signal into an orderly exit, which takes the started processes along; the result undoes it. */
export const exitOnSignals = (): (() => void) => {
  const exitWith = {
    SIGINT: () => process.exit(130),
    SIGTERM: () => process.exit(143),
    SIGHUP: () => process.exit(129),
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, exitWith[signal]);
  return () => signals.forEach((signal) => process.off(signal, exitWith[signal]));
};

/** Runs a program to its end; the exit code is the caller's to judge. */
export const runProcess = async (
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<{ readonly code: number; readonly output: string }> => {
  const running = startProcess(command, args, options);
  const code = await running.exited;
  return { code, output: running.output() };
};

const collectOutput = (child: ChildProcess, onLine: (line: string) => void): (() => string) => {
  let text = '';
  let unfinished = '';
  const collect = (chunk: string): void => {
    text += chunk;
    const lines = (unfinished + chunk).split(/\r?\n/);
    unfinished = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  return () => text;
};

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The group is gone already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
