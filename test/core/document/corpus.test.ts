import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parseDocument } from '../../../core/document/parse.ts';
import type { DocumentModel } from '../../../core/document/model.ts';
import { assertSound } from './invariants.ts';

const shared = join(import.meta.dirname, '../../../../shared');

/** The Markdown pages below `folder` of the shared folder; none where there is no such folder. */
function pagesOf(folder: string): { readonly path: string; readonly text: string }[] {
  try {
    const paths = readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' });
    const pages = paths.filter((path) => path.endsWith('.md')).sort();
    return pages.map((path) => ({ path, text: readFileSync(join(shared, folder, path), 'utf8') }));
  } catch {
    return [];
  }
}

const diagramsOf = (model: DocumentModel) => model.blocks.filter((block) => block.kind === 'diagram');

/** Counts by lines alone: a fence opens, and the next line of at least as many of its characters closes it. */
function countMermaidFences(text: string): number {
  let count = 0;
  let open: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const fence = /^[ >]*(`{3,}|~{3,})\s*(\S*)/.exec(line);
    if (fence === null) continue;
    const [, marker = '', word = ''] = fence;
    if (open === undefined) {
      open = marker;
      if (/^\{?\.?mermaid\b/i.test(word)) count++;
    } else if (word === '' && marker.startsWith(open)) {
      open = undefined;
    }
  }
  return count;
}

describe('real pages', () => {
  for (const folder of ['corpus', 'samples']) {
    describe(folder, () => {
      const pages = pagesOf(folder);

      it('have every part at its exact place', function () {
        if (pages.length === 0) skip(this, folder);
        for (const { path, text } of pages) {
          const model = parseDocument(text, 'markdown');
          assert.doesNotThrow(() => assertSound(model), path);
        }
      });

      it('have the same diagrams with either line ending', function () {
        if (pages.length === 0) skip(this, folder);
        for (const { path, text } of pages) {
          const unix = parseDocument(text.replaceAll('\r\n', '\n'), 'markdown');
          const windows = parseDocument(text.replace(/\r?\n/g, '\r\n'), 'markdown');
          const textsOf = (model: DocumentModel): string[] => diagramsOf(model).map((diagram) => diagram.text);
          assert.deepEqual(textsOf(windows), textsOf(unix), path);
        }
      });

      it('have as many diagrams as a count of their fences says', function () {
        if (pages.length === 0) skip(this, folder);
        let total = 0;
        for (const { path, text } of pages) {
          const diagrams = diagramsOf(parseDocument(text, 'markdown'));
          assert.equal(diagrams.length, countMermaidFences(text), path);
          total += diagrams.length;
        }
        assert.ok(total > 0);
      });
    });
  }

  it('are counted by a rule that can tell a diagram from a fence around one', () => {
    assert.equal(countMermaidFences('````\n```mermaid\n```\n````\n```mermaid\n```\n'), 1);
  });
});

function skip(context: Mocha.Context, folder: string): never {
  console.log(`skipped: no pages in ../shared/${folder}`);
  context.skip();
}
