import assert from 'node:assert/strict';
import { documentKind, fileKind, mayConcern } from '../../extension/ours.ts';

const nothingWritable = (): boolean => false;
const kind = (scheme: string, languageId: string, path: string): string | undefined =>
  documentKind({ scheme, languageId, path }, nothingWritable);

describe('which documents are ours', () => {
  it('takes Markdown and its relatives as Markdown', () => {
    for (const language of ['markdown', 'prompt', 'instructions', 'chatagent', 'skill', 'mdx']) {
      assert.equal(kind('file', language, '/a/page.md'), 'markdown', language);
    }
  });

  it('takes Mermaid by language, whoever named it', () => {
    assert.equal(kind('file', 'mermaid', '/a/b'), 'mermaid');
    assert.equal(kind('untitled', 'mermaid.flowchart', 'Untitled-1'), 'mermaid');
    assert.equal(kind('file', 'mermaidish', '/a/b'), undefined);
  });

  it('takes Mermaid by file name when the language says nothing', () => {
    assert.equal(kind('file', 'plaintext', '/a/flow.mmd'), 'mermaid');
    assert.equal(kind('file', 'plaintext', '/a/flow.MERMAID'), 'mermaid');
    assert.equal(kind('file', 'plaintext', '/a/flow.txt'), undefined);
  });

  it('leaves other people’s copies of a text alone', () => {
    for (const scheme of ['git', 'output', 'gitlens', 'diagram-gates-docs', 'chat-editing-snapshot-text-model']) {
      assert.equal(kind(scheme, 'markdown', '/a/page.md'), undefined, scheme);
    }
  });

  it('takes any file system that can be written to', () => {
    const document = { scheme: 'memfs', languageId: 'markdown', path: '/page.md' };
    assert.equal(documentKind(document, nothingWritable), undefined);
    assert.equal(
      documentKind(document, (scheme) => scheme === 'memfs'),
      'markdown',
    );
  });
});

describe('which files configure us', () => {
  it('is told by their name, where people write', () => {
    const kindOf = (scheme: string, path: string): string | undefined =>
      fileKind({ scheme, languageId: 'jsonc', path }, nothingWritable);
    assert.equal(kindOf('file', '/a/.diagram-gates.json'), 'configuration');
    assert.equal(kindOf('file', '/a/team.diagram-gates.jsonc'), 'configuration');
    assert.equal(kindOf('file', '/a/diagram-gates.json'), undefined);
    assert.equal(kindOf('git', '/a/.diagram-gates.json'), undefined);
    assert.equal(fileKind({ scheme: 'file', languageId: 'markdown', path: '/a.md' }, nothingWritable), 'markdown');
  });
});

describe('whether a text needs the checker', () => {
  it('does when it is Mermaid, or speaks of Mermaid or of us', () => {
    assert.equal(mayConcern('mermaid', '', []), true);
    assert.equal(mayConcern('configuration', '{}', []), true);
    assert.equal(mayConcern('markdown', '```Mermaid\n', []), true);
    assert.equal(mayConcern('markdown', '<!-- diagram-gates-disable -->', []), true);
  });

  it('does when it has a fence language the user calls Mermaid', () => {
    assert.equal(mayConcern('markdown', '```mmd\n', ['mmd']), true);
  });

  it('does not for an ordinary page', () => {
    assert.equal(mayConcern('markdown', '# Title\n\n```js\n```\n', ['mmd']), false);
  });
});
