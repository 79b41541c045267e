/** The messages between a host and its checker worker. Both sides parse what they receive (messages.ts). */
import type { KnownFinding } from '../baseline/model.ts';
import type { CheckedDocument, FileKind } from '../model.ts';
import type { SettingsLayer } from '../config.ts';
import type { Place, PlacesAsked, PlacesFound } from '../ports.ts';

/** A configuration file that applies to a document. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  /** The document that is checked, as seen from the file's folder, with `/`: the globs of `overrides` are asked about it. */
  readonly document: string;
}

/** Everything a check depends on; the worker reads nothing else. */
export interface CheckRequest {
  readonly uri: string;
  readonly version: number;
  readonly kind: FileKind;
  readonly text: string;
  /** What the host's own settings say (the weakest layer above the defaults). */
  readonly settings: SettingsLayer;
  /** The configuration files that apply: the nearest, then what it extends. */
  readonly configFiles: readonly ConfigFile[];
  /** Of a configuration file: why what it extends cannot be had, which only the host knows. */
  readonly extendsProblem?: string | undefined;
  /** What the baseline knows of the document; without one, everything is new. */
  readonly baseline?: readonly KnownFinding[] | undefined;
  /** Where the document stands; absent for a text that is no file of a workspace: then no file is looked for. */
  readonly place?: Place | undefined;
  /** The text is a part of a page, such as a notebook's cell: what it points to may stand in another part. */
  readonly isPart?: boolean | undefined;
  /** The document is one of many, and will not be asked about again soon: nothing of it is remembered. */
  readonly isOnce?: boolean | undefined;
}

/** A script that the worker loads when it is first needed; only the host knows where it is. */
export const checkerParts = ['mermaid11'] as const;
export type CheckerPart = (typeof checkerParts)[number];

/** How many paths one message may hold. */
export const mostPlaces = 1_000;

/** One question of the worker about its workspace, by a number of its own. */
export interface Look extends PlacesAsked {
  readonly id: number;
}

export type ToChecker =
  | {
      readonly type: 'check';
      readonly seq: number;
      readonly request: CheckRequest;
      readonly tooSlow: readonly string[];
    }
  | { readonly type: 'cancel'; readonly seq: number }
  /** The script that was wanted. */
  | { readonly type: 'part'; readonly part: CheckerPart; readonly source: string }
  | { readonly type: 'no-part'; readonly part: CheckerPart; readonly problem: string }
  /** The answer to `look`; empty when the host could not look in time. */
  | ({ readonly type: 'found'; readonly id: number } & PlacesFound)
  /** Something appeared at these paths of a workspace folder, changed, or went. */
  | { readonly type: 'forget'; readonly root: string; readonly changed: readonly string[] };

export type FromChecker =
  /** Mermaid is loaded; its version. */
  | { readonly type: 'ready'; readonly mermaid: string }
  /** The worker needs a script; answered by `part` or `no-part`. */
  | { readonly type: 'wants'; readonly part: CheckerPart }
  /** The worker wants to know about files; answered by `found`. */
  | ({ readonly type: 'look' } & Look)
  /** For the host's log only. */
  | { readonly type: 'log'; readonly message: string }
  /** Mermaid starts on a diagram; silence for longer than the budget after this means it hangs. */
  | { readonly type: 'parsing'; readonly seq: number; readonly key: string }
  | { readonly type: 'parsed'; readonly seq: number; readonly key: string }
  | { readonly type: 'checked'; readonly seq: number; readonly document: CheckedDocument }
  | { readonly type: 'cancelled'; readonly seq: number }
  | { readonly type: 'failed'; readonly seq: number; readonly problem: string };
