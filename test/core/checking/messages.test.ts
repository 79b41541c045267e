import assert from 'node:assert/strict';
import { parseFromChecker, parseToChecker, readSeq } from '../../../core/checking/messages.ts';
import type { FromChecker, ToChecker } from '../../../core/checking/protocol.ts';

const request = {
  uri: 'file:///a.md',
  version: 4,
  kind: 'markdown',
  text: '# a',
  settings: {},
  configFiles: [],
} as const;
const document = {
  uri: 'file:///a.md',
  version: 4,
  kind: 'markdown',
  diagrams: [],
  findings: [],
  gates: [],
  score: 80,
} as const;

describe('messages between host and checker', () => {
  it('to the checker are read as they were sent', () => {
    const sent: readonly ToChecker[] = [
      { type: 'check', seq: 1, request, tooSlow: ['k'] },
      {
        type: 'check',
        seq: 2,
        request: {
          ...request,
          settings: { profile: 'strict', rules: { dg001: 'off' } },
          configFiles: [{ path: '/.diagram-gates.json', text: '{}', document: 'page.md' }],
        },
        tooSlow: [],
      },
      { type: 'cancel', seq: 1 },
      { type: 'part', part: 'mermaid11', source: 'var x' },
      { type: 'no-part', part: 'mermaid11', problem: 'x' },
      {
        type: 'check',
        seq: 3,
        request: { ...request, place: { root: 'file:///', path: 'docs/a.md' }, isPart: true },
        tooSlow: [],
      },
      {
        type: 'found',
        id: 1,
        folders: [
          { path: '', content: { files: ['a.md'], folders: ['docs'], ignores: '*.log' } },
          { path: 'gone', content: undefined },
        ],
        pages: [{ path: 'a.md', text: '# A' }],
      },
      { type: 'forget', root: 'file:///', changed: ['docs/a.md'] },
    ];
    for (const message of sent) assert.deepEqual(parseToChecker(structuredClone(message)), message);
  });

  it('from the checker are read as they were sent', () => {
    const sent: readonly FromChecker[] = [
      { type: 'ready', mermaid: '12.3.0' },
      { type: 'log', message: 'x' },
      { type: 'wants', part: 'mermaid11' },
      { type: 'parsing', seq: 1, key: 'k' },
      { type: 'parsed', seq: 1, key: 'k' },
      { type: 'checked', seq: 1, document },
      { type: 'cancelled', seq: 1 },
      { type: 'failed', seq: 1, problem: 'x' },
      { type: 'look', id: 1, root: 'file:///', folders: ['', 'docs'], pages: ['docs/a.md'] },
    ];
    for (const message of sent) assert.deepEqual(parseFromChecker(structuredClone(message)), message);
  });

  it('name no place outside of the workspace', () => {
    for (const path of ['../a.md', '/etc/passwd', 'a/../../b', 'C:/a.md', 'a\\b.md', 'a//b', './a']) {
      for (const ask of [
        { folders: [path], pages: [] },
        { folders: [], pages: [path] },
      ]) {
        assert.equal(parseFromChecker({ type: 'look', id: 1, root: 'file:///', ...ask }), undefined, path);
      }
    }
  });

  it('of any other shape are refused', () => {
    const { text, ...withoutText } = request;
    assert.ok(text);
    for (const raw of [
      undefined,
      'check',
      {},
      { type: 'check' },
      { type: 'cancel', seq: -1 },
      { type: 'stop', seq: 1 },
    ]) {
      assert.equal(parseToChecker(raw), undefined);
    }
    assert.equal(parseToChecker({ type: 'check', seq: 1, request: withoutText, tooSlow: [] }), undefined);
    assert.equal(parseToChecker({ type: 'check', seq: 1, request, tooSlow: [3] }), undefined);
    for (const raw of [
      undefined,
      7,
      { type: 'checked', seq: 1 },
      { type: 'checked', seq: 1, document: { uri: 'a' } },
    ]) {
      assert.equal(parseFromChecker(raw), undefined);
    }
  });

  it('that ask for a check without being understood still have a number to answer to', () => {
    assert.equal(readSeq({ type: 'check', seq: 12, request: undefined }), 12);
    assert.equal(readSeq({ type: 'check' }), undefined);
    assert.equal(readSeq({ type: 'cancel', seq: 12 }), undefined);
  });
});
