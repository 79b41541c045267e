/** The messages between a host and its checker worker. Both sides parse what they receive (messages.ts). */
import type { KnownFinding } from '../baseline/model.ts';
import type { CheckedDocument, FileKind } from '../model.ts';
import type { SettingsLayer } from '../config.ts';

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
}

/** A script that the worker loads when it is first needed; only the host knows where it is. */
export const checkerParts = ['mermaid11'] as const;
export type CheckerPart = (typeof checkerParts)[number];

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
  | { readonly type: 'no-part'; readonly part: CheckerPart; readonly problem: string };

export type FromChecker =
  /** Mermaid is loaded; its version. */
  | { readonly type: 'ready'; readonly mermaid: string }
  /** The worker needs a script; answered by `part` or `no-part`. */
  | { readonly type: 'wants'; readonly part: CheckerPart }
  /** For the host's log only. */
  | { readonly type: 'log'; readonly message: string }
  /** Mermaid starts on a diagram; silence for longer than the budget after this means it hangs. */
  | { readonly type: 'parsing'; readonly seq: number; readonly key: string }
  | { readonly type: 'parsed'; readonly seq: number; readonly key: string }
  | { readonly type: 'checked'; readonly seq: number; readonly document: CheckedDocument }
  | { readonly type: 'cancelled'; readonly seq: number }
  | { readonly type: 'failed'; readonly seq: number; readonly problem: string };
