/**
 * A large set of pages through the built command line: `npm run bench:set [pages]`, 5,000 pages with four diagrams each unless
 * told. Prints times against `mermaid.parse` on a sample of the same diagrams in the same run, the most memory the process had,
 * and how much of it each further page cost. Nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/paths.ts';
import { loadPlainMermaid } from './faults/plainMermaid.ts';
import { table } from './faults/table.ts';
import { makePage } from './madeSet.ts';

const wanted = Number(process.argv[2] ?? 5_000);
const sampled = 400;

/** Prints what the command line took and had, in a process of its own, after its report. */
const measured = `
process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(2, JSON.stringify({ maxRss: maxRSS, cpu: process.cpuUsage().user / 1000 }) + '\\n');
});`;

interface Cost {
  readonly ms: number;
  readonly megabytes: number;
}

function run(folder: string, cache: string, format: string, measure: string): Cost {
  const program = path.join(projectRoot, 'dist/cli.mjs');
  const argv = [
    'check',
    '--jobs',
    '1',
    '--format',
    format,
    '-o',
    path.join(folder, '../report'),
    '--cache-location',
    cache,
  ];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', measure, program, ...argv, folder], {
    encoding: 'utf8',
    maxBuffer: 500_000_000,
  });
  const ms = performance.now() - start;
  if (status === 2 || status === null) throw new Error(`the command line failed: ${stderr.slice(0, 2_000)}`);
  const { maxRss } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '{}') as { readonly maxRss: number };
  return { ms, megabytes: maxRss / 1_024 };
}

const root = mkdtempSync(path.join(os.tmpdir(), 'diagram-gates-set-'));
try {
  const measure = path.join(root, 'measure.cjs');
  writeFileSync(measure, measured);
  const plain = await loadPlainMermaid();
  const sample: string[] = [];
  const rows: string[][] = [];
  /** The most memory of the smaller set, by what was done. */
  const before = new Map<string, { readonly pages: number; readonly megabytes: number }>();
  for (const pages of [Math.round(wanted / 4), wanted]) {
    const folder = path.join(root, String(pages), 'docs');
    let diagrams = 0;
    for (let index = 0; index < pages; index += 1) {
      const page = makePage(index, pages);
      const target = path.join(folder, page.path);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, page.text);
      diagrams += page.diagrams.length;
      if (sample.length < sampled) sample.push(...page.diagrams);
    }
    const start = performance.now();
    for (const text of sample) await plain.refuse(text);
    const mermaid = ((performance.now() - start) / sample.length) * diagrams;
    const cache = path.join(root, `cache-${pages}`);
    for (const [what, format] of [
      ['cold, as JSON', 'json'],
      ['from the cache, as JSON', 'json'],
      ['from the cache, as text', 'text'],
      ['from the cache, as HTML', 'html'],
    ] as const) {
      const { ms, megabytes } = run(folder, cache, format, measure);
      const smaller = before.get(what);
      const growth = smaller === undefined ? undefined : (megabytes - smaller.megabytes) / (pages - smaller.pages);
      before.set(what, { pages, megabytes });
      rows.push([
        `${pages} pages, ${diagrams} diagrams, ${what}`,
        `${(ms / 1_000).toFixed(1)} s`,
        `${(ms / pages).toFixed(1)} ms`,
        `${(ms / mermaid).toFixed(2)}x`,
        `${megabytes.toFixed(0)} MB`,
        growth === undefined ? '' : `${(growth * 1_000).toFixed(0)} KB`,
      ]);
    }
  }
  console.log(
    table([['what', 'time', 'for a page', 'against mermaid.parse', 'memory at most', 'for a further page'], ...rows]),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
