/** The folders that a client works on, by the protocol's `roots`: asked when they are first needed, and again when they change. */
import { fileURLToPath } from 'node:url';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

/** A client that does not answer is as good as one that names none, in milliseconds. */
const patience = 10_000;

export class ClientRoots {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see serve.ts
  readonly #server: Server;
  #known: Promise<readonly string[]> | undefined;

  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see serve.ts
  constructor(server: Server) {
    this.#server = server;
    server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
      this.#known = undefined;
    });
  }

  /** Absolute folders, in the client's order; none where it names none. */
  folders(): Promise<readonly string[]> {
    this.#known ??= this.#ask().catch(() => {
      // It may be able to tell the next time.
      this.#known = undefined;
      return [];
    });
    return this.#known;
  }

  async #ask(): Promise<readonly string[]> {
    if (this.#server.getClientCapabilities()?.roots === undefined) return [];
    const { roots } = await this.#server.listRoots(undefined, { timeout: patience });
    return roots.flatMap(({ uri }) => folderAt(uri) ?? []);
  }
}

function folderAt(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Of another scheme, or of another machine.
    return undefined;
  }
}
