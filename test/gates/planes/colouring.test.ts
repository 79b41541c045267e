/** *Colour the whole diagram by plane*: what it changes, and what it leaves as it was. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../../core/document/edits.ts';
import { colourByPlane, offerColours } from '../../../core/gates/planes/facts/colouring.ts';
import { readColours } from '../../../core/gates/planes/facts/nodeColours.ts';
import { readPlaneColours } from '../../../core/gates/planes/facts/planeColours.ts';
import type { DiagramFacts } from '../../../core/gates/rule.ts';
import { defaultPlanes } from '../../../core/lexicon/planes.ts';
import { readSymbols } from '../../../core/mermaid/symbols/read.ts';
import type { Oracle } from '../../../core/ports.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';
import { readRealDiagrams } from '../../support/realDiagrams.ts';

async function read(text: string, oracle: Oracle): Promise<DiagramFacts> {
  const verdict = await oracle.parse(text);
  return { text, verdict, faults: [], symbols: readSymbols(text, verdict.type) };
}

/** Everything a reader sees but colours. */
const seen = ({ symbols }: DiagramFacts): unknown => [
  symbols?.nodes.map(({ id, label, shape, group }) => [id, label?.text, shape, group]),
  symbols?.edges.map(({ from, to, arrow, label }) => [from, to, arrow, label?.text]),
  symbols?.groups.map(({ id, label }) => [id, label?.text]),
];

/** What each node was given by its author: classes stay unless one showed the wrong plane. */
const fillsOf = ({ symbols }: DiagramFacts): ReadonlyMap<string, string | undefined> =>
  new Map(symbols?.nodes.map((node) => [node.id, readColours(symbols).of(node).fill?.declaration.value]));

const withoutColours = (text: string): string =>
  text.replace(/^[^\S\n]*(?:classDef|class|style|linkStyle)[^\S\n].*$/gm, '').replace(/:::[\w-]+/g, '');

describe('colouring a whole diagram', function () {
  this.timeout(120_000);
  let oracle: Oracle;
  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const colour = async (text: string): Promise<string | undefined> => {
    const fix = colourByPlane(await read(text, oracle), defaultPlanes);
    return fix && applyEdits(text, fix.edits);
  };

  it('takes the author’s own classes where they have the right colour', async () => {
    const text =
      'flowchart LR\n  a[CDN]:::front --> b[Cart service]\n  b --> c[(Orders)]:::bold\n  classDef front fill:#3b82f6\n  classDef app fill:#10B981\n  classDef bold stroke-width:4px\n';
    assert.equal(
      await colour(text),
      'flowchart LR\n  a[CDN]:::front --> b[Cart service]\n  b --> c[(Orders)]:::bold\n  classDef front fill:#3b82f6\n  classDef app fill:#10B981\n  classDef bold stroke-width:4px\n  classDef statePlane fill:#F59E0B,stroke:#935F07,color:#030712\n  class b app\n  class c statePlane\n',
    );
  });

  it('gives no class to a node before the node is there, where Mermaid would not see it', async () => {
    const text =
      'flowchart LR\nclassDef s fill:#F59E0B\na[CDN] --> b[(Orders)]\nclass b s\nb --> c[(Stock)]\nclassDef e fill:#3B82F6\nclass a e';
    assert.equal(await colour(text), `${text}\nclass c s`);
  });

  it('does not take a name that is taken', async () => {
    const text = 'flowchart LR\na[CDN] --> b[Cart service] --> c[(Orders)]\nclassDef statePlane stroke:#000';
    assert.match((await colour(text)) ?? '', /classDef statePlane2 fill:#F59E0B.*\n(?:.*\n)*class c statePlane2$/);
  });

  it('stays in the palette that is used', async () => {
    const text = 'flowchart LR\na[CDN]:::e --> b[Cart service] --> c[(Orders)]\nclassDef e fill:#0066CC,color:#fff';
    assert.match((await colour(text)) ?? '', /classDef servicePlane fill:#00AA00,stroke:#006600,color:#030712/);
  });

  it('leaves alone what its author painted for another reason, and a diagram that is done', async () => {
    const text =
      'flowchart LR\na[CDN] --> b[Cart service] --> c[(Orders)]\nb --> d[Redis] --> e[Grafana]\nstyle d fill:#fee2e2';
    const done = await colour(text);
    assert.doesNotMatch(done ?? '', /class .*\bd\b/);
    assert.equal(await colour(done ?? ''), undefined);
  });

  it('changes nothing but colours in any diagram, which renders as before', async () => {
    const samples = readSamples().map(({ text }) => text);
    // One in four: each costs two parses.
    const real = readRealDiagrams().flatMap(({ text }, index) => (index % 4 === 0 ? [text] : []));
    let coloured = 0;
    for (const text of [...samples, ...real, ...real.map(withoutColours)]) {
      const before = await read(text, oracle);
      const fix = before.verdict.renders ? colourByPlane(before, defaultPlanes) : undefined;
      if (fix === undefined) continue;
      coloured += 1;
      const after = await read(applyEdits(text, fix.edits), oracle);
      assert.ok(after.verdict.renders, after.text);
      assert.deepEqual(seen(after), seen(before));
      assert.equal(colourByPlane(after, defaultPlanes), undefined, after.text);
      const fills = fillsOf(after);
      for (const [id, fill] of fillsOf(before)) assert.ok(fill === undefined || fills.get(id) !== undefined);
      const reading = readPlaneColours(after, defaultPlanes);
      assert.deepEqual(reading?.components.filter(({ fill }) => fill === undefined) ?? [], []);
    }
    assert.ok(coloured > 0);
  });
});

describe('what is offered for a diagram', function () {
  this.timeout(120_000);
  let oracle: Oracle;
  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const system = 'flowchart LR\n  a[CDN] --> b[Cart service] --> c[(Orders)]\n';

  it('is its colours, with and without a legend, and the legend alone once it is coloured', async () => {
    const facts = await read(system, oracle);
    const { colours, legend } = offerColours(facts, defaultPlanes);
    assert.ok(colours !== undefined && legend !== undefined);
    const plain = applyEdits(system, colours.edits);
    const explained = applyEdits(system, legend.edits);
    const lines =
      '\n  subgraph planeLegend["Planes"]\n      planeLegendEdge["edge"]:::edgePlane\n      planeLegendService["service"]:::servicePlane\n      planeLegendState["state"]:::statePlane\n  end';
    assert.equal(explained, plain.replace(/(?=\n$)/, lines));
    const then = offerColours(await read(plain, oracle), defaultPlanes);
    assert.equal(then.colours, undefined);
    assert.equal(applyEdits(plain, then.legend?.edits ?? []), explained);
    const done = await read(explained, oracle);
    assert.ok(done.verdict.renders);
    assert.deepEqual(offerColours(done, defaultPlanes), {});
  });

  it('is nothing for a diagram that is no architecture, and no legend where colours mean something else', async () => {
    assert.deepEqual(offerColours(await read('flowchart LR\na --> b', oracle), defaultPlanes), {});
    const own = `${system}  classDef bought fill:#fde68a\n  class a,b bought\n`;
    assert.deepEqual(Object.keys(offerColours(await read(own, oracle), defaultPlanes)), ['colours']);
  });
});
