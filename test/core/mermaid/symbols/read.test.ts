/**
 * Reads one valid diagram of each type line by line and a sample of each type by what it holds. The expectations are
 * written by hand, and were compared with Mermaid's own database.
 */
import assert from 'node:assert/strict';
import type { DiagramSymbols } from '../../../../core/mermaid/symbols/model.ts';
import { readSymbols } from '../../../../core/mermaid/symbols/read.ts';
import { readSamples } from '../../../support/mermaidSamples/samples.ts';

function read(type: string, lines: readonly string[]): DiagramSymbols {
  const symbols = readSymbols(lines.join('\n'), type);
  assert.ok(symbols !== undefined, `nobody reads ${type}`);
  return symbols;
}

const nodesOf = ({ nodes }: DiagramSymbols): readonly string[] =>
  nodes.map(({ id, label }) => (label === undefined ? id : `${id}=${label.text}`));
const edgesOf = ({ edges }: DiagramSymbols): readonly string[] =>
  edges.map(({ from, to, label }) => `${from}>${to}${label === undefined ? '' : `:${label.text}`}`);
const groupsOf = ({ groups }: DiagramSymbols): readonly string[] =>
  groups.map(({ id, label, parent }) => `${id ?? ''}=${label?.text ?? ''}@${parent ?? ''}`);
const rowsOf = ({ rows }: DiagramSymbols): readonly string[] =>
  rows.map(({ id, values }) => `${id ?? ''}:${values.map(({ text }) => text).join('/')}`);

