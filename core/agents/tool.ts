/** What the tools for agents are made of, and what they need of whoever runs them. */
import type { RuleMeta } from '../gates/rule.ts';
import type { CheckedDocument, DocumentKind } from '../model.ts';

export interface Answer {
  readonly text: string;
  /** The tool could not do what was asked; `text` says why. */
  readonly failed?: true;
}

export interface ToolWords {
  readonly name: string;
  readonly description: string;
  /** The JSON schema of the arguments. */
  readonly schema: { readonly type: 'object'; readonly properties: object; readonly required?: readonly string[] };
}

export interface Tool extends ToolWords {
  /** `args` come from outside. */
  readonly run: (args: unknown, host: ToolHost) => Promise<Answer>;
}

/** A text that an agent hands over. */
export interface GivenDocument {
  readonly text: string;
  readonly kind: DocumentKind | undefined;
  /** Its path, from what the host calls the top. */
  readonly name: string | undefined;
}

/** A given text at its place among the files. */
export interface OpenedDocument {
  readonly path: string;
  check(text: string): Promise<CheckedDocument | undefined>;
  close(): Promise<void>;
}

export interface CheckedSet {
  /** As JSON. */
  readonly report: string;
  readonly problems: readonly string[];
}

/** The command line or the editor. Where it returns a text, that says why it does not do what is asked. */
export interface ToolHost {
  open(given: GivenDocument): Promise<OpenedDocument | string>;
  /** Files and folders; none of them outside of what the host is about. */
  checkPaths(paths: readonly string[]): Promise<CheckedSet | string>;
  findRule(name: string): Promise<RuleMeta | undefined>;
  /** The page of a rule, as Markdown. */
  readRulePage(alias: string): Promise<string>;
}
