/** Drives a real VS Code from outside, with keyboard and screen only, as its user would. */
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { makeTemporaryFolder, projectRoot, results } from './paths.ts';
import { startServer } from './server.ts';
import { readSquiggles } from './squiggles.ts';
import type { Squiggle } from './squiggles.ts';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export interface WorkbenchOptions {
  /** The folder to work in; it is copied first, so that nothing typed stays. Absolute, or relative to the project. */
  readonly folder: string;
  /** A `.code-workspace` file of the folder to open instead of it. */
  readonly workspace?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Light unless told. */
  readonly theme?: keyof typeof themes;
  /** The extension under development; ours unless told. Absolute. */
  readonly extension?: string;
  /** Leave workspace trust on, so that the folder opens in Restricted Mode. */
  readonly restricted?: boolean;
  /** Where the extension runs: the server's Node, unless told that it is the browser. */
  readonly extensionHost?: 'node' | 'web';
  /** The size of the window in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** How many pixels of a screenshot stand for a CSS pixel; one unless told. */
  readonly scale?: number;
}

export interface Workbench {
  /** The page itself, for what has no helper. */
  readonly page: Page;
  /** The copy of the folder. */
  readonly folder: string;
  /** Opens a file by its name through Quick Open and waits for its text. */
  readonly openFile: (name: string) => Promise<void>;
  /** Puts the cursor at a 1-based line and column of the active editor. */
  readonly goTo: (line: number, column?: number) => Promise<void>;
  /** Types key by key into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** Presses one key or chord, such as `Control+A`. */
  readonly press: (key: string) => Promise<void>;
  /** Runs a command by its full title in the palette, such as `View: Close Editor`; rejects when it is not offered. */
  readonly runCommand: (title: string) => Promise<void>;
  readonly squiggles: () => Promise<readonly Squiggle[]>;
  /** The rows of the Problems panel as text, opened when it is not. */
  readonly problems: () => Promise<readonly string[]>;
  /** The entries of the status bar as text. */
  readonly statusBar: () => Promise<readonly string[]>;
  /** Waits for a webview's frame: one whose address contains the text, or which the predicate accepts. */
  readonly previewFrame: (wanted: string | ((frame: Frame) => Promise<boolean> | boolean)) => Promise<Frame>;
  /** Opens the list behind the bell, since VS Code under its test driver shows no toasts, and waits for a message. */
  readonly notification: (text: string) => Promise<Locator>;
  /** Saves a picture as `test-results/<name>.png`. */
  readonly screenshot: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a folder in a fresh VS Code with one extension. The caller closes it. */
export const openWorkbench = async (options: WorkbenchOptions): Promise<Workbench> => {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const parent = await makeTemporaryFolder('folder');
    undo.push(() => rm(parent, { recursive: true, force: true, maxRetries: 3 }));
    // The name shows in the explorer and in pictures.
    const folder = path.join(parent, path.basename(options.folder));
    await cp(path.resolve(projectRoot, options.folder), folder, { recursive: true });

    const server = await startServer({
      settings: { ...stillSettings, 'workbench.colorTheme': themes[options.theme ?? 'light'], ...options.settings },
      restricted: options.restricted ?? false,
    });
    undo.push(server.stop);
    const browser = await launchBrowser();
    undo.push(() => browser.close());

    const page = await browser.newPage({
      viewport: options.size ?? { width: 1400, height: 900 },
      deviceScaleFactor: options.scale ?? 1,
    });
    await page.goto(
      server.workbenchUrl({
        folder,
        ...(options.workspace === undefined ? {} : { workspace: path.join(folder, options.workspace) }),
        extension: options.extension ?? projectRoot,
        payload: options.extensionHost === 'web' ? [['extensionDevelopmentKind', 'web']] : [],
      }),
    );
    await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
    await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: 60_000 });
    // The test driver of VS Code itself, which the server switches on.
    await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
    return { ...drive(page), page, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Typing means typing, and a picture shows the same each time. */
const stillSettings: Readonly<Record<string, unknown>> = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'window.autoDetectColorScheme': false,
  'workbench.reduceMotion': 'on',
};

type Drive = Omit<Workbench, 'page' | 'folder' | 'close'>;

