/** Everything that Mermaid draws is drawn in the preview: each of its types, layouts, looks, formulas, icons and its plug-in. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileOfPart, foreseenParts } from '../../core/frameParts.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { projectRoot } from '../support/paths.ts';
import { flowchart } from './figures.ts';
import type { Preview } from './preview.ts';
import { usePreview } from './usePreview.ts';

/** Each of Mermaid's types: a sample of it, and words that its picture shows. */
const types: Readonly<Record<string, readonly [sample: string, ...words: string[]]>> = {
  agentflow: ['triage', 'Read the alert', 'Known?', 'yes'],
  architecture: ['public-api', 'Load balancer', 'Edge'],
  block: ['nested', 'Orders', 'to storage'],
  c4: ['context', 'Auditor', 'Settles payments'],
  classDiagram: ['order-domain', '+place() : OrderId', 'contains'],
  cynefin: ['incidents', 'Retry storm', 'Region lost'],
  er: ['orders', 'CUSTOMER', 'places', 'unique, lower case'],
  eventmodeling: ['payment', 'Checkout', 'Paid'],
  'flowchart-elk': ['ownership', 'Risk score 12', 'Payments team'],
  'flowchart-v2': ['checkout-path', 'CDN: 38,000 RPS (peak)', 'blocked 2%'],
  gantt: ['migration', 'Backfill 2 TB', 'Cut over'],
  gitGraph: ['hotfix', 'release 2.14', '2.15'],
  info: ['show', 'v12.3.0'],
  ishikawa: ['lost-messages', 'Replication 2', 'Consumer'],
  journey: ['checkout', 'Enter the card', 'Buyer'],
  kanban: ['sprint', 'In progress', 'Tune the cache'],
  mindmap: ['reliability', 'Load test at 3x', 'Recover'],
  packet: ['header', 'Checksum (CRC32)', 'Version'],
  pie: ['outage-causes', '43%', 'Configuration'],
  quadrantChart: ['vendors', 'Vendor B', 'Cheap'],
  radar: ['regions', 'Delay', 'Europe'],
  railroad: ['duration', 'digits', 'ms'],
  railroadAbnf: ['token', 'ALPHA', 'HEXDIG'],
  railroadEbnf: ['query', 'AND', 'term'],
  railroadPeg: ['cron', 'step', 'number'],
  requirement: ['availability', '99.95% a month', '<<satisfies>>'],
  sankey: ['cloud-bill', 'Compute, on demand', '72.5'],
  sequence: ['card-payment', 'authorise', '310 ms at p99'],
  stateDiagram: ['deployment', 'compile error', 'Canary'],
  swimlane: ['refund', 'Finance', 'Within 30 days?'],
  timeline: ['incident', 'Errors pass 5%', '09h14'],
  treeView: ['repository', 'server.ts', 'docs'],
  treemap: ['teams', 'Checkout', '$310'],
  usecase: ['shop', 'Refund within 30 days', 'Support desk'],
  venn: ['customers', 'web', 'shop'],
  wardley: ['platform', 'Kafka', 'Power'],
  xychart: ['growth', 'Users in millions', '100'],
};

/** What Mermaid lists besides: the picture of an error, and front matter that does not end. */
const noTypes: readonly string[] = ['error', '---'];

const zenuml = {
  type: 'zenuml',
  text: 'zenuml\n  title Order of 42 EUR\n  @Actor Client\n  @EC2 Orders\n  Client->Orders.insert(id) {\n    Store.save() {\n      return done\n    }\n  }',
};

