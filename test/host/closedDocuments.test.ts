/** What is asked of the checker of closed pages, and what is not: with a checker that counts, inside a real VS Code. */
import assert from 'node:assert/strict';
import { unlinkSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { CheckRequest } from '../../core/checking/protocol.ts';
import type { CheckedDocument, Finding } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import { ToldPlaces } from '../../core/workspace/toldPlaces.ts';
import { Baselines } from '../../extension/baselines.ts';
import { systemClock as clock } from '../../extension/clock.ts';
import { ConfigFiles } from '../../extension/configFiles.ts';
import { CheckedDocuments } from '../../extension/documents.ts';
import { ReferredFiles } from '../../extension/referredFiles.ts';
import { Settings } from '../../extension/settings.ts';
import { registerCheckOnOpen } from '../../extension/workspace/checkOnOpen.ts';
import { ClosedDocuments } from '../../extension/workspace/closedDocuments.ts';
import { workspaceFolder } from './helpers.ts';
import { makeSet } from './workspaceSet.ts';

const silent: Log = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
const page = (words: string): string => `# Page\n\n${words}\n\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n`;

/** Counts what it is asked, and finds a fault where a page says so; a page looks at its folder, and at `told.md` in it. */
class CountingChecker {
  readonly asked: string[] = [];
  readonly #told: ToldPlaces;

  constructor(told: ToldPlaces) {
    this.#told = told;
  }

  async check({ uri, version, kind, text, place }: CheckRequest): Promise<CheckedDocument> {
    this.asked.push(uri.slice(uri.lastIndexOf('/') + 1, uri.lastIndexOf('#')));
    assert(place !== undefined);
    const { root, path } = place;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const pages = [`${folder}/told.md`];
    await this.#told.look({ root, folders: [folder], pages });
    const finding: Finding = {
      rule: 'DG010',
      alias: 'unquoted-label',
      gate: 'renders',
      severity: 'error',
      message: 'wrong',
      span: { start: 0, end: 1 },
      fixes: [],
      related: [],
    };
    const findings = text.includes('wrong') ? [finding] : [];
    return { ...{ uri, version, kind, findings }, diagrams: [], gates: [], score: 100, lookedAt: [folder, ...pages] };
  }

  forget(): void {
    // It asks each time.
  }

  rest(): void {
    // It has no thread.
  }

  /** What it was asked since this was asked last. */
  take(): readonly string[] {
    return this.asked.splice(0).sort();
  }
}

describe('the checks of closed pages', () => {
  const never = new vscode.CancellationTokenSource().token;
  const ignore = { report: () => undefined };
  let owned: vscode.Disposable[];
  let folder: vscode.Uri;
  let checker: CountingChecker;
  let closed: ClosedDocuments;
  let settings: Settings;
  let shown: vscode.DiagnosticCollection;

  beforeEach(async () => {
    folder = await makeSet({
      'a.md': page('right'),
      'b.md': page('wrong'),
      'c.md': page('right'),
      'told.md': '# Told\n',
    });
    const own = <Part extends vscode.Disposable>(part: Part): Part => {
      owned.push(part);
      return part;
    };
    owned = [];
    settings = own(new Settings());
    const referredFiles = own(new ReferredFiles(silent));
    const told = new ToldPlaces(referredFiles, clock);
    checker = new CountingChecker(told);
    const surroundings = {
      ...{ settings, referredFiles, clock, log: silent },
      ...{ configFiles: own(new ConfigFiles(silent)), baselines: own(new Baselines(silent)) },
    };
    const documents = own(new CheckedDocuments({ checker, ...surroundings }));
    shown = own(vscode.languages.createDiagnosticCollection('closed pages'));
    closed = own(new ClosedDocuments({ checker, told, documents, diagnostics: shown, ...surroundings }));
  });
  afterEach(async () => {
    vscode.Disposable.from(...owned.reverse()).dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const check = (cancel = never): Promise<unknown> => closed.checkBelow([folder], ignore, cancel);

  it('ask nothing again about what is as it was', async () => {
    await check();
    assert.deepEqual(checker.take(), ['a.md', 'b.md', 'c.md']);
    const results = ['a.md', 'b.md', 'c.md'].map((name) => closed.get(at(name)));
    await check();
    await closed.checkAll(ignore, never);
    assert.deepEqual(
      checker.take().filter((name) => ['a.md', 'b.md', 'c.md'].includes(name)),
      [],
    );
    assert.deepEqual(
      ['a.md', 'b.md', 'c.md'].map((name) => closed.get(at(name))),
      results,
    );
    assert.equal(shown.get(at('b.md'))?.length, 1);
  });

  it('ask at once about a text that changed, before anybody was told', async () => {
    await check();
    checker.take();
    writeFileSync(at('a.md').fsPath, page('wrong'));
    await check();
    assert.ok(checker.take().includes('a.md'));
    assert.equal(closed.get(at('a.md'))?.findings.length, 1);
    assert.equal(shown.get(at('a.md'))?.length, 1);
  });

  it('ask again about pages that look at what changed: a page, a folder', async () => {
    await check();
    checker.take();
    writeFileSync(at('told.md').fsPath, '# Told otherwise\n');
    await check();
    for (const name of ['a.md', 'b.md', 'c.md']) assert.ok(checker.asked.includes(name), name);
    await check();
    checker.take();
    unlinkSync(at('told.md').fsPath);
    await check();
    for (const name of ['a.md', 'b.md', 'c.md']) assert.ok(checker.asked.includes(name), name);
  });

  it('ask again about pages of another configuration', async () => {
    await check();
    checker.take();
    writeFileSync(at('.diagram-gates.json').fsPath, '{ "profile": "off" }');
    await new Promise<void>((resolve) => {
      const subscription = closed.onDidChange((uri) => {
        if (uri.toString() !== at('c.md').toString()) return;
        subscription.dispose();
        resolve();
      });
    });
    assert.ok(checker.asked.includes('c.md'));
  });

  it('show again what somebody took away', async () => {
    await check();
    checker.take();
    shown.clear();
    await check();
    assert.deepEqual(checker.take(), ['b.md']);
    assert.equal(shown.get(at('b.md'))?.length, 1);
  });

  it('keep what was found by then when they are cancelled, and go on from there', async () => {
    // More than are read at once.
    const names = Array.from({ length: 12 }, (_, number) => `many-${10 + number}.md`);
    for (const name of names) writeFileSync(at(name).fsPath, page('right'));
    const cancel = new vscode.CancellationTokenSource();
    const stopAfterOne = { report: () => cancel.cancel() };
    await closed.checkBelow([folder], stopAfterOne, cancel.token);
    const first = checker.take();
    assert.ok(first.length >= 1 && first.length < names.length, first.join());
    for (const name of first) assert.ok(closed.get(at(name)) !== undefined, name);
    await check();
    assert.deepEqual([...first, ...checker.take()].sort(), ['a.md', 'b.md', 'c.md', ...names]);
  });

  it('are of the whole workspace only when nobody cancelled', async () => {
    const cancel = new vscode.CancellationTokenSource();
    await closed.checkAll({ report: () => cancel.cancel() }, cancel.token);
    assert.equal(closed.isWhole, false);
    assert.ok(closed.results.length > 0);
    await closed.checkAll(ignore, never);
    assert.equal(closed.isWhole, true);
  });

  it('begin by themselves where the setting asks for it, and not before', async () => {
    const configuration = vscode.workspace.getConfiguration('diagramGates', workspaceFolder());
    owned.push(registerCheckOnOpen(closed, settings));
    assert.deepEqual(checker.take(), []);
    const isChecked = new Promise<void>((resolve) => {
      owned.push(
        closed.onDidChange((uri) => {
          if (uri.toString() === at('c.md').toString()) resolve();
        }),
      );
    });
    await configuration.update('workspace.check', 'onOpen', vscode.ConfigurationTarget.Workspace);
    try {
      await isChecked;
    } finally {
      await configuration.update('workspace.check', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
