/** Runs the command line in the test's process, in a folder made for it, with the checker's loop beside it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startLoop } from '../../checker/loop.ts';
import { main } from '../../cli/main.ts';
import type { ExitCode } from '../../cli/surroundings.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import { checkDocument } from '../../core/engine.ts';
import type { Gate } from '../../core/gates/rule.ts';
import type { Clock, Oracle, WorkerPort } from '../../core/ports.ts';
import { FakeOracle, plainGates } from './checkText.ts';
import { FakeClock } from './fakeClock.ts';
import { makeTemporaryFolder, projectRoot } from './paths.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSetup {
  readonly stdin?: string;
  /** Where the program runs, below the project's folder. */
  readonly below?: string;
  /** By default a parser that refuses the word BROKEN. */
  readonly oracle?: Oracle;
  /** What goes for Mermaid 11. */
  readonly older?: Oracle;
  readonly gates?: readonly Gate[];
  /** Whether somebody looks at the output. */
  readonly isTTY?: boolean;
  /** Told of both streams as they come. */
  readonly onOutput?: (text: string) => void;
  /** Resolves when whoever reads standard output has kept up. */
  readonly drained?: () => Promise<void>;
  readonly env?: Readonly<Record<string, string>>;
  /** Stands still unless told. */
  readonly clock?: Clock;
  /** What the checker goes by in the cache; nothing is kept unless it is named. */
  readonly checker?: string;
  readonly today?: string;
  /** What was built for the isolated frame. */
  readonly readAsset?: (name: string) => Promise<string>;
}

/** A folder with files in it, gone after `dispose`. */
export class Project {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** Writes `files`, by path with `/`. */
  static async with(files: Readonly<Record<string, string | Uint8Array>>): Promise<Project> {
    const project = new Project(await makeTemporaryFolder('cli'));
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(project.root, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    return project;
  }

  /** Runs `diagram-gates` with these arguments in the folder, or in one below it. */
  async run(
    argv: readonly string[],
    {
      stdin = '',
      below = '.',
      oracle = new FakeOracle(),
      older,
      gates = plainGates,
      isTTY = false,
      onOutput = () => undefined,
      drained = () => Promise.resolve(),
      env = {},
      clock = new FakeClock(),
      checker,
      today = '2026-11-20',
      readAsset = (name) => Promise.reject(new Error(`nobody expects ${name} to be read`)),
    }: RunSetup = {},
  ): Promise<Ran> {
    let stdout = '';
    let stderr = '';
    const code = await main({
      argv,
      cwd: path.join(this.root, below),
      stdin: chunksOf(stdin),
      stdout: {
        write: (text) => {
          stdout += text;
          onOutput(text);
        },
        drained,
        isTTY,
        columns: 80,
      },
      env,
      stderr: {
        write: (text) => {
          stderr += text;
          onOutput(text);
        },
        isTTY,
      },
      clock,
      today,
      version: '1.2.3',
      readAsset,
      readRulePage: (alias) => readFile(path.join(projectRoot, `docs/gates/${alias}.md`), 'utf8'),
      serveTools: () => Promise.reject(new Error('nobody speaks to this program')),
      ...(checker === undefined ? {} : { identifyChecker: () => Promise.resolve(checker) }),
      startChecker: () => startLocalChecker(oracle, older, gates),
      readPart: () => Promise.resolve('the script of Mermaid 11'),
    });
    return { code, stdout, stderr };
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  yield bytes.subarray(0, 3);
  yield await Promise.resolve(bytes.subarray(3));
}

/** The checker's own loop with a parser of the test's choice; messages travel as they do between threads. */
export function startLocalChecker(oracle: Oracle, older: Oracle | undefined, gates: readonly Gate[]): WorkerPort {
  let listener: (message: unknown) => void = () => undefined;
  let ended = false;
  const receive = startLoop({
    createOracle: () => Promise.resolve(oracle),
    createOlder: (source) =>
      older === undefined ? Promise.reject(new Error(`nobody expects ${source}`)) : Promise.resolve(older),
    check: (request, deps) => checkDocument(request, deps, gates),
    cache: new DiagramCache(),
    post: (message) => void setImmediate(() => ended || listener(structuredClone(message))),
    now: () => performance.now(),
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
  });
  return {
    post: (message) => void setImmediate(() => ended || receive(structuredClone(message))),
    onMessage: (given) => void (listener = given),
    onExit: () => undefined,
    terminate: () => void (ended = true),
  };
}
