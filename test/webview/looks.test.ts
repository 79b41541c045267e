/** How the preview looks and reads: themes, papers, states; clean by axe; screenshots go to test-results. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { brokenFlowchart, flowchart, pie, sequence } from './figures.ts';
import type { Preview, TestDiagram } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import type { ThemeName } from './themes.ts';
import { usePreview } from './usePreview.ts';

const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

const checkout = {
  type: 'flowchart-v2',
  text: [
    'flowchart LR',
    '  subgraph Edge',
    '    CDN["CDN, 38,000 RPS"] --> WAF',
    '  end',
    '  subgraph State',
    '    DB[("PostgreSQL, 12 GB")]',
    '  end',
    '  WAF -->|allowed| API["Checkout API, p99 45 ms"] --> DB',
    '  WAF -->|blocked 2%| Drop((Drop))',
    '  style CDN fill:#3B82F6,color:#fff',
    '  style DB fill:#F59E0B',
  ].join('\n'),
};

describe('preview: looks', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  for (const theme of themeNames) {
    it(`is clean and legible in every state: ${theme}`, async () => {
      await open({ theme });
      await preview.show([checkout]);
      await judge(preview, `${theme}-healthy`);
      await preview.show([
        { ...checkout, fault: 'The label of DB is not closed: add )]', text: 'flowchart LR\n  DB[(' },
      ]);
      await settleAnimations(preview);
      await judge(preview, `${theme}-broken`);
      await preview.show([brokenFlowchart], 0, 'new.md');
      await settleAnimations(preview);
      await judge(preview, `${theme}-broken-from-the-start`);
      await preview.show([checkout, sequence, pie], 1, 'three.md');
      await preview.choose('Whole page');
      await preview.page.locator('.figure[data-state="drawn"]').nth(1).waitFor();
      await judge(preview, `${theme}-page`);
      await preview.show([], 0, 'prose.md');
      await judge(preview, `${theme}-empty`);
      await preview.send({ type: 'nothing', seq: 99, reason: 'no-document', name: undefined });
      await preview.settled(99);
      await judge(preview, `${theme}-nothing`);
    });
  }

  for (const theme of themeNames) {
    for (const width of [420, 1_200]) {
      it(`draws of a hundred diagrams those in sight: ${theme}, ${width} wide`, async () => {
        await open({ theme, width, height: 800 });
        const hundred = Array.from({ length: 100 }, (_, index): TestDiagram => {
          const { type = '', text } = [checkout, sequence, pie][index % 3] ?? checkout;
          return {
            type,
            text: `${text}\n%% ${index}`,
            title: `Service ${index + 1}`,
            ...(index === 2 ? { fault: 'No' } : {}),
          };
        });
        await preview.show(hundred, 1);
        await preview.choose('Whole page');
        await preview.page.locator('.figure[data-state="drawn"]').nth(1).waitFor();
        assert.equal(await preview.page.locator('.figure').count(), 100);
        await judge(preview, `${theme}-hundred-${width}`);
        const drawn = (await preview.renders()).length;
        assert.ok(drawn < 20, `${drawn} were drawn`);
      });
    }

    it(`is clean with the list of diagrams and the minimap open, with icons and with ZenUML: ${theme}`, async () => {
      await open({ theme, width: 900, height: 640 });
      const long = Array.from({ length: 14 }, (_, index) => `  s${index}["Stage ${index}, 12 GB"] --> s${index + 1}`);
      const icons = [
        'architecture-beta',
        '  group edge(mdi:cloud)[Edge]',
        '  service api(logos:kubernetes)[API] in edge',
        '  service db(mdi:database)[Orders]',
        '  api:R --> L:db',
      ];
      const zenuml = 'zenuml\n  title Order of 42 EUR\n  Client->Orders.insert(id) {\n    return done\n  }';
      await preview.show([{ ...flowchart, text: ['flowchart LR', ...long].join('\n') }, sequence, pie]);
      await preview.page.locator('.scroller').press('0');
      await preview.page.locator('.minimap').waitFor();
      assert.equal(await preview.page.locator('.filmstrip').isVisible(), true);
      await judge(preview, `${theme}-minimap`);
      await preview.show([{ type: 'architecture', text: icons.join('\n') }], 0, 'icons.md');
      await judge(preview, `${theme}-icons`);
      await preview.show([{ type: 'zenuml', text: zenuml }], 0, 'zenuml.md');
      await judge(preview, `${theme}-zenuml`);
    });
  }

  it('is usable in a narrow panel', async () => {
    await open({ width: 280, height: 480 });
    await preview.show([checkout, pie]);
    await judge(preview, 'narrow');
    const overflow = await preview.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(overflow, false);
  });

  it('follows the theme and redraws in its colours', async () => {
    await open({ theme: 'light' });
    await preview.show([flowchart]);
    assert.equal(await paper(preview), 'rgb(255, 255, 255)');
    await preview.setTheme('dark');
    await preview.page.waitForFunction(
      () => document.querySelector<HTMLElement>('.sheet')?.style.backgroundColor === 'rgb(31, 31, 31)',
    );
    assert.deepEqual(await preview.renders(), [flowchart.text, flowchart.text]);
    await preview.setTheme('light');
    await preview.page.waitForFunction(
      () => document.querySelector<HTMLElement>('.sheet')?.style.backgroundColor === 'rgb(255, 255, 255)',
    );
    assert.equal((await preview.renders()).length, 2, 'the light picture was kept');
  });

  it('leaves a diagram that picks its own theme as Mermaid draws it, on that theme’s paper', async () => {
    await open({ theme: 'dark' });
    await preview.show([{ type: 'flowchart-v2', text: `%%{init: {"theme": "forest"}}%%\n${flowchart.text}` }]);
    const own = await fillOfFirstNode(preview);
    assert.equal(await paper(preview), 'rgb(255, 255, 255)');
    await preview.setTheme('high-contrast');
    await preview.page.waitForFunction(() => (Reflect.get(window, 'rendered') as unknown[]).length === 2);
    await preview.page.locator('.figure[data-state="drawn"]').waitFor();
    assert.equal(await fillOfFirstNode(preview), own);
    assert.equal(own, 'rgb(205, 228, 152)');
  });

  it('keeps a label legible on a fill whose author left the text its default colour', async () => {
    await open({ theme: 'high-contrast' });
    const text = [
      'flowchart LR',
      '  A[pale] --> B[chosen] --> C[classed]:::c --> D[untouched]',
      '  style A fill:#ffeecc',
      '  style B fill:#ffeecc,color:#cc0000',
      '  classDef c fill:#3b82f6,color:#fff',
    ].join('\n');
    await preview.show([{ type: 'flowchart-v2', text }]);
    const colours = await preview.page.evaluate(() =>
      [...(document.querySelector('.picture')?.shadowRoot?.querySelectorAll('.node span') ?? [])].map(
        (label) => getComputedStyle(label.querySelector('p') ?? label).color,
      ),
    );
    assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(204, 0, 0)', 'rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  });

  it('stands still where motion is to be reduced', async () => {
    await open({ reducedMotion: true });
    await preview.show([{ type: 'flowchart-v2', text: 'flowchart LR\n  A e1@--> B\n  e1@{ animation: fast }' }]);
    const running = await preview.page.evaluate(() => document.getAnimations().length);
    assert.equal(running, 0);
  });

  it('names everything for those who listen', async () => {
    await open({});
    await preview.show([flowchart, pie]);
    const snapshot = await preview.page.locator('body').ariaSnapshot();
    for (const line of [
      'toolbar "Preview"',
      'button "This diagram" [pressed]',
      'region "Diagrams"',
      'Flowchart at line 1',
    ]) {
      assert.ok(snapshot.includes(line), `${line} is missing in\n${snapshot}`);
    }
    await preview.show([brokenFlowchart, pie]);
    await preview.page.getByRole('status').filter({ hasText: 'The label of Orders is not closed' }).waitFor();
  });
});

/** Takes a screenshot of the state and lets axe look at it. */
async function judge(preview: Preview, state: string): Promise<void> {
  await preview.screenshot(state);
  assert.deepEqual(await axeViolations(preview), [], state);
}

const settleAnimations = (preview: Preview): Promise<void> =>
  preview.page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });

const paper = (preview: Preview): Promise<string> =>
  preview.page
    .locator('.sheet')
    .first()
    .evaluate((sheet) => getComputedStyle(sheet).backgroundColor);

const fillOfFirstNode = (preview: Preview): Promise<string> =>
  preview.page.evaluate(() => {
    const shape = document.querySelector('.picture')?.shadowRoot?.querySelector('.node rect, .node path');
    return shape === null || shape === undefined ? '' : getComputedStyle(shape).fill;
  });
