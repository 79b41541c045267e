/** The types that no gate judges are read for the preview: what stands where, and which words the picture shows. */
import assert from 'node:assert/strict';
import type { DiagramSymbols } from '../../../../core/mermaid/symbols/model.ts';
import { readForPreview, readSymbols } from '../../../../core/mermaid/symbols/read.ts';
import { readSamples } from '../../../support/mermaidSamples/samples.ts';

const read = (type: string, text: string): DiagramSymbols => {
  const symbols = readForPreview(text, type);
  assert.ok(symbols !== undefined, `nobody reads ${type}`);
  return symbols;
};

const edgesOf = ({ edges }: DiagramSymbols): readonly string[] =>
  edges.map(({ from, to, label, id }) => `${id ?? ''} ${from} > ${to} ${label?.text ?? ''}`.trim());
const nodesOf = ({ nodes }: DiagramSymbols): readonly string[] =>
  nodes.map(({ id, label, group }) => `${id} ${label?.text ?? ''} ${group ?? ''}`.trim());
const rowsOf = ({ rows }: DiagramSymbols): readonly string[] =>
  rows.map(({ label, values, group }) =>
    [label?.text, ...values.map(({ text }) => text), group].filter((part) => part !== undefined).join(' | '),
  );

describe('reading symbols for the preview', () => {
  it('knows the flows, connectors and steps of an agent flow', () => {
    const symbols = read(
      'agentflow',
      'agentflow-beta TB\n  flow plan["Plan it"]\n    ask["Ask"] -->|v2| diff{Big?}\n  end\n  connector logs["Log store"]\n  diff -.- logs',
    );
    assert.deepEqual(nodesOf(symbols), ['ask Ask 0', 'diff Big? 0', 'logs Log store']);
    assert.deepEqual(edgesOf(symbols), ['ask > diff v2', 'diff > logs']);
    assert.deepEqual(
      symbols.groups.map(({ id, label, closed }) => [id, label?.text, closed]),
      [['plan', 'Plan it', true]],
    );
  });

  it('knows the actors, use cases and boundaries of a use case diagram, and what joins them', () => {
    const symbols = read(
      'usecase',
      [
        'usecase-beta',
        '  actor "On-call", Lead("Team lead"), Bot@{ icon: "server" }',
        '  systemBoundary Ops["Operations"]',
        '    Ack("Acknowledge") <<fast>>',
        '    Roll[Roll back]:::hot',
        '  end',
        '  Lead -- approves --> Roll',
        '  Bot e1@--> Ack',
        '  Roll ..> : include Ack',
        '  note for Ack "p99: 5 min"',
        '  style Ack fill:#dfd',
      ].join('\n'),
    );
    assert.deepEqual(nodesOf(symbols), ['On-call', 'Lead Team lead', 'Bot', 'Ack Acknowledge 0', 'Roll Roll back 0']);
    assert.deepEqual(edgesOf(symbols), ['Lead > Roll approves', 'e1 Bot > Ack', 'Roll > Ack include']);
    assert.deepEqual(
      symbols.groups.map(({ id, label }) => `${id ?? ''} ${label?.text ?? ''}`),
      ['Ops Operations'],
    );
    assert.deepEqual(
      symbols.statements.map(({ keyword, label }) => `${keyword} ${label?.text ?? ''}`.trim()),
      ['note p99: 5 min', 'style'],
    );
  });

  it('knows the domains of a Cynefin framework, what is in them and what moves', () => {
    const symbols = read(
      'cynefin',
      'cynefin-beta\n  title Work\n  complex\n    "Slow search"\n    \'Leak\'\n  clear\n    "Renewal"\n  complex --> clear : "learnt"',
    );
    assert.deepEqual(rowsOf(symbols), ['Slow search | 0', 'Leak | 0', 'Renewal | 1']);
    assert.deepEqual(edgesOf(symbols), ['Complex > Clear learnt']);
    assert.deepEqual(
      symbols.groups.map(({ label }) => label?.text),
      ['Complex', 'Clear'],
    );
  });

  it('knows the causes of a fishbone, the fields of a packet and the entries of a tree', () => {
    assert.deepEqual(rowsOf(read('ishikawa', 'ishikawa-beta\n    Outage\n    People\n        No owner\n    %% why?')), [
      'Outage',
      'People',
      'No owner',
    ]);
    assert.deepEqual(rowsOf(read('packet', 'packet\n  title Record\n  0-7: "Kind"\n  +8: \'Flags\'\n  16: "Bit"')), [
      'Kind | 0-7',
      'Flags | +8',
      'Bit | 16',
    ]);
    const tree =
      'treeView-beta\n  "bundle/"\n    "app (1).tar" :::big\n    ├── a.yaml icon(settings) ## per region\n    logs/ ## 30 days';
    assert.deepEqual(rowsOf(read('treeView', tree)), [
      'bundle',
      'app (1).tar',
      'a.yaml | per region',
      'logs | 30 days',
    ]);
  });

  it('says where each part stands', () => {
    for (const { id, text, type } of readSamples()) {
      const symbols = readForPreview(text, type);
      for (const row of symbols?.rows ?? []) {
        const shown = text.slice(row.span.start, row.span.end);
        assert.ok(row.label === undefined || shown.includes(text.slice(row.label.span.start, row.label.span.end)), id);
      }
      for (const node of symbols?.nodes ?? []) {
        for (const use of node.uses) assert.ok(use.end <= text.length && use.start < use.end, `${id}: ${node.id}`);
      }
    }
  });

  it('keeps from the gates what they do not judge', () => {
    for (const type of ['agentflow', 'cynefin', 'ishikawa', 'packet', 'treeView', 'usecase']) {
      assert.equal(readSymbols('x', type), undefined, type);
    }
  });

  it('comes to an end whatever stands in the text', () => {
    for (const piece of [
      'actor ',
      '"',
      '(',
      '@{',
      '--',
      '..> : include ',
      '│ ├─',
      ':::',
      '## ',
      ', ',
      ' icon(',
      ' ',
      '  x',
      '- - ',
    ]) {
      for (const type of ['usecase', 'treeView', 'cynefin', 'packet', 'ishikawa', 'agentflow']) {
        assert.doesNotThrow(() => readForPreview(`${type}-beta\n  ${piece.repeat(3_000)}\n  a`, type));
      }
    }
  });
});
