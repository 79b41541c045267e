/** Mermaid's own parser in the test's process; its bundle is built when it is not there or out of date. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import type { Oracle } from '../../core/ports.ts';
import { projectRoot } from './paths.ts';
import { runProcess } from './processes.ts';

let loading: Promise<Oracle> | undefined;
let loadingOlder: Promise<Oracle> | undefined;

/** The one oracle of this process: the parser keeps its configuration as long as it lives. */
export function loadBuiltOracle(): Promise<Oracle> {
  loading ??= load();
  return loading;
}

/** The same of Mermaid 11, as the checker's worker loads it. */
export function loadBuiltOlder(): Promise<Oracle> {
  loadingOlder ??= loadOlder();
  return loadingOlder;
}

async function loadOlder(): Promise<Oracle> {
  runInThisContext(readFileSync(await build('mermaid11', 'dist/mermaid11.js'), 'utf8'));
  // build.mjs gives the global its name; checker/oracle.ts is the script's entry.
  const scope = globalThis as unknown as { diagramGatesMermaid11: { createOracle(): Promise<Oracle> } };
  return scope.diagramGatesMermaid11.createOracle();
}

/** When a file was written last, in milliseconds; 0 when it is not there. */
const writtenAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** What the parser's bundles are made from, but for what they import of ours, which hardly ever changes alone. */
function partsOfBundles(): readonly string[] {
  const scripts = readdirSync(path.join(projectRoot, 'build')).map((name) => path.join('build', name));
  const oracle = readdirSync(path.join(projectRoot, 'checker')).map((name) => path.join('checker', name));
  return ['build.mjs', 'package-lock.json', ...scripts, ...oracle];
}

/** The path of a bundle, which is built when it is not there or older than what it is made from. */
async function build(target: string, file: string): Promise<string> {
  const bundle = path.join(projectRoot, file);
  const newest = Math.max(...partsOfBundles().map((part) => writtenAt(path.join(projectRoot, part))));
  if (writtenAt(bundle) > newest) return bundle;
  const { code, output } = await runProcess(process.execPath, ['build.mjs', target], { cwd: projectRoot });
  if (code !== 0) throw new Error(`the parser's bundle cannot be built:\n${output}`);
  return bundle;
}

async function load(): Promise<Oracle> {
  const bundle = await build('oracle', 'dist/oracle.mjs');
  // The bundle has no types; checker/oracle.ts, its entry, says what it exports.
  const module = (await import(pathToFileURL(bundle).href)) as { createOracle(): Promise<Oracle> };
  return module.createOracle();
}
