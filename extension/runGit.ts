/** Runs the git that VS Code itself uses; for hosts with Node only. */
import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { quietly, safely } from '../core/history/git.ts';
import type { Git } from '../core/history/git.ts';

/** The part of the built-in extension's API that is used. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly git: { readonly path: string } };
}

const decoder = new TextDecoder();

/** Git in a folder; undefined where VS Code has none, in a folder on no disk, and in a workspace that nobody trusts. */
export async function gitIn(folder: vscode.Uri, cancel: vscode.CancellationToken): Promise<Git | undefined> {
  if (!vscode.workspace.isTrusted || folder.scheme !== 'file') return undefined;
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const exported = await extension?.activate().then(
    (value) => value,
    () => undefined,
  );
  if (exported?.enabled !== true) return undefined;
  const program = exported.getAPI(1).git.path;
  return {
    run: (args, input = '') => run(program, args, folder.fsPath, input, cancel),
    decode: (bytes) => decoder.decode(bytes),
  };
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  input: string,
  cancel: vscode.CancellationToken,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...safely, ...args], { cwd, env: { ...process.env, ...quietly }, windowsHide: true });
    const stop = cancel.onCancellationRequested(() => child.kill());
    const [printed, said]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => void printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => void said.push(chunk));
    child.on('error', (problem) => {
      stop.dispose();
      reject(problem);
    });
    // Git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => {
      stop.dispose();
      if (code === 0) resolve(Buffer.concat(printed));
      else reject(new Error(`git ${args[0] ?? ''}: ${Buffer.concat(said).toString().trim()}`));
    });
  });
}
