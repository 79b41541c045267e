/** How long the bundles take to start, each in a fresh process. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../support/paths.ts';

export interface StartTime {
  readonly what: string;
  /** Milliseconds, the middle of five. */
  readonly time: number;
}

/** Evaluates the extension's bundle with a `vscode` that answers everything, and nothing more: what VS Code waits for first. */
const loadExtension = `
const Module = require('node:module');
const anything = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything), construct: () => anything, apply: () => anything });
const bundle = require('node:fs').readFileSync('./dist/extension.js', 'utf8');
const names = [...bundle.matchAll(/\\bvscode\\d*\\.([A-Z]\\w+|[a-z]\\w+)/g)].map((match) => match[1]);
const vscode = Object.fromEntries(names.map((name) => [name, name === 'Disposable' || name === 'EventEmitter' ? class {} : anything]));
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const start = performance.now();
require('./dist/extension.js');
console.log(performance.now() - start);`;

const startChecker = `
const { Worker } = require('node:worker_threads');
const start = performance.now();
const worker = new Worker('./dist/checker.js');
worker.once('message', () => { console.log(performance.now() - start); void worker.terminate(); });`;

export function measureStart(): readonly StartTime[] {
  return [
    { what: 'extension bundle loaded', script: loadExtension },
    { what: 'checker worker ready', script: startChecker },
  ].map(({ what, script }) => ({ what, time: middle(script) }));
}

function middle(script: string): number {
  const run = (): number =>
    Number(execFileSync(process.execPath, ['-e', script], { cwd: path.resolve(projectRoot), encoding: 'utf8' }));
  return Array.from({ length: 5 }, run).sort((one, other) => one - other)[2] ?? Number.NaN;
}
