import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { diagramLanguages, languageOf } from '../../../core/document/languages.ts';
import { LineTable } from '../../../core/document/lines.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { outlineOf } from '../../../core/patterns/outline.ts';

const isDiagram = (info: string): boolean => diagramLanguages().has(languageOf(info).toLowerCase());
const regions = (text: string) =>
  outlineOf(text.split('\n'), isDiagram).regions.map(({ kind, first, last }) => `${kind} ${first}-${last}`);

/** What the full reading of the page says, in the same words; indented code is none of the outline's business. */
function blocksOf(text: string): readonly string[] {
  const table = new LineTable(text);
  return parseDocument(text, 'markdown')
    .blocks.filter(({ kind }) => kind === 'diagram' || kind === 'code' || kind === 'front-matter')
    .filter(({ kind, span }) => kind !== 'code' || /^[`~]|^[-*+\d].*[`~]/.test(text.slice(span.start).trimStart()))
    .map(({ kind, span }) => `${kind} ${table.lineAt(span.start)}-${table.lineAt(Math.max(span.start, span.end - 1))}`);
}

describe('the outline of a page', () => {
  it('finds front matter, code and diagrams', () => {
    assert.deepEqual(regions('---\na: 1\n---\n\n```sh\nls\n```\n~~~ mermaid\npie\n~~~'), [
      'front-matter 0-2',
      'code 4-6',
      'diagram 7-9',
    ]);
  });

  it('takes a shorter fence and a fence of the other kind for content', () => {
    assert.deepEqual(regions('````md\n```\n~~~~\n````\n```'), ['code 0-3', 'code 4-4']);
  });

  it('ends a fence with its quote and its list item', () => {
    assert.deepEqual(regions('> ```\n> a\nb'), ['code 0-1']);
    assert.deepEqual(regions('- ```\n  a\nb'), ['code 0-1']);
    assert.deepEqual(regions('1. a\n\n   ```\n   b\n   ```\nc'), ['code 2-4']);
  });

  it('does not take indented code or a rule for a fence or front matter', () => {
    assert.deepEqual(regions('a\n\n    ```\n    b\n\n---\nc\n---'), []);
  });

  it('agrees with the full reading of every real page', function () {
    const corpus = path.resolve(import.meta.dirname, '../../../../shared');
    const pages = existsSync(corpus) ? globSync('{samples,corpus}/**/*.md', { cwd: corpus }) : [];
    if (pages.length === 0) {
      console.log('      skipped: no real pages beside the project');
      this.skip();
    }
    const disagreements = pages.filter((page) => {
      const text = readFileSync(path.join(corpus, page), 'utf8').replaceAll('\r\n', '\n');
      return regions(text).join('\n') !== blocksOf(text).join('\n');
    });
    assert.deepEqual(disagreements, []);
    assert.equal(pages.length > 100, true);
  });
});
