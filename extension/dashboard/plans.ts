/** Reads the goals and case studies of all configuration files of the workspace, and keeps them until one changes. */
import * as vscode from 'vscode';
import { readPlan } from '../../core/configuration/configFile.ts';
import { pathBelow } from '../../core/report/plan.ts';
import type { PlacedPlan } from '../../core/report/plan.ts';
import type { Log } from '../../core/ports.ts';
import type { ConfigFiles } from '../configFiles.ts';

const places = '**/.diagram-gates.{json,jsonc}';
const skipped = '**/{node_modules,.git}/**';
const mostFiles = 500;

export class Plans implements vscode.Disposable {
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  #known: readonly PlacedPlan[] = [];
  #reading: Promise<void> | undefined;

  /** Fires after what is known has changed. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor(configFiles: Pick<ConfigFiles, 'onDidChange'>, log: Log) {
    this.#log = log;
    this.#owned.push(configFiles.onDidChange(() => this.#read()));
    this.#read();
  }

  /** In path order; empty until the files were read. */
  get known(): readonly PlacedPlan[] {
    return this.#known;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  /** One reading after the other, so that the newest is what stays. */
  #read(): void {
    this.#reading = (this.#reading ?? Promise.resolve())
      .then(async () => {
        this.#known = await readPlans();
        this.#changed.fire();
      })
      .catch((problem: unknown) => this.#log.error(`dashboard: the goals cannot be read: ${String(problem)}`));
  }
}

async function readPlans(): Promise<readonly PlacedPlan[]> {
  const found = await vscode.workspace.findFiles(places, skipped, mostFiles);
  const byFolder = new Map<string, vscode.Uri>();
  // Of two files in a folder the one without comments counts, as everywhere.
  for (const uri of found.toSorted((a, b) => (a.path < b.path ? 1 : -1))) {
    byFolder.set(vscode.Uri.joinPath(uri, '..').toString(), uri);
  }
  const plans = await Promise.all([...byFolder.values()].map(readOne));
  return plans.flatMap((plan) => plan ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function readOne(uri: vscode.Uri): Promise<PlacedPlan | undefined> {
  // A file may go at any time.
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    (read) => read,
    () => undefined,
  );
  if (bytes === undefined) return undefined;
  const { goals, caseStudies } = readPlan(new TextDecoder().decode(bytes));
  if (goals.length + caseStudies.length === 0) return undefined;
  const path = vscode.workspace.asRelativePath(uri);
  return { path, goals, caseStudies, pathFrom: pathBelow(path) };
}
