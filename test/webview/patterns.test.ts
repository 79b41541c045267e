/**
 * Every diagram of every pattern is drawn in each theme and can be read. The first diagram of each becomes its picture:
 * `npm run pictures` writes them for docs/patterns.md, the test itself only to test-results.
 */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { patterns } from '../../core/patterns/library.ts';
import type { Pattern } from '../../core/patterns/pattern.ts';
import { fillBlock } from '../../core/patterns/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { results } from '../support/paths.ts';
import { drawnFile, drawnFrom, pictureFile, pictureLooks, picturesFolder } from '../support/pictures.ts';
import { flowchart } from './figures.ts';
import { labelContrasts } from './labelContrast.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';
import type { ThemeName } from './themes.ts';
import { takeThumbnail } from './thumbnail.ts';

const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];
const areKept = process.env['DIAGRAM_GATES_PICTURES'] === 'keep';

/** What WCAG asks of text. */
const leastContrast = 4.5;

describe('preview: patterns', function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: PreviewServer;
  let preview: Preview;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  for (const theme of themeNames) {
    describe(theme, () => {
      before(async () => {
        preview = await Preview.open(browser, server, { theme, width: 1400, height: 1100, budget: 60_000 });
      });
      after(async () => {
        assert.deepEqual(preview.errors, []);
        await preview.close();
      });

      for (const pattern of patterns) {
        it(`draws ${pattern.title}, each label with a contrast of ${leastContrast}:1`, async () => {
          for (const [index, text] of diagramsOf(pattern).entries()) {
            const { failures } = await preview.show([{ text }], 0, `${pattern.id}-${index}.md`);
            assert.deepEqual(failures, []);
            const contrasts = await labelContrasts(preview);
            assert.ok(contrasts.length > 3, 'the picture has labels');
            assert.deepEqual(
              contrasts.filter(({ ratio }) => ratio < leastContrast),
              [],
            );
            const look = pictureLooks.find((each) => each === theme);
            if (index === 0 && look !== undefined) await keepPicture(pattern, look);
          }
        });
      }
    });
  }

  it('would see a label that is too faint', async () => {
    preview = await Preview.open(browser, server, { theme: 'light' });
    await preview.show([{ text: `${flowchart.text}\n  faint[Faint]\n  style faint fill:#fff,color:#ccc` }]);
    const [first] = await labelContrasts(preview);
    assert.deepEqual(first, { text: 'Faint', ratio: 1.61 });
    await preview.close();
  });

  async function keepPicture(pattern: Pattern, look: (typeof pictureLooks)[number]): Promise<void> {
    const picture = await takeThumbnail(preview);
    const file = areKept
      ? pictureFile(pattern.id, look)
      : path.join(results, 'patterns', path.basename(pictureFile(pattern.id, look)));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
  }

  if (areKept) {
    after(async () => {
      await mkdir(picturesFolder, { recursive: true });
      const drawn = Object.fromEntries(patterns.map((pattern) => [pattern.id, drawnFrom(pattern)]));
      await writeFile(drawnFile, `${JSON.stringify(drawn, undefined, 2)}\n`);
    });
  }
});

/** The diagrams as Mermaid takes them. The line that marks today would make another picture every day. */
function diagramsOf(pattern: Pattern): readonly string[] {
  return pattern.body
    .filter(({ kind }) => kind === 'diagram')
    .map((block) => fillBlock(block).split('\n').slice(1, -1).join('\n'))
    .map((text) => (text.startsWith('gantt') ? `${text}\n    todayMarker off` : text));
}
