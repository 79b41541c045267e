/** *Check Workspace* says what the command line says of the same folder: about the same files, with the same words. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { main } from '../../cli/main.ts';
import { startNodeWorker } from '../../cli/nodeWorker.ts';
import { brokenDiagram, brokenPage, withSetting } from './helpers.ts';
import { findingsBelow, makeSet, whenFindings } from './workspaceSet.ts';

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly findings: readonly Readonly<
      Record<'rule' | 'severity' | 'message', string> & Record<'line' | 'column', number>
    >[];
  }[];
}

const vague =
  '# Seats\n\n```mermaid\nflowchart LR\n  desk[Booking desk] --> seats[(Seats, 2 TB)]\n```\n\nIt is highly scalable.\n';
const utf16 = Buffer.from(`\uFEFF${brokenPage}`, 'utf16le');

const files = {
  '.diagram-gates.json': '{ "profile": "standard" }',
  'broken.md': brokenPage,
  'SHOUTED.MD': brokenPage,
  'plain.md': '# No diagram\n',
  'diagram.mmd': brokenDiagram,
  'utf16.md': utf16,
  'binary.md': new Uint8Array([35, 32, 0, 1, 2, 3]),
  'windows.md': brokenPage.replaceAll('\n', '\r\n'),
  'vague.md': vague,
  'links.md': `${vague}\nSee [the other](gone.md) and [a heading](broken.md#no-such).\n`,
  'strict/.diagram-gates.json': '{ "profile": "strict" }',
  'strict/vague.md': vague,
  'syntax/.diagram-gates.json': '{ "profile": "syntax" }',
  'syntax/vague.md': vague,
  '.gitignore': 'made/\n!made/kept.md\ndraft-*.md\n',
  'made/ignored.md': brokenPage,
  'draft-one.md': brokenPage,
  'sub/.gitignore': '!draft-two.md\n',
  'sub/draft-two.md': brokenPage,
  'node_modules/theirs/readme.md': brokenPage,
};

describe('the workspace and the command line', () => {
  let folder: vscode.Uri;

  before(async () => {
    folder = await makeSet(files);
    symlinkSync(folder.fsPath, path.join(folder.fsPath, 'circle'));
    symlinkSync(path.join(folder.fsPath, 'broken.md'), path.join(folder.fsPath, 'linked.md'));
  });
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('find the same in the same folder', async () => {
    const root = vscode.extensions.getExtension('diagram-gates.diagram-gates')?.extensionPath ?? '';
    const { stdout, stderr } = await runCommandLine(root, folder.fsPath);
    assert.match(stderr, /binary\.md: this is a binary file/);
    const report = JSON.parse(stdout) as Report;
    const expected = report.documents
      .flatMap((document) =>
        document.findings.map(
          ({ line, column, severity, rule, message }) =>
            `${document.path}:${line}:${column} ${severity} ${rule} ${message}`,
        ),
      )
      .sort();
    for (const page of ['broken.md', 'SHOUTED.MD', 'diagram.mmd', 'utf16.md', 'linked.md', 'sub/draft-two.md'])
      assert.ok(
        expected.some((line) => line.startsWith(`${page}:`)),
        `the command line found something in ${page}`,
      );
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    assert.deepEqual(findingsBelow(folder), expected);
  });

  it('differ in what files.exclude hides, at once', async () => {
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    const before = findingsBelow(folder);
    const isHidden = (line: string): boolean => line.startsWith('sub/') || line.startsWith('links.md:');
    assert.ok(before.some(isHidden));
    await withSetting('files.exclude', { '**/sub': true, '**/links.md': true }, async () => {
      await whenFindings(folder, (lines) => !lines.some(isHidden));
      assert.deepEqual(
        findingsBelow(folder),
        before.filter((line) => !isHidden(line)),
      );
    });
    await whenFindings(folder, (lines) => lines.length === before.length);
    assert.deepEqual(findingsBelow(folder), before);
  });
});

async function runCommandLine(root: string, cwd: string): Promise<{ stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  await main({
    argv: ['check', '--format', 'json', '.'],
    cwd,
    stdin: process.stdin,
    stdout: { write: (text) => void (said.stdout += text), drained: () => Promise.resolve() },
    env: {},
    stderr: { write: (text) => void (said.stderr += text) },
    today: '2026-11-20',
    clock: {
      now: () => performance.now(),
      after: (delay, callback) => {
        const timer = setTimeout(callback, delay);
        return () => clearTimeout(timer);
      },
    },
    version: '0',
    serveTools: () => Promise.reject(new Error('nobody asks for tools')),
    startChecker: () => startNodeWorker(pathToFileURL(path.join(root, 'dist/checker.js'))),
    readRulePage: (alias) => readFile(path.join(root, `docs/gates/${alias}.md`), 'utf8'),
    readAsset: (name) => Promise.reject(new Error(`nobody draws ${name}`)),
    readPart: (part) => readFile(path.join(root, `dist/${part}.js`), 'utf8'),
  });
  return said;
}
