/**
 * Picture and text know each other: of every diagram type, each part of the text is marked in the picture when the cursor is
 * there, and a click on what is marked finds the text again.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { findPart, partsOf } from '../../core/linking/parts.ts';
import { nameOfType } from '../../core/mermaid/typeName.ts';
import type { ShellToHost } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/paths.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

/** As docs/preview.md says. What is left of 100 % are parts that the picture does not show, or shows twice alike. */
const linkedTypes = [
  ...['flowchart-v2', 'flowchart-elk', 'swimlane', 'sequence', 'classDiagram', 'stateDiagram', 'er', 'requirement'],
  ...['architecture', 'block', 'c4', 'mindmap', 'kanban', 'gantt', 'timeline', 'journey', 'pie', 'quadrantChart'],
  ...['radar', 'sankey', 'treemap', 'railroad', 'railroadEbnf', 'railroadAbnf', 'railroadPeg'],
  ...['agentflow', 'cynefin', 'eventmodeling', 'gitGraph', 'ishikawa', 'packet', 'treeView', 'usecase', 'venn'],
  ...['wardley', 'xychart'],
];
const linkedShare = 0.9;

interface Linked {
  parts: number;
  marked: number;
  foundAgain: number;
  readonly missed: string[];
}

describe('preview: links between picture and text', function () {
  this.timeout(300_000);
  let browser: Browser;
  let server: PreviewServer;
  let preview: Preview;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
    preview = await Preview.open(browser, server);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  /** Marks the parts with these names and clicks the first of them; gives what the shell asked for. */
  const markAndClick = async (
    name: string,
    names: readonly string[],
  ): Promise<{ readonly marked: number; readonly asked: Extract<ShellToHost, { type: 'revealPart' }> | undefined }> => {
    await preview.moveTo(0, name, names);
    const before = preview.posted.length;
    const marked = await preview.page.evaluate(() => {
      const tree = document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot;
      const found = [...(tree?.querySelectorAll('[data-marked]') ?? [])];
      found[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return found.length;
    });
    if (marked === 0) return { marked, asked: undefined };
    const asked = await preview.saidSince('revealPart', before);
    return { marked, asked };
  };

  it('are there for the parts of every type that allows them', async () => {
    const linked = new Map<string, Linked>();
    for (const { id, text, type } of readSamples()) {
      const parts = partsOf({ text, type });
      if (parts.length === 0) continue;
      const name = `${id.replace(/\W/g, '-')}.md`;
      if ((await preview.show([{ text, type }], 0, name)).failures.length > 0) continue;
      const counts = linked.get(type) ?? { parts: 0, marked: 0, foundAgain: 0, missed: [] };
      linked.set(type, counts);
      for (const part of parts) {
        const names = part.owner === undefined ? part.names : [part.owner];
        const { marked, asked } = await markAndClick(name, names);
        counts.parts += 1;
        if (marked > 0) counts.marked += 1;
        const isFound = part.owner !== undefined || (asked !== undefined && findPart(parts, asked.names) === part);
        if (marked > 0 && isFound) counts.foundAgain += 1;
        else counts.missed.push(`${id}: ${part.names[0] ?? ''}`);
      }
    }
    const share = (type: string): number => {
      const counts = linked.get(type);
      assert.ok(counts !== undefined, `${type} was not tried`);
      return counts.foundAgain / counts.parts;
    };
    const poor = (types: readonly string[], least: number): readonly string[] =>
      types
        .filter((type) => share(type) < least)
        .map((type) => `${type}: ${linked.get(type)?.missed.join(', ') ?? ''}`);
    assert.deepEqual(poor(linkedTypes, linkedShare), []);
    assert.deepEqual([...linked.keys()].sort(), [...linkedTypes].sort(), 'no type is forgotten');
  });

  it('are promised for these types, and no others', async () => {
    const page = await readFile(path.join(projectRoot, 'docs/preview.md'), 'utf8');
    const table = /\| diagram \| linked \|\n.*\n((?:\|.*\n)+)/.exec(page)?.[1] ?? '';
    const promised = table.split('\n').flatMap((line) => line.split('|')[1]?.split(',') ?? []);
    const names = new Set(linkedTypes.map((type) => nameOfType(type)));
    assert.deepEqual(promised.map((name) => name.trim()).toSorted(), [...names].toSorted());
  });

  it('mark nothing where nothing has such a name, and lose the mark when the cursor leaves', async () => {
    await preview.show([{ text: 'flowchart LR\n  a[One] --> b[Two]', type: 'flowchart-v2' }], 0, 'two.md');
    assert.equal((await markAndClick('two.md', ['node:zzz'])).marked, 0);
    assert.equal((await markAndClick('two.md', ['node:b'])).marked, 1);
    assert.equal((await markAndClick('two.md', [])).marked, 0);
  });

  it('ask for everything that speaks of a part where Alt is held', async () => {
    await preview.show([{ text: 'flowchart LR\n  a[One] --> b[Two]', type: 'flowchart-v2' }], 0, 'alt.md');
    const before = preview.posted.length;
    await preview.page
      .locator('.figure:not([hidden]) .node')
      .first()
      .click({ modifiers: ['Alt'] });
    const asked = await preview.saidSince('revealPart', before);
    assert.equal(asked.all, true);
    assert.ok(asked.names.includes('node:a'));
  });

  it('are said anew with each page: a mark never outlives its text', async () => {
    await preview.show([{ text: 'flowchart LR\n  a[One] --> b[Two]', type: 'flowchart-v2' }], 0, 'edit.md');
    await preview.moveTo(0, 'edit.md', ['node:b']);
    await preview.show([{ text: 'flowchart LR\n  a[One] --> b[Two, 40 ms]', type: 'flowchart-v2' }], 0, 'edit.md');
    const after = await preview.page.evaluate(
      () =>
        document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot?.querySelectorAll('[data-marked]').length,
    );
    assert.equal(after, 0);
  });
});
