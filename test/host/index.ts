/** The suite inside VS Code: runs every bundled test file beside this one and writes mocha's result to a file. */
// Bundled as CommonJS, which is what VS Code loads; hence __dirname.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { hostRunFile } from '../support/hostRun.ts';
import type { HostRun } from '../support/hostRun.ts';
import { say } from './say.ts';

/** VS Code calls this. Rejects when a test failed, so that VS Code ends with an error as well. */
export const run = async (): Promise<void> => {
  const hostRun = await readHostRun();
  const mocha = new Mocha({ timeout: 20_000, retries: 2, forbidOnly: true, ...reporting(hostRun) });
  if (hostRun?.grep !== undefined) mocha.grep(new RegExp(hostRun.grep));
  const found = await readdir(__dirname, { recursive: true });
  const all = found.filter((name) => name.endsWith('.test.js')).sort();
  // Without the extension every other test would only wait for its timeout.
  const files = (await doesActivate()) ? all : all.filter((name) => name === 'smoke.test.js');
  for (const file of files) mocha.addFile(path.join(__dirname, file));
  const tell = hostRun === undefined ? () => undefined : say;
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tell(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`))
      .on('fail', (test) => tell(`  ✖ ${test.fullTitle()}`))
      .on('pending', (test) => tell(`  - ${test.fullTitle()}`));
  });
  assert.equal(failures, 0, `${failures} failed`);
};

/** What the runner wants; undefined when VS Code was started by hand, from its debugger. */
const readHostRun = async (): Promise<HostRun | undefined> => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert(folder !== undefined, 'the suite needs a workspace folder');
  const file = path.join(folder, hostRunFile);
  // The runner of this same version wrote the file.
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as HostRun) : undefined;
};

const doesActivate = async (): Promise<boolean> => {
  const extension = vscode.extensions.getExtension('diagram-gates.diagram-gates');
  const activation = Promise.resolve(extension?.activate());
  return activation.then(
    () => extension !== undefined,
    () => false,
  );
};

const reporting = (hostRun: HostRun | undefined): Mocha.MochaOptions =>
  hostRun === undefined ? { reporter: 'spec' } : { reporter: 'json', reporterOptions: { output: hostRun.resultFile } };
