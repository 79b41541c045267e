/** Draws given diagrams in every theme of VS Code, measures each label, and keeps the pictures that the documentation shows. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { results } from '../support/paths.ts';
import { arePicturesKept, drawnFile, drawnFrom, pictureFile, pictureLooks } from '../support/pictures.ts';
import type { PictureSet } from '../support/pictures.ts';
import { labelContrasts } from './labelContrast.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';
import type { ThemeName } from './themes.ts';
import { takeThumbnail } from './thumbnail.ts';
import type { PictureSize } from './thumbnail.ts';

const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

/** A Gantt chart takes all the room there is, and its words have one size: more room makes a smaller picture. */
const room = { width: 1400, height: 1100 };
const ganttRoom = { width: 900, height: 1100 };

/** The patterns' pictures stand in a list as well; one of a source is all there is to see of it. */
const sizes: Readonly<Record<PictureSet, PictureSize>> = {
  patterns: { width: 640, height: 420 },
  sources: { width: 880, height: 560 },
};

/** What WCAG asks of text. */
const leastContrast = 4.5;

export interface Drawable {
  /** What it is called in the test. */
  readonly title: string;
  readonly diagrams: () => Promise<readonly string[]> | readonly string[];
  /** The name of the picture that a diagram becomes, by its place; undefined when none is kept. */
  readonly pictureOf: (index: number) => string | undefined;
}

/** Tests for all of them; call it inside a `describe` with time enough. */
export function drawEach(drawables: readonly Drawable[], set: PictureSet | undefined): void {
  let browser: Browser;
  let server: PreviewServer;
  let preview: Preview;
  const drawn: Record<string, string> = {};

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
        preview = await Preview.open(browser, server, { theme, ...room, budget: 60_000 });
      });
      after(async () => {
        assert.deepEqual(preview.errors, []);
        await preview.close();
      });

      for (const [place, { title, diagrams, pictureOf }] of drawables.entries()) {
        it(`draws ${title}, each label with a contrast of ${leastContrast}:1`, async () => {
          for (const [index, text] of (await diagrams()).entries()) {
            const isGantt = gantt.test(text);
            await preview.page.setViewportSize(isGantt ? ganttRoom : room);
            // The line that marks today would make another picture every day.
            const shown = isGantt ? `${text}\n    todayMarker off` : text;
            const { failures } = await preview.show([{ text: shown }], 0, `${place}-${index}.md`);
            assert.deepEqual(failures, []);
            const contrasts = await labelContrasts(preview);
            assert.ok(contrasts.length > 2, 'the picture has labels');
            assert.deepEqual(
              contrasts.filter(({ ratio }) => ratio < leastContrast),
              [],
            );
            const name = pictureOf(index);
            const look = pictureLooks.find((each) => each === theme);
            if (set === undefined || name === undefined || look === undefined) continue;
            drawn[name] = drawnFrom(text);
            const file = pictureFile(set, name, look);
            const target = arePicturesKept ? file : path.join(results, set, path.basename(file));
            await keep(target, await takeThumbnail(preview, sizes[set]));
          }
        });
      }
    });
  }

  if (set !== undefined && arePicturesKept) {
    after(() => keep(drawnFile(set), `${JSON.stringify(drawn, undefined, 2)}\n`));
  }
}

async function keep(file: string, content: Buffer | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

const gantt = /^gantt$/m;
