/** Lets long work be seen and stopped: what takes longer than half a second shows how far it is, with a button to cancel. */
import * as vscode from 'vscode';
import type { Pace } from '../../core/sources/convert.ts';
import { systemClock as clock } from '../clock.ts';

const patience = 500;
/** The longest a piece of work keeps everybody else waiting. */
const slice = 30;

/** Undefined as soon as somebody cancels; work that does not heed `cancel` comes to its end unheard. */
export async function withPatience<Result>(
  title: string,
  work: (pace: Pace) => Promise<Result>,
): Promise<Result | undefined> {
  const cancel = { cancelled: false };
  let report: (done: number) => void = () => undefined;
  let rested = clock.now();
  const working = work({
    cancel,
    async rest(done) {
      if (clock.now() - rested < slice) return;
      report(done);
      await new Promise<void>((resolve) => void clock.after(0, resolve));
      rested = clock.now();
    },
  });
  const isLong = await Promise.race([
    working.then(() => false),
    new Promise<true>((resolve) => void clock.after(patience, () => resolve(true))),
  ]);
  if (!isLong) return working;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let shown = 0;
      report = (done) => {
        progress.report({ increment: 100 * (done - shown) });
        shown = done;
      };
      const stops: vscode.Disposable[] = [];
      const stopped = new Promise<undefined>((resolve) => {
        const stop = (): void => {
          cancel.cancelled = true;
          resolve(undefined);
        };
        stops.push(token.onCancellationRequested(stop));
      });
      return Promise.race([working, stopped]).finally(() => stops.forEach((stop) => void stop.dispose()));
    },
  );
}
