/** What the core needs from its surroundings. Adapters in checker/, extension/ and cli/ implement these. */
import type { Span } from './model.ts';

/** Says whether the caller still wants the answer; asked between units of work. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** What Mermaid's parser said is wrong, at a place in the diagram text it was given. */
export interface ParserFault {
  /** The parser's own words in one or more lines, with entities decoded and without the source excerpt. */
  readonly message: string;
  /** The offending token, or the nearest place known, as offsets into the diagram's text. */
  readonly span: Span;
  /** The offending text as the parser reports it; empty at the end of the input. */
  readonly found: string | undefined;
  /** The tokens the parser would have accepted. */
  readonly expected: readonly string[];
}

export type OracleVerdict =
  | { readonly renders: true; readonly type: string }
  | {
      readonly renders: false;
      readonly type: string | undefined;
      readonly faults: readonly [ParserFault, ...ParserFault[]];
    };

/** Mermaid's own parser. One call at a time: the parser keeps process-wide configuration. */
export interface Oracle {
  /** Mermaid's version, such as `12.3.0`. */
  readonly version: string;
  parse(text: string): Promise<OracleVerdict>;
}

/** Where a document stands among the files of its workspace. */
export interface Place {
  /** The workspace folder, by the host's own name for it. */
  readonly root: string;
  /** The document's path from there, with `/`. */
  readonly path: string;
}

/** Folders and Markdown files somebody wants to know about; paths are as in core/workspace/paths.ts. */
export interface PlacesAsked {
  readonly root: string;
  readonly folders: readonly string[];
  readonly pages: readonly string[];
}

/** The names in a folder. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** The text of the folder's `.gitignore`, where it has one. */
  readonly ignores?: string | undefined;
}

/** What was found; places that are left out could not be looked at. */
export interface PlacesFound {
  /** `content` is undefined where there is no such folder. */
  readonly folders: readonly { readonly path: string; readonly content: FolderListing | undefined }[];
  /** `text` is undefined where it cannot be read. */
  readonly pages: readonly { readonly path: string; readonly text: string | undefined }[];
}

/** Looks at files of a workspace, and never at any outside of it. */
export interface Workspace {
  look(asked: PlacesAsked): Promise<PlacesFound>;
}

/** Timers that tests can advance by hand. Delays are in milliseconds. */
export interface Clock {
  /** Milliseconds since an arbitrary origin, never going back. */
  now(): number;
  /** Runs `callback` once after `delay`; the returned function cancels it. */
  after(delay: number, callback: () => void): () => void;
}

/** A started worker, whatever the host's kind of worker is. Messages are structured-cloned. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The worker ended or failed by itself. */
  onExit(listener: (problem: string) => void): void;
  terminate(): void;
}

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
