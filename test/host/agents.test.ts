/** The tools for language models, asked for as a chat would: the same names and verdicts as those of the MCP server. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { tools } from '../../core/agents/tools.ts';
import { brokenLine, brokenPage, repairedLine, workspaceFolder } from './helpers.ts';
import { makeSet } from './workspaceSet.ts';

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly findings: readonly { readonly alias: string; readonly line: number; readonly fixable: boolean }[];
  }[];
}

async function ask(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`diagram-gates_${name}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('tools for language models', () => {
  let folder: vscode.Uri;

  before(async () => {
    folder = await makeSet({ 'docs/broken.md': brokenPage, 'docs/text.md': '# Nothing\n' });
    const outside = path.join(workspaceFolder().fsPath, '..', `outside-${path.basename(folder.fsPath)}.md`);
    await vscode.workspace.fs.writeFile(vscode.Uri.file(outside), new TextEncoder().encode(brokenPage));
    symlinkSync(outside, path.join(folder.fsPath, 'docs/leads-out.md'));
  });
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    const outside = path.join(workspaceFolder().fsPath, '..', `outside-${path.basename(folder.fsPath)}.md`);
    await vscode.workspace.fs.delete(vscode.Uri.file(outside));
  });

  it('are those of the MCP server, with the same schemas', () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('diagram-gates_'));
    assert.deepEqual(
      ours.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })).sort(byName),
      tools
        .map(({ name, description, schema }) => ({ name: `diagram-gates_${name}`, description, inputSchema: schema }))
        .sort(byName),
    );
  });

  it('check texts and files of the workspace, with one verdict', async () => {
    const name = `${vscode.workspace.asRelativePath(folder)}/docs/broken.md`;
    const given = JSON.parse(await ask('check', { text: brokenPage, name })) as Report;
    const file = JSON.parse(await ask('check', { paths: [name] })) as Report;
    assert.deepEqual(file.documents, given.documents);
    assert.deepEqual(
      given.documents[0]?.findings.map(({ alias, line, fixable }) => [alias, line, fixable]),
      [['unquoted-label', 7, true]],
    );
  });

  it('say of a folder what they did not read, and never look outside of the workspace', async () => {
    const docs = `${vscode.workspace.asRelativePath(folder)}/docs`;
    await assert.rejects(ask('check', { paths: [docs] }), /leads-out\.md: a link/);
    for (const name of ['../outside.md', '/etc/hosts.md', `${docs}/../../../outside.md`]) {
      await assert.rejects(ask('check', { paths: [name] }), /lies outside of the workspace/);
      await assert.rejects(ask('fix', { text: brokenPage, name }), /lies outside of the workspace/);
    }
  });

  it('repair a text and write nothing', async () => {
    const { text, fixed } = JSON.parse(await ask('fix', { text: brokenPage })) as { text: string; fixed: unknown[] };
    assert.equal(text, brokenPage.replace(brokenLine, repairedLine));
    assert.equal(fixed.length, 1);
  });

  it('give patterns, make diagrams from data, explain rules', async () => {
    assert.match(await ask('list_patterns', {}), /"id": "cost-breakdown"/);
    assert.match(
      await ask('insert_pattern', { id: 'cost-breakdown', values: { system: 'Search' } }),
      /^## Search: cost in/,
    );
    const text =
      '14:02 UTC: error rate of checkout at 38%\n14:09 UTC: on-call paged\n14:41 UTC: rolled back, resolved\n';
    assert.match(await ask('from_source', { text, kind: 'auto', name: 'incident.txt' }), /```mermaid\n/);
    assert.match(await ask('explain_rule', { rule: 'DG010' }), /^DG010 unquoted-label \(error, can be fixed\)/);
    await assert.rejects(ask('explain_rule', { rule: 'DG999' }), /there is no rule DG999/);
  });
});

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
