/** The MCP server, spoken to by the official client over the program's own standard input and output. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { eventually } from '../support/eventually.ts';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { runProcess } from '../support/processes.ts';

const broken = '# Orders\n\n```mermaid\nflowchart LR\n  api[API (v2)] --> db[(Orders, 2 TB)]\n```\n';
const repaired = broken.replace('API (v2)', '"API (v2)"');

interface Report {
  readonly documents: readonly { readonly path: string; readonly findings: readonly { readonly alias: string }[] }[];
}

describe('diagram-gates mcp', function () {
  this.timeout(120_000);
  let root: string;
  let client: Client;

  before(async () => {
    const built = await runProcess(process.execPath, ['build.mjs', 'checker', 'cli', 'mcp'], { cwd: projectRoot });
    assert.equal(built.code, 0, built.output);
    root = await makeTemporaryFolder('mcp');
    mkdirSync(path.join(root, 'docs'));
    writeFileSync(path.join(root, 'docs/orders.md'), broken);
    client = new Client({ name: 'test', version: '1' });
    const args = [path.join(projectRoot, 'dist/cli.mjs'), 'mcp'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: root }));
  });
  after(async () => {
    await client.close();
    rmSync(root, { recursive: true, force: true });
  });

  const call = async (
    name: string,
    args: Record<string, unknown> = {},
  ): Promise<{ text: string; isError: boolean }> => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const [first] = content as readonly { readonly type: string; readonly text: string }[];
    assert.equal(first?.type, 'text');
    return { text: first.text, isError: isError === true };
  };

  it('lists its tools with their schemas', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['check', 'fix', 'list_patterns', 'insert_pattern', 'from_source', 'explain_rule'],
    );
    assert.ok(tools.every(({ description }) => (description ?? '').length > 20));
  });

  it('checks a text and files, with the same verdict', async () => {
    const given = JSON.parse((await call('check', { text: broken, name: 'docs/orders.md' })).text) as Report;
    const files = JSON.parse((await call('check', { paths: ['docs'] })).text) as Report;
    assert.deepEqual(files.documents, given.documents);
    assert.ok(given.documents[0]?.findings.some(({ alias }) => alias === 'unquoted-label'));
  });

  it('repairs a text and writes nothing', async () => {
    const answer = JSON.parse((await call('fix', { text: broken })).text) as { text: string; fixed: unknown[] };
    assert.equal(answer.text, repaired);
    assert.equal(answer.fixed.length, 1);
    const after = JSON.parse((await call('check', { paths: ['docs'] })).text) as Report;
    assert.ok(after.documents[0]?.findings.some(({ alias }) => alias === 'unquoted-label'));
  });

  it('gives patterns with values of one’s own, which pass', async () => {
    const list = JSON.parse((await call('list_patterns')).text) as { id: string; inputs: { name: string }[] }[];
    const cost = list.find(({ id }) => id === 'cost-breakdown');
    assert.ok(cost?.inputs.some(({ name }) => name === 'system'));
    const { text } = await call('insert_pattern', { id: 'cost-breakdown', values: { system: 'Search' } });
    assert.match(text, /^## Search: cost in/);
    const checked = JSON.parse((await call('check', { text })).text) as Report;
    assert.deepEqual(checked.documents[0]?.findings, []);
  });

  it('makes diagrams from data', async () => {
    const text =
      '14:02 UTC: error rate of checkout at 38%\n14:09 UTC: on-call paged\n14:41 UTC: rolled back, resolved\n';
    const made = await call('from_source', { text, kind: 'auto', name: 'incident.txt' });
    assert.equal(made.isError, false, made.text);
    assert.match(made.text, /```mermaid\n/);
  });

  it('explains rules', async () => {
    assert.match((await call('explain_rule', { rule: 'DG010' })).text, /^DG010 unquoted-label \(error, can be fixed\)/);
  });

  it('answers several calls at once, each its own', async () => {
    const texts = [broken, repaired, broken, repaired];
    const answers = await Promise.all(texts.map((text) => call('check', { text, name: 'docs/orders.md' })));
    assert.deepEqual(
      answers.map(({ text }) => text.includes('unquoted-label')),
      [true, false, true, false],
    );
  });

  it('works on the roots of its client, and follows when they change', async () => {
    const one = path.join(root, 'one');
    const two = path.join(root, 'two');
    for (const [folder, text] of [
      [one, broken],
      [two, repaired],
    ] as const) {
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'page.md'), text);
    }
    let roots = [one];
    const rooted = new Client({ name: 'test', version: '1' }, { capabilities: { roots: { listChanged: true } } });
    rooted.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: roots.map((folder) => ({ uri: pathToFileURL(folder).href })),
    }));
    const args = [path.join(projectRoot, 'dist/cli.mjs'), 'mcp'];
    await rooted.connect(new StdioClientTransport({ command: process.execPath, args, cwd: projectRoot }));
    const check = async (paths: readonly string[]): Promise<string> => {
      const { content } = await rooted.callTool({ name: 'check', arguments: { paths } });
      return (content as readonly { readonly text: string }[])[0]?.text ?? '';
    };
    const pathsIn = (text: string): readonly string[] =>
      (JSON.parse(text) as Report).documents.map((document) => document.path);
    try {
      const first = await check(['.']);
      assert.deepEqual(pathsIn(first), ['page.md']);
      assert.match(first, /unquoted-label/);
      assert.equal(await check([two]), `${two} lies outside of the roots of the client`);
      roots = [two, one];
      await rooted.sendRootsListChanged();
      const second = await check(['.']);
      assert.deepEqual(pathsIn(second), ['page.md']);
      assert.doesNotMatch(second, /unquoted-label/);
      assert.deepEqual(pathsIn(await check(['.', one])), ['../one/page.md', 'page.md']);
      assert.equal(await check([projectRoot]), `${projectRoot} lies outside of the roots of the client`);
    } finally {
      await rooted.close();
    }
  });

  it('ends by itself when its client goes', async () => {
    const args = [path.join(projectRoot, 'dist/cli.mjs'), 'mcp'];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.once('close', resolve));
    const ask = (id: number, method: string, params: object): void =>
      void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    ask(1, 'initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    ask(2, 'tools/call', { name: 'check', arguments: { text: broken } });
    await eventually('the answer', () => said.includes('"id":2') || undefined);
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  it('says what it cannot do, and goes on', async () => {
    const said: string[] = [];
    for (const [name, args] of [
      ['check', { paths: ['../..'] }],
      ['check', { text: broken, name: '/etc/passwd.md' }],
      ['check', { text: 7 }],
      ['insert_pattern', { id: 'none' }],
      ['insert_pattern', { id: 'cost-breakdown', values: { nothing: '1' } }],
      ['explain_rule', { rule: 'DG999' }],
    ] as const) {
      const { text, isError } = await call(name, args);
      assert.equal(isError, true);
      said.push(text);
    }
    assert.deepEqual(said, [
      '../.. lies outside of the working directory',
      '/etc/passwd.md lies outside of the working directory',
      'the arguments of check are not of its schema',
      'there is no pattern none: list_patterns has them',
      'cost-breakdown has no input nothing',
      'there is no rule DG999',
    ]);
    assert.equal((await call('explain_rule', { rule: 'syntax' })).isError, false);
  });
});
