/** How long an agent waits for a check: the first call of a server, and the next ones. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { projectRoot } from '../support/paths.ts';

export interface AgentTimes {
  /** Milliseconds: the first call, and the middle of ten more with other texts. */
  readonly first: number;
  readonly next: number;
}

/** Undefined where the server is not built. */
export async function measureAgents(text: string): Promise<AgentTimes | undefined> {
  const program = path.join(projectRoot, 'dist/cli.mjs');
  if (!existsSync(path.join(projectRoot, 'dist/mcp.mjs'))) return undefined;
  const client = new Client({ name: 'bench', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'] }));
  try {
    const call = async (round: number): Promise<number> => {
      const start = performance.now();
      await client.callTool({ name: 'check', arguments: { text: `${text}\n<!-- ${round} -->\n` } });
      return performance.now() - start;
    };
    const first = await call(0);
    const times: number[] = [];
    for (let round = 1; round <= 10; round += 1) times.push(await call(round));
    return { first, next: times.sort((a, b) => a - b)[5] ?? Number.NaN };
  } finally {
    await client.close();
  }
}