describe('preview: everything', function () {
  this.timeout(180_000);
  const open = usePreview();
  let preview: Preview;

  beforeEach(async () => {
    preview = await open({ width: 900, height: 700 });
  });
  afterEach(() => assert.deepEqual(preview.strayRequests, []));

  const draw = async (text: string, type = 'flowchart-v2'): Promise<string> => {
    assert.deepEqual((await preview.show([{ text, type }])).failures, []);
    return preview.drawnText();
  };
  const iconsAsked = (): readonly string[] => partsAsked().filter((asked) => asked.startsWith('/parts/icons/'));
  const partsAsked = (): readonly string[] => preview.asked.filter((asked) => asked.startsWith('/parts/'));
  const markup = (): Promise<string> => preview.drawnMarkup();

  it('knows every type that Mermaid has', async () => {
    const page = await preview.page.context().newPage();
    const mermaid = path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.min.js');
    await page.addScriptTag({ content: await readFile(mermaid, 'utf8') });
    const registered = await page.evaluate(() => {
      const { mermaid } = window as unknown as {
        readonly mermaid: {
          initialize(config: object): void;
          getRegisteredDiagramsMetadata(): readonly { readonly id: string }[];
        };
      };
      mermaid.initialize({ startOnLoad: false });
      return mermaid.getRegisteredDiagramsMetadata().map(({ id }) => id);
    });
    await page.close();
    assert.deepEqual(registered.filter((type) => !noTypes.includes(type)).toSorted(), Object.keys(types).toSorted());
  });

  it('draws a diagram of every type, and brings in the parts of Mermaid that are foreseen for the type, each once', async () => {
    const samples = readSamples();
    const bad: string[] = [];
    const foreseen = new Set<string>();
    for (const [type, [name, ...words]] of Object.entries(types)) {
      const sample = samples.find(({ id }) => id === `${type}/${name}`);
      assert.ok(sample !== undefined, `there is no sample ${type}/${name}`);
      const shown = await preview.show([sample]);
      const text = (await preview.drawnText()).replace(/\s/g, '');
      const missing = words.filter((word) => !text.includes(word.replace(/\s/g, '')));
      if (shown.failures.length > 0 || missing.length > 0)
        bad.push(`${type}: ${missing.join()} ${JSON.stringify(shown)}`);
      for (const part of foreseenParts(type)) foreseen.add(`/${fileOfPart(part)}`);
      if (partsAsked().some((part) => !foreseen.has(part))) bad.push(`${type}: ${partsAsked().join()}`);
    }
    assert.deepEqual(bad, []);
    assert.deepEqual(partsAsked().toSorted(), [...foreseen].toSorted());
  });

  it('draws ZenUML with the plug-in, which comes when it is needed', async () => {
    await draw(flowchart.text);
    assert.deepEqual(partsAsked(), ['/parts/elk.js']);
    const text = await draw(zenuml.text, 'zenuml');
    for (const word of ['Order of 42 EUR', 'Client', 'insert(id)', 'save()', 'done']) {
      assert.ok(text.includes(word), `${word} is missing in ${text}`);
    }
    assert.deepEqual(partsAsked(), ['/parts/elk.js', '/parts/zenuml.js']);
    assert.deepEqual(await preview.strips(), ['ZenUML diagram'], 'nothing of the plug-in was blocked');
    await preview.screenshot('zenuml');
    await draw(zenuml.text.replace('42', '43'), 'zenuml');
    assert.equal(partsAsked().length, 2, 'it comes once');
  });

  it('lays out with ELK and with dagre, as the diagram says', async () => {
    const pictures: string[] = [];
    for (const layout of ['elk', 'dagre']) {
      const text = await draw(
        `---\nconfig:\n  layout: ${layout}\n---\nflowchart LR\n  A --> B --> C & D --> E\n  A --> E`,
      );
      assert.equal(text, 'ABCDE');
      pictures.push(await markup());
    }
    assert.notEqual(pictures[0], pictures[1]);
  });

  it('shows formulas as MathML', async () => {
    await draw('flowchart LR\n  A["$$x = \\\\frac{a}{b}$$"] --> B["plain"]');
    assert.match(await markup(), /<math[^>]*>.*<mfrac>/s);
    await draw('sequenceDiagram\n  A->>B: $$\\sqrt{n}$$', 'sequence');
    assert.ok((await markup()).includes('<msqrt>'));
    await preview.screenshot('formula');
  });

  it('draws by hand where the diagram asks for it', async () => {
    await draw('flowchart LR\n  A --> B');
    assert.equal(await preview.page.locator('.picture g.rough-node').count(), 0);
    await draw('---\nconfig:\n  look: handDrawn\n---\nflowchart LR\n  A --> B{Rough?}');
    assert.equal(await preview.page.locator('.picture g.rough-node').count(), 2);
  });

  it('brings in the icons of a pack that a diagram names, and only their files', async () => {
    await draw(
      'flowchart LR\n  A@{ icon: "mdi:ab-testing", form: "circle", label: "Trial" } --> B@{ icon: "logos:kubernetes", label: "Cluster" }',
    );
    assert.deepEqual(iconsAsked().toSorted(), ['/parts/icons/logos/k.json', '/parts/icons/mdi/a.json']);
    const icons = await markup();
    assert.ok(!icons.includes('#087ebf'), 'the blue question mark of an icon that is not there');
    await draw(
      'architecture-beta\n  service a(logos:aws-lambda)[Function]\n  service b(mdi:database)[Store]\n  a:R --> L:b',
      'architecture',
    );
    assert.ok(!(await markup()).includes('#087ebf'));
    await preview.screenshot('icons');
    assert.equal(iconsAsked().length, 4);
  });

  it('finds an icon by another name it has, and shows a question mark for one that no pack has', async () => {
    await draw('flowchart LR\n  A@{ icon: "mdi:123", label: "Numbers" }');
    assert.ok(!(await markup()).includes('#087ebf'));
    assert.deepEqual(iconsAsked(), ['/parts/icons/mdi/1.json', '/parts/icons/mdi/n.json']);
    await draw('flowchart LR\n  A@{ icon: "mdi:no-such-icon", label: "Nothing" }');
    assert.ok((await markup()).includes('#087ebf') || (await markup()).includes('rgb(8, 126, 191)'));
  });

  it('says so when a part cannot be fetched, and asks for it again with the next diagram', async () => {
    await preview.page.route('**/parts/**', (route) => route.abort());
    const shown = await preview.show([zenuml]);
    assert.deepEqual(shown.failures, [
      { diagram: 0, problem: { kind: 'frame', message: 'its part “zenuml” could not be loaded' } },
    ]);
    await preview.page.unroute('**/parts/**');
    await draw(zenuml.text.replace('42', '44'), 'zenuml');
  });
});
