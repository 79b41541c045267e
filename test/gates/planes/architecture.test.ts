/** Which diagrams are architectures, and in which plane each component lives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readArchitecture } from '../../../core/gates/planes/facts/architecture.ts';
import { hasPlanes } from '../../../core/gates/planes/facts/planeColours.ts';
import type { DiagramFacts } from '../../../core/gates/rule.ts';
import { defaultPlanes } from '../../../core/lexicon/planes.ts';
import type { Plane } from '../../../core/lexicon/planes.ts';
import { readSymbols } from '../../../core/mermaid/symbols/read.ts';

function factsOf(text: string, type = 'flowchart-v2'): DiagramFacts {
  return { text, verdict: { renders: true, type }, faults: [], symbols: readSymbols(text, type) };
}

/** Each component as `id plane`, further planes behind a bar. */
function planesIn(text: string, planes: readonly Plane[] = defaultPlanes): readonly string[] {
  return readArchitecture(factsOf(text), planes).components.map(
    ({ node, planes: own }) => `${node.id} ${own.map(({ name }) => name).join('|')}`,
  );
}

const isArchitecture = (text: string, type?: string): boolean =>
  readArchitecture(factsOf(text, type), defaultPlanes).isArchitecture;

describe('a diagram that does not render', () => {
  it('is an architecture all the same', () => {
    const text = 'flowchart LR\na[CDN (3 regions)] --> b[Cart service] --> c[(Orders)]';
    const fault = { message: 'Parse error', span: { start: 18, end: 19 }, found: '(', expected: [] };
    const verdict = { renders: false, type: 'flowchart-v2', faults: [fault] } as const;
    assert.equal(readArchitecture({ ...factsOf(text), verdict }, defaultPlanes).isArchitecture, true);
  });
});

describe('the plane of a component', () => {
  it('is that of its subgraph’s name, however that is said', () => {
    for (const title of [
      'Edge plane',
      'Edge Layer – traffic',
      '🌐 Edge tier (3 regions)',
      'EdgePlane',
      'edge_layer',
      'Edge & CDN layer',
    ]) {
      assert.deepEqual(planesIn(`flowchart LR\nsubgraph x["${title}"]\na[Anything]\nend`), ['a edge'], title);
    }
    for (const title of ['Control plane bottlenecks', 'Edge cases', 'Team edge', 'Edge and data layer', 'Phase 1']) {
      assert.deepEqual(planesIn(`flowchart LR\nsubgraph x["${title}"]\na[Anything]\nend`), [], title);
    }
  });

  it('is that of the innermost that names one; the outer one is right, too', () => {
    const text =
      'flowchart LR\nsubgraph a[Service plane]\nsubgraph b[Cache layer]\nx[X]\nend\nsubgraph c[Anything]\ny[Y]\nend\nend';
    assert.deepEqual(planesIn(text), ['x state|service', 'y service']);
  });

  it('is that of an id which names one, whatever the title means', () => {
    assert.deepEqual(planesIn('flowchart LR\nsubgraph StatePlane[Redis cluster]\na[Anything]\nend'), ['a state']);
    assert.deepEqual(planesIn('flowchart LR\nsubgraph StatePlane[Edge plane]\na[Anything]\nend'), ['a edge']);
  });

  it('is that of the colour in its subgraph’s title, where the titles name each plane once, in order', () => {
    const group = (title: string, at: number): string => `subgraph g${at}["${title}"]\nn${at}[Anything ${at}]\nend`;
    const draw = (...titles: readonly string[]): readonly string[] =>
      planesIn(`flowchart TB\n${titles.map(group).join('\n')}`);
    const key = ['Shop front - #3B82F6', 'Cart and orders - #10b981', 'Ledgers (#F59E0B)', 'Night watch - #8B5CF6'];
    assert.deepEqual(draw(...key), ['n0 edge', 'n1 service', 'n2 state', 'n3 control']);
    assert.deepEqual(draw(...key.slice(0, 3)), []);
    assert.deepEqual(draw(...key.slice(1), 'Shop front - #3B82F6'), []);
    assert.deepEqual(draw(...key, 'More carts - #10B981'), []);
  });

  it('is that of its shape or name where no subgraph says one', () => {
    const text =
      'flowchart LR\nsubgraph r[Region 1]\na[(Things)]\nb[Cart service]\nend\nc[API gateway] --> d[Kafka] --> e[Users]\nf@{ shape: cyl, label: "Rows" }';
    assert.deepEqual(planesIn(text), ['a state', 'b service', 'c edge|service', 'd state|stream', 'f state']);
  });

  it('is one of those that are configured, by their words', () => {
    const planes = [
      { name: 'data', words: ['database', 'cache', 'stream', 'feature store'], fills: ['#111111'] },
      { name: 'rest', words: ['edge', 'service', 'control'], fills: ['#222222'] },
    ];
    const text = 'flowchart LR\na[Kafka] --> b[Cart service]\nc[Our feature store]\nsubgraph d[Rest plane]\ne[E]\nend';
    assert.deepEqual(planesIn(text, planes), ['a data', 'b rest', 'c data', 'e rest']);
  });
});

