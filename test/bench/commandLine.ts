/** How long the built command line takes for a folder in a fresh process, and how long Mermaid takes for the same diagrams in one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../support/paths.ts';
import { plainMermaidFile } from './faults/plainMermaid.ts';

export interface CommandLineTimes {
  /** With nothing remembered and one thread that checks. Milliseconds, the middle of three runs each, as all of these. */
  readonly cold: number;
  /** The same with as many threads as it takes unless told. */
  readonly coldAsUsual: number;
  /** From its cache, with one thread. */
  readonly remembered: number;
  /** A process that loads Mermaid as it is published and does nothing but parse the diagrams. */
  readonly mermaid: number;
}

/** Parses every text of the file that is named, and says nothing. */
const parseAll = `
const [bundle, file] = process.argv.slice(1);
const { parse } = await import(bundle);
const texts = JSON.parse((await import('node:fs')).readFileSync(file, 'utf8'));
for (const text of texts) await parse(text).catch(() => undefined);`;

/** `diagrams` are those of the pages in `folder`. */
export function measureCommandLine(folder: string, diagrams: readonly string[]): CommandLineTimes {
  const kept = mkdtempSync(path.join(os.tmpdir(), 'diagram-gates-bench-'));
  const cache = path.join(kept, 'cache');
  const texts = path.join(kept, 'diagrams.json');
  writeFileSync(texts, JSON.stringify(diagrams));
  const check = (...more: readonly string[]): number => {
    const argv = ['check', ...more, '--format', 'json', '--cache-location', cache, folder];
    return timeOf([path.join(projectRoot, 'dist/cli.mjs'), ...argv]);
  };
  const checkCold = (...more: readonly string[]): number => {
    rmSync(cache, { recursive: true, force: true });
    return check(...more);
  };
  try {
    // In turn, so that a busy machine slows all of them.
    const runs = [1, 2, 3].map(() => ({
      mermaid: timeOf(['--input-type=module', '-e', parseAll, pathToFileURL(plainMermaidFile).href, texts]),
      coldAsUsual: checkCold(),
      cold: checkCold('--jobs', '1'),
      remembered: check('--jobs', '1'),
    }));
    const middleOf = (what: keyof CommandLineTimes): number =>
      runs.map((run) => run[what]).sort((a, b) => a - b)[1] ?? Number.NaN;
    return {
      mermaid: middleOf('mermaid'),
      coldAsUsual: middleOf('coldAsUsual'),
      cold: middleOf('cold'),
      remembered: middleOf('remembered'),
    };
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

function timeOf(argv: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 500_000_000 });
  if (status === 2 || status === null) throw new Error(`the process failed: ${stderr}`);
  return performance.now() - start;
}
