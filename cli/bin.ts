/** The program: gives the process to the command line. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkerParts } from '../core/checking/protocol.ts';
import { identifyScripts } from './cache/identify.ts';
import { main } from './main.ts';
import type * as Mcp from './mcp/serve.ts';
import { startNodeWorker } from './nodeWorker.ts';

// Whoever ends the program ends it in order: what is being written is taken away, and so is a browser. The codes are those of shells.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
// Whoever reads our output may stop early, as `head` does; that is no failure of ours.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => process.exit(problem.code === 'EPIPE' ? 0 : 2));

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
const beside = (script: string): URL => new URL(`./${script}.js`, import.meta.url);

process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: {
    write: (text) => void process.stdout.write(text),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    isTTY: process.stdout.isTTY,
    columns: process.stdout.columns,
  },
  env: process.env,
  stderr: process.stderr,
  clock: {
    now: () => performance.now(),
    after: (delay, callback) => {
      const timer = setTimeout(callback, delay);
      return () => clearTimeout(timer);
    },
  },
  version,
  today: today(),
  // A bundle beside this one, so that a check does not load what only agents need.
  serveTools: async (served) => {
    const { serve } = (await import(new URL('./mcp.mjs', import.meta.url).href)) as typeof Mcp;
    await serve(served);
  },
  startChecker: () => startNodeWorker(beside('checker')),
  identifyChecker: () => identifyScripts(version, ['checker', ...checkerParts].map(beside)),
  readAsset: (name) => readFile(new URL(`./webview/${name}`, import.meta.url), 'utf8'),
  readRulePage: (alias) => readFile(new URL(`../docs/gates/${alias}.md`, import.meta.url), 'utf8'),
  readPart: (part) => readFile(beside(part), 'utf8'),
});

/** By the clock on the wall. */
function today(): string {
  const now = new Date();
  const digits = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
