/** Mermaid's own parser in the test's process; its bundle is built when it is not there yet. */
import { existsSync, readFileSync } from 'node:fs';
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

/** The path of a bundle, which is built when it is not there. */
async function build(target: string, file: string): Promise<string> {
  const bundle = path.join(projectRoot, file);
  if (existsSync(bundle)) return bundle;
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
