/** What the protocol's side and the tools' side of the MCP server agree on. */

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

export interface ServedTool extends ToolWords {
  run(args: unknown): Promise<Answer>;
}

export interface Served {
  readonly version: string;
  readonly tools: readonly ServedTool[];
}
