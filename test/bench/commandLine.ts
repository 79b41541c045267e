/** How long the built command line takes for a folder in a fresh process and one thread: with nothing remembered, and with everything. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/paths.ts';

export interface CommandLineTimes {
  /** Milliseconds, the middle of three runs each. */
  readonly cold: number;
  readonly remembered: number;
}

export function measureCommandLine(folder: string): CommandLineTimes {
  const kept = mkdtempSync(path.join(os.tmpdir(), 'diagram-gates-bench-'));
  const run = (): number => {
    const start = performance.now();
    const argv = ['check', '--jobs', '1', '--format', 'json', '--cache-location', path.join(kept, 'cache'), folder];
    const { status, stderr } = spawnSync(process.execPath, [path.join(projectRoot, 'dist/cli.mjs'), ...argv], {
      encoding: 'utf8',
      maxBuffer: 500_000_000,
    });
    if (status === 2 || status === null) throw new Error(`the command line failed: ${stderr}`);
    return performance.now() - start;
  };
  try {
    const cold = [1, 2, 3].map(() => {
      rmSync(path.join(kept, 'cache'), { recursive: true, force: true });
      return run();
    });
    return { cold: middleOf(cold), remembered: middleOf([1, 2, 3].map(run)) };
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

const middleOf = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[1] ?? Number.NaN;
