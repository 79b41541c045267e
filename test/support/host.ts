/**
 * Runs the suite inside a real VS Code: `npm run test:host [-- --no-build] [--grep <pattern>]`.
 * The host is desktop VS Code where that can be had, the VS Code server everywhere else; DIAGRAM_GATES_HOST chooses.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canDrawWindows, downloadDesktop, downloadedDesktops, isDownloadReachable } from './desktop.ts';
import type { Desktop } from './desktop.ts';
import { runInDesktop } from './desktopHost.ts';
import { hostRunFile } from './hostRun.ts';
import type { HostRun, RunInHost } from './hostRun.ts';
import { describeFailures, readMochaResult } from './mochaResult.ts';
import { makeTemporaryFolder, projectRoot, results } from './paths.ts';
import { exitOnSignals, runProcess } from './processes.ts';
import { runInServer } from './serverHost.ts';

/** One VS Code to run the suite in. */
interface Host {
  readonly name: string;
  readonly run: RunInHost;
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, grep: { type: 'string' } } });
  if (values['no-build'] !== true && !(await build())) return 1;
  let failed = 0;
  for (const host of await chooseHosts()) failed += await runSuite(host, values.grep);
  return failed === 0 ? 0 : 1;
};

const build = async (): Promise<boolean> => {
  const targets = ['extension', 'checker', 'shell', 'dashboard', 'frame', 'host-tests'];
  const args = [path.join(projectRoot, 'build.mjs'), ...targets];
  const { code } = await runProcess(process.execPath, args, { cwd: projectRoot, output: 'show' });
  return code === 0;
};

const chooseHosts = async (): Promise<readonly Host[]> => {
  const wanted = process.env['DIAGRAM_GATES_HOST'];
  const server: Host = { name: 'VS Code server', run: runInServer };
  switch (wanted) {
    case 'server':
      return [server];
    case 'desktop': {
      const found = await desktops();
      if (found.length === 0) throw new Error('there is no desktop VS Code here, and none can be downloaded');
      return found.map(toHost);
    }
    case undefined:
    case '':
      break;
    default:
      throw new Error(`DIAGRAM_GATES_HOST is ${wanted}; it can be desktop or server`);
  }
  if (!canDrawWindows()) {
    console.log('host: VS Code server (no display for a desktop VS Code here)');
    return [server];
  }
  const found = await desktops();
  if (found.length > 0) return found.map(toHost);
  console.log('host: VS Code server (desktop VS Code cannot be downloaded from here)');
  return [server];
};

const toHost = (desktop: Desktop): Host => ({ name: desktop.name, run: (suite) => runInDesktop(desktop, suite) });

/** The oldest VS Code we declare and the newest there is, or whatever was downloaded before. */
const desktops = async (): Promise<readonly Desktop[]> => {
  if (!(await isDownloadReachable())) return downloadedDesktops();
  return [await downloadDesktop(await oldestVersion()), await downloadDesktop('stable')];
};

const oldestVersion = async (): Promise<string> => {
  const manifest = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  const version = /"vscode": "\^(\d+\.\d+\.\d+)"/.exec(manifest)?.[1];
  if (version === undefined) throw new Error('package.json does not say ^x.y.z for engines.vscode');
  return version;
};

/** Runs the suite on a copy of the workspace; the result file alone decides. Returns the number of failures. */
const runSuite = async (host: Host, grep: string | undefined): Promise<number> => {
  console.log(`running the suite in ${host.name} …`);
  const workspace = await makeTemporaryFolder('workspace');
  const resultFile = path.join(results, `host-${host.name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')}.json`);
  try {
    await cp(path.join(projectRoot, 'test/host/workspace'), workspace, { recursive: true });
    await mkdir(path.join(workspace, path.dirname(hostRunFile)), { recursive: true });
    const run: HostRun = { resultFile, ...(grep === undefined ? {} : { grep }) };
    await writeFile(path.join(workspace, hostRunFile), JSON.stringify(run));
    await mkdir(results, { recursive: true });
    await rm(resultFile, { force: true });
    await host.run({
      workspace,
      extension: projectRoot,
      tests: path.join(projectRoot, 'dist/test/host/index.js'),
      say: (line) => console.log(line),
    });
  } finally {
    await rm(workspace, { recursive: true, force: true, maxRetries: 3 });
  }
  const result = await readMochaResult(resultFile);
  if (result.failed > 0) console.log(`\n${describeFailures(result.failures)}`);
  console.log(`${host.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
  return result.failed;
};

exitOnSignals();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
