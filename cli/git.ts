/** Runs git for those who read a history. */
import { spawn } from 'node:child_process';
import { quietly, safely } from '../core/history/git.ts';
import type { Git } from '../core/history/git.ts';

const decoder = new TextDecoder();

/** Git in the absolute folder `cwd`. */
export const gitIn = (cwd: string): Git => ({
  run: (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn('git', [...safely, ...args], { cwd, env: { ...process.env, ...quietly }, windowsHide: true });
      const [printed, said]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => void printed.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => void said.push(chunk));
      child.on('error', reject);
      // Git may end before it has read everything.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      child.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(printed));
        else reject(new Error(firstLine(Buffer.concat(said).toString()) || `git ended with ${String(code)}`));
      });
    }),
  decode: (bytes) => decoder.decode(bytes),
});

const firstLine = (text: string): string => (text.trim().split('\n', 1)[0] ?? '').replace(/^(?:fatal|error): /, '');