const drive = (page: Page): Drive => {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const input = page.locator('.quick-input-widget .quick-input-box input');
  const rows = page.locator('.quick-input-widget .quick-input-list .monaco-list-row');

  /** Opens the quick input with a text in it; a busy window may close it again at once, and a user would press the key once more. */
  const openQuickInput = async (text: string): Promise<void> => {
    // One that is just closing would let the text fall into the editor.
    await input.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    await eventually(
      'the quick input',
      async () => {
        if (!(await input.isVisible())) await press('F1');
        return input.fill(text, { timeout: 3000 }).then(
          () => true as const,
          () => undefined,
        );
      },
      { ms: 30_000 },
    );
  };

  /** Opens the quick input with a text in it and accepts the first row that `isWanted`, wherever it is listed. */
  const pick = async (text: string, isWanted: (row: string) => boolean): Promise<void> => {
    await openQuickInput(text);
    const labels = (): Promise<string[]> =>
      rows.evaluateAll((found) =>
        found
          .toSorted((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => (row.querySelector('.label-name')?.textContent ?? '').replaceAll('\u00a0', ' ')),
      );
    let asked = performance.now();
    const place = await eventually(
      `“${text}” in the quick input`,
      async () => {
        const index = (await labels()).findIndex(isWanted);
        if (index !== -1) return index;
        // What was asked before the extension host was ready stays unanswered; a user would ask again, too.
        if (performance.now() - asked > 3000) {
          await input.fill('');
          await input.fill(text);
          asked = performance.now();
        }
        return undefined;
      },
      { ms: 30_000, instead: async () => (await rows.allInnerTexts()).slice(0, 5).join(' | ') || 'nothing offered' },
    );
    for (let at = 0; at < place; at += 1) await press('ArrowDown');
    await press('Enter');
    // A command may ask something itself, in the same place.
    await eventually('the end of the quick input', async () => {
      if (!(await input.isVisible())) return true;
      const now = await input.inputValue({ timeout: 1000 }).catch(() => undefined);
      return now === text ? undefined : true;
    });
  };

  const runCommand = (title: string): Promise<void> => pick(`>${title}`, (label) => label === title);

  const problemRows = page.locator('.markers-panel .monaco-list-row');

  return {
    press,
    type,
    runCommand,
    openFile: async (name) => {
      await pick(name, (label) => label === path.basename(name));
      const tab = page.locator('.tab.active', { hasText: path.basename(name) });
      await tab.first().waitFor();
      // A notebook's cells lie over the editor's place and need not have an editor each.
      const text = '.editor-group-container.active .monaco-editor .view-line';
      await page.locator(`${text}, .notebookOverlay .monaco-list-row`).first().waitFor();
    },
    goTo: async (line, column = 1) => {
      await openQuickInput(`:${line}:${column}`);
      await press('Enter');
      await input.waitFor({ state: 'hidden' });
    },
    squiggles: () => readSquiggles(page),
    problems: async () => {
      if (!(await page.locator('.markers-panel').isVisible())) {
        await runCommand('Problems: Focus on Problems View');
        await page.locator('.markers-panel').waitFor();
      }
      const texts = await problemRows.allInnerTexts();
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    },
    statusBar: async () => {
      const texts = await page.locator('.part.statusbar .statusbar-item').allInnerTexts();
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
    },
    previewFrame: (wanted) => {
      const accepts = typeof wanted === 'string' ? (frame: Frame) => frame.url().includes(wanted) : wanted;
      return eventually(
        'the frame of a webview',
        async () => {
          for (const frame of page.frames()) {
            // A frame may go while it is looked at; then it is not the one.
            if (frame !== page.mainFrame() && (await Promise.resolve(accepts(frame)).catch(() => false))) return frame;
          }
          return undefined;
        },
        {
          instead: () =>
            page
              .frames()
              .map((frame) => frame.url())
              .join(' | '),
        },
      );
    },
    notification: async (text) => {
      const found = page.locator('.notifications-center .monaco-list-row', { hasText: text }).first();
      await eventually(
        `“${text}”`,
        async () => {
          if (await found.isVisible()) return true;
          if (await page.locator('.notifications-center.visible').isVisible()) return undefined;
          await page.locator('[id="status.notifications"]').click();
          return undefined;
        },
        { ms: 40_000 },
      );
      return found;
    },
    screenshot: async (name) => {
      await mkdir(results, { recursive: true });
      const file = path.join(results, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
  };
};
