/** Everything the command line touches besides files. */
import type { CheckerPart } from '../core/checking/protocol.ts';
import type { Clock, WorkerPort } from '../core/ports.ts';
import type { Served } from './mcp/served.ts';

export interface Surroundings {
  /** The arguments after the program's name. */
  readonly argv: readonly string[];
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: {
    write(text: string): void;
    /** Resolves when whoever reads what was written has kept up. */
    drained(): Promise<void>;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  /** The environment's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stderr: { write(text: string): void; readonly isTTY?: boolean };
  readonly clock: Clock;
  /** The day where the user is, such as `2026-11-20`. */
  readonly today: string;
  readonly version: string;
  /** Serves tools over standard input and output until the client goes. */
  serveTools(served: Served): Promise<void>;
  startChecker(): WorkerPort;
  /** Names this very checker, so that what another one found is not taken for its word; absent where nothing is to be kept. */
  readonly identifyChecker?: (() => Promise<string>) | undefined;
  /** The text of a script that the checker asks for. */
  readPart(part: CheckerPart): Promise<string>;
  /** The text of a file that the build puts beside the script of the isolated frame. */
  readAsset(name: string): Promise<string>;
  /** The page of a rule, as Markdown. */
  readRulePage(alias: string): Promise<string>;
}

export type ExitCode = 0 | 1 | 2;
