/** What the runner tells the suite inside VS Code: a file in the workspace, since the environment may not reach it. */

/** Where the file lies in the workspace folder that is opened. */
export const hostRunFile = '.vscode/host-run.json';

export interface HostRun {
  /** The absolute path of the file that receives mocha's JSON. */
  readonly resultFile: string;
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
}

/** The suite's lines start with this, so that the runner tells them from what VS Code itself logs. */
export const linePrefix = '[tests] ';

/** What a suite needs to run in some VS Code. Paths are absolute. */
export interface HostSuite {
  readonly workspace: string;
  readonly extension: string;
  readonly tests: string;
  /** Hears the lines that the suite prints. */
  readonly say: (line: string) => void;
}

/** Runs a suite in some VS Code; settles when VS Code has ended. The result file tells how it went. */
export type RunInHost = (suite: HostSuite) => Promise<void>;