describe('an architecture', () => {
  const system = 'flowchart LR\ncdn[CDN] --> api[Cart API] --> db[(Orders)]';

  it('has planes unless its colours mean something else', () => {
    const owned =
      'flowchart LR\na[CDN]:::own --> b[Cart API]:::own --> c[(Orders)]:::bought\nclassDef own fill:#bbf7d0\nclassDef bought fill:#fde68a';
    const ask = (text: string): boolean => hasPlanes(factsOf(text), defaultPlanes);
    assert.deepEqual([ask(system), isArchitecture(owned), ask(owned)], [true, true, false]);
  });

  it('is no list of prices, even in the subgraphs of planes; one whose parts work together may say what they cost', () => {
    const edge = 'subgraph e[Edge plane]\na["CDN<br/>$40K/month"]\nb["WAF<br/>$8K/month"]\nend';
    const parts = `${edge}\nsubgraph s[State plane]\nc["Redis<br/>$9K/month"]\nend`;
    assert.ok(!isArchitecture(`flowchart TB\n${parts}`));
    assert.ok(isArchitecture(`flowchart TB\n${parts}\na --> b --> c`));
  });

  it('has three components or more, and they are half of its nodes', () => {
    assert.ok(isArchitecture(system));
    assert.ok(isArchitecture(`${system}\nx[One] --> y[Two] --> z[Three]`));
    assert.ok(!isArchitecture(`${system}\nx[One] --> y[Two] --> z[Three] --> w[Four]`));
    assert.ok(!isArchitecture('flowchart LR\napi[Cart API] --> db[(Orders)]'));
  });

  it('does not count a subgraph that a link leads to', () => {
    assert.ok(isArchitecture(`${system}\nsubgraph x\nd[D]\nend\nsubgraph y\ne[E]\nend\nx --> y --> api`));
  });

  it('may be a block or an architecture diagram, and no other', () => {
    assert.ok(isArchitecture('block\n a["CDN"] b["Cart API"] c[("Orders")]\n a --> b\n b --> c', 'block'));
    assert.ok(
      isArchitecture('architecture-beta\nservice a(server)[A]\nservice b(disk)[B]\nservice c(disk)[C]', 'architecture'),
    );
    assert.ok(!isArchitecture('sequenceDiagram\nCDN->>API: x\nAPI->>DB: y', 'sequence'));
  });

  it('does not decide, tell time, count money, list or compare', () => {
    for (const text of [
      `${system}\ndb --> ask{Full?}\nask -->|yes| lb[Load balancer]\nask -->|no| cache[Redis]`,
      'flowchart LR\na[09:12 CDN] --> b[09:15 PostgreSQL] --> c[09:40 Redis]',
      'flowchart LR\nsubgraph x[T+5 min]\na[CDN]\nend\nsubgraph y[T+9 min]\nb[Redis] --> c[Kafka]\nend',
      'flowchart LR\na[1. CDN] --> b[2. Load balancer] --> c[3. Redis]',
      'flowchart LR\na["CDN<br/>$1K"] --> b["Redis<br/>$2K"] --> c["Kafka<br/>$3K"]',
      'flowchart LR\na[CDN]\nb[Redis]\nc[Kafka]',
      'flowchart LR\nsubgraph x\na[CDN]\nb[Redis]\nend\nsubgraph y\nc[Kafka]\nend\nx --> y',
      'flowchart LR\na[Edge team] --> b[CDN]\nc[Data team] --> d[Kafka]\nc --> e[PostgreSQL]',
      'flowchart LR\na[Nomad] --> b[Kubernetes]\nc[Nomad] --> d[Kubernetes]\ne[Nomad] --> f[Kubernetes]',
    ]) {
      assert.ok(!isArchitecture(text), text);
    }
  });

  it('is read from whatever it is given, and hostile input in no time worth mentioning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        readArchitecture(factsOf(`flowchart LR\n${text}`), defaultPlanes);
      }),
    );
    const wide = Array.from({ length: 5_000 }, (_, index) => `n${index}["Redis ${index}"] --> n${index + 1}`).join(
      '\n',
    );
    assert.ok(isArchitecture(`flowchart LR\n${wide}`));
  });
});
