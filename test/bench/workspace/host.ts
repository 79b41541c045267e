/** The measuring side of the workspace benchmark, inside VS Code's extension host. */
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { say } from '../../host/say.ts';

interface Typing {
  /** Milliseconds from an edit to its underline, sorted. */
  readonly underline: readonly number[];
  /** Milliseconds an edit takes to come back from the editor, sorted. */
  readonly edit: readonly number[];
  /** Milliseconds that the extension host did not answer, at worst and at the 99th percentile. */
  readonly blocked: { readonly worst: number; readonly p99: number };
}

const from = 'Gate 1000001 north';
const to = 'Gate 1000001 (north)';

/** VS Code calls this. */
export const run = async (): Promise<void> => {
  await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  const [uri] = await vscode.workspace.findFiles('typed.md');
  assert(uri !== undefined);
  await vscode.window.showTextDocument(uri);
  await measureTyping(uri, () => false, 4);
  const alone = await measureTyping(uri, () => false, 20);
  const memoryBefore = process.memoryUsage.rss();
  const started = performance.now();
  let isDone = false;
  const checking = Promise.resolve(vscode.commands.executeCommand('diagramGates.checkWorkspace')).then(() => {
    isDone = true;
  });
  const beside = await measureTyping(uri, () => isDone, Number.POSITIVE_INFINITY);
  await checking;
  const took = performance.now() - started;
  const memoryAfter = process.memoryUsage.rss();
  const heap = process.memoryUsage().heapUsed;
  const again = performance.now();
  await vscode.commands.executeCommand('diagramGates.checkWorkspace');
  const second = performance.now() - again;
  const problems = vscode.languages.getDiagnostics().length;
  report(alone, beside);
  say(
    `check of the workspace: ${seconds(took)} while somebody types; once more, nothing changed: ${seconds(second)} (${(second / took).toFixed(2)}x)`,
  );
  say(
    `memory of the extension host: ${mega(memoryBefore)} before, ${mega(memoryAfter)} after, with ${problems} pages in Problems`,
  );
  say(
    `the host's own thread, without the checker's: ${mega(heap)} in use after the check, ${mega(heldAfterCollection())} of it held`,
  );
  const changed = await measureRecheck();
  say(
    `200 files written at once: the last was checked again ${seconds(changed)} later (${(changed / took).toFixed(3)}x of the whole)`,
  );
};

/** Bytes of the thread's heap that something still refers to. */
function heldAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  // With that flag, V8 gives each new context this function.
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

/** Breaks and mends one diagram of a page over and over, as long as it is not `isOver` and `most` times. */
async function measureTyping(uri: vscode.Uri, isOver: () => boolean, most: number): Promise<Typing> {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const underline: number[] = [];
  const edit: number[] = [];
  for (let round = 0; round < most && !isOver(); round += 1) {
    const document = await vscode.workspace.openTextDocument(uri);
    const isWhole = document.getText().includes(from);
    const at = document.getText().indexOf(isWhole ? from : to);
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + (isWhole ? from : to).length));
    const change = new vscode.WorkspaceEdit();
    change.replace(uri, range, isWhole ? to : from);
    const start = performance.now();
    const shown = whenErrors(uri, isWhole ? 1 : 0);
    await vscode.workspace.applyEdit(change);
    edit.push(performance.now() - start);
    await shown;
    underline.push(performance.now() - start);
    // Longer than the pause between two checks of a page, so that each begins at once.
    await setTimeout(200);
  }
  loop.disable();
  const milli = (nanoseconds: number): number => nanoseconds / 1e6;
  return {
    underline: underline.sort((a, b) => a - b),
    edit: edit.sort((a, b) => a - b),
    blocked: { worst: milli(loop.max), p99: milli(loop.percentile(99)) },
  };
}

async function measureRecheck(): Promise<number> {
  const pages = (await vscode.workspace.findFiles('terminals-*/page-*.md'))
    .filter((uri) => !uri.path.endsWith('0.md'))
    .slice(0, 200);
  const started = performance.now();
  await Promise.all(
    pages.map(async (uri) => {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const broken = text.replace(/\[Gate (\d+) north\]/, '[Gate $1 (north)]');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(broken));
    }),
  );
  for (const uri of pages) await whenErrors(uri, 1);
  return performance.now() - started;
}

/** How many labels are not quoted. */
const errorsOf = (uri: vscode.Uri): number =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => typeof code === 'object' && code.value === 'DG010').length;

function whenErrors(uri: vscode.Uri, count: number): Promise<void> {
  if (errorsOf(uri) === count) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((one) => one.toString() === uri.toString()) || errorsOf(uri) !== count) return;
      subscription.dispose();
      resolve();
    });
  });
}

function report(alone: Typing, beside: Typing): void {
  const row = (what: string, pick: (typing: Typing) => number): void => {
    const [a, b] = [pick(alone), pick(beside)];
    say(`${what}: ${a.toFixed(1)} ms alone, ${b.toFixed(1)} ms beside the check (${(b / a).toFixed(2)}x)`);
  };
  say(`${alone.edit.length} edits alone, ${beside.edit.length} beside the check of the workspace`);
  row('edit to underline, median', ({ underline }) => quantile(underline, 0.5));
  row('edit to underline, 95th percentile', ({ underline }) => quantile(underline, 0.95));
  row('edit comes back, median', ({ edit }) => quantile(edit, 0.5));
  row('edit comes back, 95th percentile', ({ edit }) => quantile(edit, 0.95));
  row('extension host blocked, 99th percentile', ({ blocked }) => blocked.p99);
  row('extension host blocked, worst', ({ blocked }) => blocked.worst);
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const mega = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
