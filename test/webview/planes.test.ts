/** The planes of an architecture above its picture: a legend, and a light on one of them. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { pie } from './figures.ts';
import type { Preview } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

const architecture = {
  type: 'flowchart-v2',
  text: [
    'flowchart LR',
    '  subgraph Edge',
    '    cdn_eu["CDN, 38,000 RPS"] -->|clean| waf[WAF]',
    '  end',
    '  waf --> api["Checkout API"] --> db[("Orders, 12 GB")]',
    '  style cdn_eu fill:#3B82F6,color:#fff',
    '  style waf fill:#3B82F6,color:#fff',
    '  style api fill:#10B981',
    '  style db fill:#F59E0B',
  ].join('\n'),
  planes: [
    { name: 'edge', fill: '#3B82F6', nodes: ['cdn_eu', 'waf'] },
    { name: 'service', fill: '#10B981', nodes: ['api'] },
    { name: 'state', fill: '#F59E0B', nodes: ['db'] },
  ],
  findings: { error: 0, warning: 0, info: 1, words: ['Line 9: The label has a contrast of 2.1:1 on `#F59E0B`.'] },
};

describe('preview: planes', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  /** What is dimmed: the words of nodes and edge labels, and how many arrows. */
  const dimmed = (): Promise<{ readonly words: readonly string[]; readonly arrows: number }> =>
    preview.page.evaluate(() => {
      const tree = document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot;
      const isDim = (element: Element): boolean => getComputedStyle(element).opacity === '0.2';
      const of = (selector: string): Element[] => [...(tree?.querySelectorAll(selector) ?? [])].filter(isDim);
      return {
        words: of('.node, .cluster, .edgeLabel')
          .map((element) => element.textContent.trim())
          .filter((words) => words !== '')
          .sort(),
        arrows: of('.edgePaths > *').length,
      };
    });
  const plane = (name: string): ReturnType<Preview['page']['locator']> =>
    preview.page.locator('.figure:not([hidden]) .plane', { hasText: name });

  it('stand above the picture with their colours, and only where there are some', async () => {
    await open();
    await preview.show([architecture, pie]);
    const seen = await preview.page
      .locator('.figure:not([hidden]) .plane')
      .evaluateAll((planes) =>
        planes.map((found) => [
          found.textContent,
          getComputedStyle(found.querySelector('.plane-swatch') ?? found).backgroundColor,
          found.getAttribute('title'),
        ]),
      );
    assert.deepEqual(seen, [
      ['edge', 'rgb(59, 130, 246)', 'Highlight the edge plane: 2 parts'],
      ['service', 'rgb(16, 185, 129)', 'Highlight the service plane: 1 parts'],
      ['state', 'rgb(245, 158, 11)', 'Highlight the state plane: 1 parts'],
    ]);
    await preview.moveTo(1);
    await preview.page.locator('.figure:not([hidden])').filter({ hasText: 'Pie' }).waitFor();
    assert.equal(await preview.page.locator('.figure:not([hidden]) .plane').count(), 0);
  });

  it('are lit one at a time: the rest of the picture is dimmed, arrows between their own parts are not', async () => {
    await open();
    await preview.show([architecture]);
    assert.deepEqual(await dimmed(), { words: [], arrows: 0 });
    await plane('edge').click();
    assert.deepEqual(await dimmed(), { words: ['Checkout API', 'Edge', 'Orders, 12 GB'], arrows: 2 });
    await plane('state').click();
    assert.equal(await plane('edge').getAttribute('aria-pressed'), 'false');
    assert.deepEqual(await dimmed(), { words: ['CDN, 38,000 RPS', 'Checkout API', 'Edge', 'WAF', 'clean'], arrows: 3 });
    await plane('state').click();
    assert.deepEqual(await dimmed(), { words: [], arrows: 0 });
  });

  it('stay lit through an edit, and go out with their plane', async () => {
    await open();
    await preview.show([architecture]);
    await plane('service').click();
    await preview.show([{ ...architecture, text: architecture.text.replace('Checkout', 'Order') }]);
    assert.equal(await plane('service').getAttribute('aria-pressed'), 'true');
    assert.ok(!(await dimmed()).words.includes('Order API'));
    await preview.show([{ ...architecture, planes: architecture.planes.filter(({ name }) => name !== 'service') }]);
    assert.deepEqual(await dimmed(), { words: [], arrows: 0 });
  });

  it('lead to a finding about contrast from the sign beside them', async () => {
    await open();
    await preview.show([architecture]);
    const sign = preview.page.locator('.figure:not([hidden]) .found').locator('..');
    assert.match((await sign.getAttribute('title')) ?? '', /contrast of 2\.1:1/);
    await sign.click();
    assert.equal((await preview.said('revealFindings')).diagram, 0);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`are clean and legible: ${theme}, wide and narrow`, async () => {
      for (const width of [720, 280]) {
        await open({ theme, width });
        await preview.show([architecture, pie]);
        await plane('edge').click();
        await preview.screenshot(`planes-${theme}-${width}`);
        assert.deepEqual(await axeViolations(preview), []);
        if (width === 720) await preview.close();
      }
    });
  }
});
