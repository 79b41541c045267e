import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cleanMessage } from '../../core/mermaid/parserWords.ts';
import type { Oracle, OracleVerdict } from '../../core/ports.ts';
import { launchBrowser } from '../support/browser.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { projectRoot } from '../support/paths.ts';
import { readRealDiagrams } from '../support/realDiagrams.ts';

/** What Mermaid as published says of a text in a browser. */
interface BrowserVerdict {
  readonly type: string | undefined;
  readonly message: string | undefined;
}

/** Mermaid as a page has it; evaluated in the browser. */
interface PageMermaid {
  initialize(config: object): void;
  parse(text: string): Promise<{ readonly diagramType: string }>;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}
declare const mermaid: PageMermaid;

const judgeIn = (page: Page, text: string): Promise<BrowserVerdict> =>
  page.evaluate(async (diagram): Promise<BrowserVerdict> => {
    try {
      return { type: (await mermaid.parse(diagram)).diagramType, message: undefined };
    } catch (thrown) {
      return { type: undefined, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }, text);

const compare = (id: string, ours: OracleVerdict, theirs: BrowserVerdict): void => {
  // Mermaid as published does not have the plug-in that the preview has.
  if (ours.type === 'zenuml') {
    assert.match(theirs.message ?? '', /No diagram type detected/);
    return;
  }
  assert.equal(ours.renders, theirs.message === undefined, `${id}: ${theirs.message ?? 'renders in the browser'}`);
  if (ours.renders) {
    assert.equal(ours.type, theirs.type, id);
    return;
  }
  const message = theirs.message ?? '';
  // Langium's errors come one by one from the oracle and joined from the browser; YAML's with an excerpt.
  if (message.startsWith('Parsing failed') || ours.faults[0].message.startsWith('The front matter')) return;
  assert.equal(ours.faults[0].message, cleanMessage(message), id);
};

/** Faults that a parser without a page might see differently, and texts that reach for the page. */
const delicate: readonly string[] = [
  'sequenceDiagram\n  box rgb(1,2,3) Shop\n    participant A\n  end\n  A->>A: x',
  'sequenceDiagram\n  box nocolour Shop\n    participant A\n  end\n  A->>A: x',
  'sequenceDiagram\n  participant A\n  details A: nowhere\n  A->>A: x',
  'sequenceDiagram\n  participant A\n  links A: {"a": "https://b.test"}\n  A->>A: x',
  'flowchart LR\n  a["<script>alert(1)</script>"] --> b\n  click a callback "tip"\n  click b href "https://c.test"',
  'flowchart LR\n  a@{ shape: blob }',
  'flowchart LR\n  a@{ icon: "fa:user", form: "square" }',
  'flowchart LR\n  a["$$x^2$$"]',
  'flowchart-elk LR\n  a --> b',
  'classDiagram\n  class A\n  click A call open() "tip"',
  'gantt\n  dateFormat YYYY-MM-DD\n  section a\n  b : done, 2024-13-45, 3d\n  click b href "https://c.test"',
  'journey\n  title Pay\n  section Shop\n    look: x: me',
  'C4Context\n  Person(a, "A", "b")\n  UpdateElementStyle(a, $fontColor="red")',
  'stateDiagram-v2\n  state my long name {\n  }',
  'pie\n  "a" : -1',
  'gitGraph\n  commit\n  checkout nowhere',
  'architecture-beta\n  service a(cloud)[A] in nowhere',
  'xychart-beta\n  x-axis [a, b]\n  bar [1]',
  'quadrantChart\n  a: [2, 2]',
  'sankey-beta\na,b',
  'mindmap\n  a\nb',
  'kanban\n  todo\n    a@{ priority: "x"',
  '---\ntitle: [\n---\nflowchart LR\n  a',
  '---\nconfig:\n  theme: nowhere\n  securityLevel: loose\n---\nflowchart LR\n  a',
  '%%{init: {"theme": "dark", "flowchart": {"curve": 1}}}%%\nflowchart LR\n  a --> b',
  '%%{init: {broken}%%\nflowchart LR\n  a',
  '---',
  '',
  'zenuml\n  A->B: x',
  'error',
];

describe('verdicts of the checker and of a browser', function () {
  this.timeout(900_000);
  let browser: Browser;
  let page: Page;
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>mermaid</title>');
    await page.addScriptTag({
      content: await readFile(path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.min.js'), 'utf8'),
    });
    await page.evaluate(() =>
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        suppressErrorRendering: true,
        logLevel: 'fatal',
      }),
    );
  });

  after(() => browser.close());

  const agreeOn = async (diagrams: readonly { readonly id: string; readonly text: string }[]): Promise<void> => {
    const [accepted, refused] = [[] as string[], [] as string[]];
    for (const { id, text } of diagrams) {
      const verdict = await oracle.parse(text);
      compare(
        id,
        verdict,
        await judgeIn(page, text).catch((problem: unknown) => assert.fail(`${id}: ${String(problem)}`)),
      );
      (verdict.renders ? accepted : refused).push(id);
    }
    console.log(`      ${accepted.length} accepted and ${refused.length} refused by both`);
  };

  it('agree on a valid diagram of each type, each of them also broken', async () => {
    const samples = readSamples();
    assert.ok(samples.length > 100, 'the samples are there');
    await agreeOn(samples);
    await agreeOn(samples.map(({ id, text }) => ({ id: `${id}, broken`, text: `${text}\n  ]]} ??? {\n` })));
  });

  it('agree where a page might make a difference', () => agreeOn(delicate.map((text) => ({ id: text, text }))));

  it('agree on every diagram of the real pages', () => agreeOn(readRealDiagrams()));

  it('differ only where Mermaid parses what it does not draw', async () => {
    const long = `sequenceDiagram\n${'  A->>B: twenty characters here\n'.repeat(1_700)}`;
    assert.equal((await judgeIn(page, long)).message, undefined);
    const svg = await page.evaluate(async (text) => (await mermaid.render('long', text)).svg, long);
    assert.ok(svg.includes('Maximum text size in diagram exceeded'));
    assert.equal((await oracle.parse(long)).renders, false);
  });
});
