/** What the protocol's side and the tools' side of the MCP server agree on. */
import type { Answer, ToolWords } from '../../core/agents/tool.ts';

export interface ServedTool extends ToolWords {
  /** `roots` are the absolute folders that the client works on; empty where it names none. */
  run(args: unknown, roots: readonly string[]): Promise<Answer>;
}

export interface Served {
  readonly version: string;
  readonly tools: readonly ServedTool[];
}
