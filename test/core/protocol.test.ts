/** The preview's messages are read on both sides, whatever arrives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseFrameToShell,
  parseHostToShell,
  parsePreviewState,
  parseShellConfig,
  parseShellToFrame,
  parseShellToHost,
  textKeys,
} from '../../core/protocol.ts';
import type { HostToShell, ShellToHost } from '../../core/protocol.ts';

const diagram = {
  key: 'k',
  title: 'Costs',
  text: 'pie',
  outline: ['Data:'],
  type: 'pie',
  line: 3,
  fault: undefined,
  findings: { error: 0, warning: 1, info: 2, words: ['Line 4: …'] },
  planes: [{ name: 'edge', fill: '#3B82F6', nodes: ['cdn'] }],
};
const show: HostToShell = {
  type: 'show',
  seq: 1,
  current: 0,
  marked: [],
  document: { uri: 'file:///a.md', version: 4, name: 'a.md', diagrams: [diagram], gates: [] },
};
const reveal: ShellToHost = { type: 'reveal', seq: 1, uri: 'file:///a.md', version: 4, diagram: 0, target: 'fault' };

describe('protocol', () => {
  it('reads what the other side writes, also after JSON dropped what was undefined', () => {
    assert.deepEqual(parseHostToShell(show), show);
    assert.deepEqual(parseHostToShell(JSON.parse(JSON.stringify(show))), show);
    assert.deepEqual(parseShellToHost(reveal), reveal);
  });

  it('drops fields that nobody agreed on', () => {
    assert.deepEqual(parseShellToHost({ ...reveal, command: 'workbench.action.quit' }), reveal);
  });

  for (const [name, message] of [
    ['an unknown type', { ...reveal, type: 'run' }],
    ['a missing field', { type: 'reveal', seq: 1 }],
    ['a number as text', { ...reveal, version: '4' }],
    ['a fraction', { ...reveal, diagram: 0.5 }],
    ['a negative place', { ...reveal, diagram: -1 }],
    ['an unknown target', { ...reveal, target: 'everything' }],
    ['a text without end', { type: 'openLink', seq: 1, uri: 'file:///a.md', version: 1, href: 'x'.repeat(2_001) }],
    ['a field of the prototype', Object.create(reveal)],
    ['nothing', undefined],
    ['null', null],
    ['a list', [reveal]],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.equal(parseShellToHost(message), undefined);
    });
  }

  it('refuses a page when one of its diagrams is of another shape', () => {
    const document = { ...show.document, diagrams: [diagram, { ...diagram, line: 0 }] };
    assert.equal(parseHostToShell({ ...show, document }), undefined);
  });

  it('reads every kind of problem and refuses others', () => {
    for (const problem of [
      { kind: 'mermaid', message: 'no' },
      { kind: 'guard', limit: 'line', allowed: 5_000, line: 2 },
      { kind: 'remote-image' },
      { kind: 'timeout', budget: 10_000 },
      { kind: 'too-large', allowed: 9 },
      { kind: 'frame', message: 'gone' },
    ]) {
      assert.deepEqual(parseFrameToShell({ type: 'failed', seq: 1, problem }), { type: 'failed', seq: 1, problem });
    }
    assert.equal(parseFrameToShell({ type: 'failed', seq: 1, problem: { kind: 'guard', limit: 'all' } }), undefined);
  });

  it('refuses a configuration that lacks one of the texts', () => {
    const texts = Object.fromEntries(textKeys.map((key) => [key, key]));
    const config = { frame: 'https://x/frame.js', budget: 10_000, mouseNavigation: 'alt', texts };
    assert.deepEqual(parseShellConfig(config), config);
    assert.equal(parseShellConfig({ ...config, texts: { ...texts, fit: undefined } }), undefined);
  });

  it('never throws', () => {
    const parsers = [parseHostToShell, parseShellToHost, parseShellToFrame, parseFrameToShell, parsePreviewState];
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(...parsers), (raw, parse) => {
        parse(raw);
        parse({ type: 'show', seq: 1, document: raw });
      }),
    );
  });
});