describe('reading symbols', () => {
  it('reads elements, boundaries, relations and updates of a C4 diagram', () => {
    const symbols = read('c4', [
      'C4Dynamic',
      '  Person(buyer, "Buyer, EU", $sprite="x")',
      '  System_Boundary(b, "Shop") {',
      '    System(web, "Web (new)")',
      '  }',
      '  RelIndex(1, buyer, web, "Buys")',
      '  UpdateElementStyle(web, $bgColor="grey")',
    ]);
    assert.deepEqual(nodesOf(symbols), ['buyer=Buyer, EU', 'web=Web (new)']);
    assert.deepEqual(groupsOf(symbols), ['b=Shop@']);
    assert.deepEqual(edgesOf(symbols), ['buyer>web:Buys']);
    assert.deepEqual(
      symbols.nodes.map(({ group }) => group),
      [undefined, 0],
    );
    const [update] = symbols.statements;
    assert.deepEqual(
      update?.targets.map(({ text }) => text),
      ['web'],
    );
    assert.deepEqual(
      update.declarations.map(({ property, value }) => `${property}=${value}`),
      ['bgColor=grey'],
    );
  });

  it('reads requirements, their fields and relations in both directions', () => {
    const symbols = read('requirement', [
      'requirementDiagram',
      '  requirement uptime {',
      '    id: "1.1"',
      '  }',
      '  element shop {',
      '  }',
      '  shop - satisfies -> uptime',
      '  uptime <- verifies - shop',
    ]);
    assert.deepEqual(nodesOf(symbols), ['uptime', 'shop']);
    assert.deepEqual(edgesOf(symbols), ['shop>uptime:satisfies', 'shop>uptime:verifies']);
    assert.deepEqual(rowsOf(symbols), ['uptime:1.1']);
  });

  it('reads the columns and cards of a board, and what is said of a card', () => {
    const symbols = read('kanban', [
      'kanban',
      '  todo[To do]',
      "    t1[Upgrade (30)]@{ ticket: OPS-1, priority: 'Very High' }",
      '    Tune the cache',
      '  Done',
    ]);
    assert.deepEqual(groupsOf(symbols), ['todo=To do@', 'Done=Done@']);
    assert.deepEqual(nodesOf(symbols), ['t1=Upgrade (30)', 'Tune the cache=Tune the cache']);
    assert.deepEqual(
      symbols.properties.map(({ name, value }) => `${name}=${value}`),
      ['ticket=OPS-1', 'priority=Very High'],
    );
  });

  it('reads a mind map as a tree, also where a label runs over lines', () => {
    const symbols = read('mindmap', [
      'mindmap',
      '  a((Root))',
      '    b["one',
      'two"]',
      '      ::icon(fa x)',
      '    c',
      '      d',
    ]);
    assert.deepEqual(nodesOf(symbols), ['0=Root', '1=one\ntwo', '2=c', '3=d']);
    assert.deepEqual(edgesOf(symbols), ['0>1', '0>2', '2>3']);
    assert.deepEqual(
      symbols.properties.map(({ value }) => value),
      ['fa x'],
    );
  });

  it('reads commits, branches, merges and cherry-picks of a git graph', () => {
    const symbols = read('gitGraph', [
      'gitGraph LR:',
      '  commit id: "a1" tag: "1.0"',
      '  branch "next/7" order: 2',
      '  commit "words"',
      '  checkout main',
      '  merge "next/7" id: "m"',
      '  cherry-pick id: "a1"',
    ]);
    assert.deepEqual(groupsOf(symbols), ['next/7=next/7@']);
    assert.deepEqual(rowsOf(symbols), ['a1:main', ':next/7', 'm:main']);
    assert.deepEqual(edgesOf(symbols), ['next/7>main', 'a1>main']);
    assert.equal(symbols.direction, 'LR');
  });

  it('reads services in the groups they name', () => {
    const symbols = read('architecture', [
      'architecture-beta',
      '  group zone(cloud)[Zone]',
      '  group data(disk)[Data] in zone',
      '  service pg(database)["Primary"] in data',
      '  junction mid',
      '  pg{group}:R -[TLS]-> L:mid',
    ]);
    assert.deepEqual(groupsOf(symbols), ['zone=Zone@', 'data=Data@0']);
    assert.deepEqual(nodesOf(symbols), ['pg=Primary', 'mid']);
    assert.equal(symbols.nodes[0]?.group, 1);
    assert.deepEqual(edgesOf(symbols), ['pg>mid:TLS']);
  });

  it('reads blocks that stand on one line, nested ones, widths and links', () => {
    const symbols = read('block', [
      'block-beta',
      '  columns 3',
      '  a["A"]:2 space b(("B")) go<["on"]>(right)',
      '  block:edge:2',
      '    c',
      '  end',
      '  a -- "45 ms" --> b',
      '  edge --> c',
    ]);
    assert.deepEqual(nodesOf(symbols), ['a=A', 'b=B', 'go=on', 'c']);
    assert.deepEqual(groupsOf(symbols), ['edge=@']);
    assert.deepEqual(rowsOf(symbols), ['a:2', 'edge:2']);
    assert.deepEqual(edgesOf(symbols), ['a>b:45 ms', 'edge>c']);
  });

  it('reads components with spaces, and every link of a Wardley map', () => {
    const symbols = read('wardley', [
      'wardley-beta',
      'component Data store (S3) [0.6, 0.7] (buy)',
      'anchor Buyer [0.9, 0.6]',
      'Buyer -> Data store (S3); reads',
      'Buyer +<> Data store (S3)',
    ]);
    assert.deepEqual(rowsOf(symbols), ['Data store (S3):0.6/0.7', 'Buyer:0.9/0.6']);
    assert.deepEqual(edgesOf(symbols), ['Buyer>Data store (S3)', 'Buyer>Data store (S3)']);
  });

  it('reads sets, unions, leaves, frames and rules', () => {
    const venn = read('venn', ['venn-beta', '  set A["Web"]: 20', '  union A, B: 3']);
    assert.deepEqual(rowsOf(venn), ['A:20', 'A,B:3']);
    const treemap = read('treemap', ['treemap-beta', '"Disk"', '  "Men\'s": 12:::cold']);
    assert.deepEqual(
      treemap.rows.map(({ label }) => label?.text),
      ['Disk', "Men's"],
    );
    const events = read('eventmodeling', ['eventmodeling', 'tf 01 ui Cart', 'tf 02 cmd Add ->> 01']);
    assert.deepEqual(rowsOf(events), ['01:', '02:01']);
    const rules = read('railroadEbnf', ['railroad-ebnf-beta', "  a = 'b', { c } ;", '  c = ? any ? | a;']);
    assert.deepEqual(nodesOf(rules), ['a', 'c']);
    assert.deepEqual(edgesOf(rules), ['a>c', 'c>a']);
    const calls = read('railroad', ['railroad-beta', '  a = sequence(terminal("x"), nonterminal("c"));']);
    assert.deepEqual(edgesOf(calls), ['a>c']);
  });

  it('finds as many nodes, edges and groups in the samples as Mermaid does', () => {
    const expected: Readonly<Record<string, string>> = {
      'architecture/groups': '3 2 2',
      'architecture/junctions': '4 3 0',
      'block/nested': '6 1 2',
      'block/shapes': '8 2 0',
      'block/tiers': '5 2 0',
      'c4/context': '5 3 1',
      'c4/deployment': '2 1 3',
      'gitGraph/hotfix': '0 2 1',
      'gitGraph/train': '0 1 2',
      'kanban/sprint': '4 0 3',
      'kanban/unquoted': '4 0 3',
      'mindmap/shapes': '8 7 0',
      'mindmap/unicode': '7 6 0',
      'requirement/payments': '4 3 0',
      'requirement/privacy': '3 3 0',
      'wardley/pipeline': '4 2 0',
      'venn/skills': '5 0 0',
      'railroadPeg/cron': '4 7 0',
    };
    const found = readSamples().flatMap(({ id, type, text }) => {
      const symbols = id in expected ? readSymbols(text, type) : undefined;
      if (symbols === undefined) return [];
      return [[id, `${symbols.nodes.length} ${symbols.edges.length} ${symbols.groups.length}`]];
    });
    assert.deepEqual(Object.fromEntries(found), expected);
  });
});
