/** The MCP server over standard input and output; a bundle of its own, which only `diagram-gates mcp` loads. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { ClientRoots } from './roots.ts';
import type { Served } from './served.ts';

/** Resolves when the client has gone. */
export async function serve({ version, tools }: Served): Promise<void> {
  // The newer class wants its schemas in a language of its own; ours are JSON schemas, as the protocol has them.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const server = new Server({ name: 'diagram-gates', version }, { capabilities: { tools: {} } });
  const roots = new ClientRoots(server);
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, schema }) => ({ name, description, inputSchema: { ...schema } })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    const answer =
      tool === undefined
        ? { text: `there is no tool ${params.name}`, failed: true }
        : await tool.run(params.arguments, await roots.folders()).catch((problem: unknown) => ({
            text: problem instanceof Error ? problem.message : String(problem),
            failed: true,
          }));
    return { content: [{ type: 'text', text: answer.text }], isError: answer.failed === true };
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
