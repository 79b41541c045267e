/** Runs the suite in the extension host of a desktop VS Code. */
import { setTimeout } from 'node:timers/promises';
import { startDesktop } from './desktop.ts';
import type { Desktop } from './desktop.ts';
import { linePrefix } from './hostRun.ts';
import type { HostSuite } from './hostRun.ts';

/** Milliseconds for the whole suite. */
const patience = 10 * 60_000;

/** Runs the suite to its end; rejects when VS Code does not start or does not end. */
export const runInDesktop = async (desktop: Desktop, suite: HostSuite): Promise<void> => {
  const running = await startDesktop(desktop, {
    args: [suite.workspace, `--extensionTestsPath=${suite.tests}`],
    extension: suite.extension,
    invisible: true,
    onLine: (line) => {
      const start = line.indexOf(linePrefix);
      if (start >= 0) suite.say(line.slice(start + linePrefix.length));
    },
  });
  const watchdog = new AbortController();
  try {
    const ended = await Promise.race([
      running.exited.then(() => true),
      setTimeout(patience, false, { signal: watchdog.signal }),
    ]);
    if (!ended) throw new Error(`the tests did not end in ${patience / 60_000} minutes\n${running.output()}`);
  } finally {
    watchdog.abort();
    await running.stop();
  }
};
