/** What the protocol's side and the tools' side of the MCP server agree on. */
import type { Answer, ToolWords } from '../../core/agents/tool.ts';

export interface ServedTool extends ToolWords {
  run(args: unknown): Promise<Answer>;
}

export interface Served {
  readonly version: string;
  readonly tools: readonly ServedTool[];
}
