/** Runs the suite in the extension host of the VS Code server, with a headless browser as its window. */
import { launchBrowser } from './browser.ts';
import { linePrefix } from './hostRun.ts';
import type { HostSuite } from './hostRun.ts';
import { startServer } from './server.ts';

/** Milliseconds for the whole suite; a hang shows as a failure with VS Code's log. */
const patience = 10 * 60_000;

/** Runs the suite to its end; rejects when VS Code does not say in `most` milliseconds that it ended. */
export const runInServer = async (suite: HostSuite, most = patience): Promise<void> => {
  const server = await startServer();
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      // With its test driver on, VS Code in a browser tells these two functions what a desktop one prints and returns.
      await page.exposeFunction('codeAutomationLog', (_level: string, words: readonly unknown[]) => {
        const [first] = words;
        if (typeof first === 'string' && first.startsWith(linePrefix)) suite.say(first.slice(linePrefix.length));
      });
      const ended = new Promise<void>((resolve, reject) => {
        const hung = setTimeout(() => {
          reject(new Error(`the tests did not end in ${most / 60_000} minutes\n${server.output()}`));
        }, most);
        const end = (): void => {
          clearTimeout(hung);
          resolve();
        };
        page.exposeFunction('codeAutomationExit', end).catch(reject);
        page.once('crash', () => reject(new Error('the browser crashed')));
      });
      ended.catch(() => undefined);
      await page.goto(server.workbenchUrl({ folder: suite.workspace, extension: suite.extension, tests: suite.tests }));
      await ended;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
};
