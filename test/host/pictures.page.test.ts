/** Pictures for other places, as their user makes them in VS Code: from the palette, a lens, and the preview's menu. */
import assert from 'node:assert/strict';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const slow = { ms: 40_000 };

describe('pictures for other places', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/previewPages' });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.openFile('harbour.md');
    await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
    await whenDrawn('Berth plan');
  });
  beforeEach(async () => {
    // What a failed test may have left open: a question, and the list before it.
    await workbench.press('Escape');
    await workbench.press('Escape');
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile('harbour.md');
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(() => workbench.close());

  const panel = (): Promise<Frame> =>
    workbench.previewFrame(async (frame) => (await frame.locator('.toolbar').count()) > 0);
  const picture = async () => (await panel()).locator('.figure:not([hidden]) .picture').first();
  const whenDrawn = (words: string): Promise<true> =>
    eventually(
      `the picture with “${words}”`,
      async () => {
        const shown = (await picture()).locator('svg', { hasText: words });
        return (await shown.count()) > 0 ? true : undefined;
      },
      slow,
    );
  const input = () => workbench.page.locator('.quick-input-widget:visible input');
  const choose = async (title: string, label: string): Promise<void> => {
    await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await input().fill(label);
    await eventually(`“${label}” in the list`, async () => {
      const rows = workbench.page.locator('.quick-input-widget:visible .monaco-list-row .label-name');
      return (await rows.first().innerText()).replaceAll('\u00a0', ' ') === label ? true : undefined;
    });
    await workbench.press('Enter');
  };
  /** Accepts the name that is offered, which ends so; gives it. */
  const acceptName = async (ending: string): Promise<string> => {
    await workbench.page.locator('.quick-input-title', { hasText: 'Export Diagram' }).waitFor();
    const offered = await eventually('the name that is offered', async () => {
      const name = await input().inputValue();
      return name.endsWith(ending) ? name : undefined;
    });
    await workbench.screenshot('export-dialog');
    await workbench.press('Enter');
    return path.basename(offered);
  };
  /** Gives a name of its own in place of the one that is offered, which VS Code may write a moment after its dialog is there. */
  const saveAs = async (name: string): Promise<void> => {
    await workbench.page.locator('.quick-input-title', { hasText: 'Export Diagram' }).waitFor();
    await eventually('the name that is offered', async () =>
      (await input().inputValue()).endsWith(path.extname(name)) ? true : undefined,
    );
    await input().fill(path.join(workbench.folder, name));
    await workbench.press('Enter');
  };
  const file = (name: string): Promise<Buffer> =>
    eventually(
      `the file ${name}`,
      async () => {
        const bytes = await readFile(path.join(workbench.folder, name)).catch(() => undefined);
        return bytes === undefined || bytes.length === 0 ? undefined : bytes;
      },
      slow,
    );
  const clipboard = (isWanted: (text: string) => boolean): Promise<string> =>
    eventually(
      'the wanted text on the clipboard',
      async () => {
        const text = await workbench.page.evaluate(() => navigator.clipboard.readText()).catch(() => '');
        return isWanted(text) ? text : undefined;
      },
      slow,
    );
  const menuItem = (name: string) => workbench.page.locator('.monaco-menu .action-label', { hasText: name });
  /** A menu that has just opened lets a click pass; a user would click again. */
  const chooseInMenu = async (name: string): Promise<void> => {
    await openMenu();
    await eventually(`the end of the menu with “${name}”`, async () => {
      if (!(await menuItem(name).isVisible())) return true;
      await menuItem(name)
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return undefined;
    });
  };
  const openMenu = async (): Promise<void> => {
    await (await picture()).click({ button: 'right' });
    await menuItem('Go to Source').waitFor();
  };

  it('are saved one by one, as what and where the user says', async () => {
    await workbench.goTo(16);
    await whenDrawn('arrival in 40 min');
    await workbench.runCommand('Diagram Gates: Export Diagram…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Export the diagram as' }).waitFor();
    await workbench.screenshot('export-kinds');
    await choose('Export the diagram as', 'SVG with plain text');
    const saved = await file(await acceptName('.svg'));
    assert.match(saved.toString('utf8'), /^<svg [^]*arrival in 40 min[^]*<\/svg>$/);
    assert.doesNotMatch(saved.toString('utf8'), /foreignObject/);
  });

  it('are saved from the lens above the fence, of its own diagram', async () => {
    await workbench.goTo(1);
    await whenDrawn('Berth plan');
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Export…' }).nth(1);
    await lens.click();
    await choose('Export the diagram as', 'PNG');
    const saved = await file(await acceptName('.png'));
    assert.equal(saved.subarray(1, 4).toString('latin1'), 'PNG');
    await whenDrawn('arrival in 40 min');
  });

  it('are saved for the whole page into a folder; what is there is kept unless told otherwise', async () => {
    const { page } = workbench;
    const before = await readdir(workbench.folder);
    await workbench.runCommand('Diagram Gates: Export All Diagrams of the Page…');
    await choose('Export 3 diagrams as', 'PNG');
    await page.locator('.quick-input-title', { hasText: 'Export All Diagrams of the Page' }).waitFor();
    await eventually('the folder', async () =>
      (await input().inputValue()).includes('previewPages') ? true : undefined,
    );
    await workbench.press('Enter');
    // One of the three was saved by the test before.
    const keep = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Keep Them' });
    await keep.waitFor();
    await workbench.screenshot('export-overwrite');
    await keep.click();
    const made = await eventually(
      'the two other files',
      async () => {
        const names = (await readdir(workbench.folder)).filter((name) => !before.includes(name));
        return names.length === 2 ? names : undefined;
      },
      slow,
    );
    for (const name of made) assert.equal((await file(name)).subarray(1, 4).toString('latin1'), 'PNG', name);
  });

  it('are saved as PDF, and over what is there only after a question', async () => {
    const { page } = workbench;
    await workbench.goTo(16);
    await whenDrawn('arrival in 40 min');
    const save = async (): Promise<void> => {
      await workbench.runCommand('Diagram Gates: Export Diagram…');
      await choose('Export the diagram as', 'PDF');
      await saveAs('calls.pdf');
    };
    await rm(path.join(workbench.folder, 'calls.pdf'), { force: true });
    await save();
    const saved = await file('calls.pdf');
    assert.match(saved.toString('latin1'), /^%PDF-.*%%EOF\s*$/s);
    await writeFile(path.join(workbench.folder, 'calls.pdf'), 'mine');
    await save();
    await page.locator('.quick-input-widget:visible', { hasText: 'already exists' }).waitFor();
    await workbench.press('Escape');
    await workbench.press('Escape');
    assert.equal((await file('calls.pdf')).toString(), 'mine');
  });

  it('are saved no further once somebody stops it, and those that are there are whole', async () => {
    const { page, folder } = workbench;
    const count = 200;
    const made = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => /^fleet-.*\.png$/.test(name));
    const diagram = (number: number): string => {
      const ships = Array.from({ length: 12 }, (_, ship) => `  s${ship}["Ship ${number}.${ship}"] --> s${ship + 1}`);
      return ['```mermaid', 'flowchart TD', ...ships, '```'].join('\n');
    };
    await writeFile(path.join(folder, 'fleet.md'), Array.from({ length: count }, (_, at) => diagram(at)).join('\n\n'));
    // What an attempt before this one saved.
    await Promise.all((await made()).map((name) => rm(path.join(folder, name))));
    await workbench.openFile('fleet.md');
    await whenDrawn('Ship 0.0');
    await workbench.runCommand('Diagram Gates: Export All Diagrams of the Page…');
    await choose(`Export ${count} diagrams as`, 'PNG');
    await page.locator('.quick-input-title', { hasText: 'Export All Diagrams of the Page' }).waitFor();
    await eventually('the folder', async () => ((await input().inputValue()).includes('/') ? true : undefined));
    await workbench.press('Enter');
    await eventually('the first files', async () => ((await made()).length > 1 ? true : undefined), slow);
    const progress = await workbench.notification('Exporting diagrams');
    await workbench.screenshot('export-progress');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    const report = await workbench.notification(`of ${count} diagrams.`);
    const said = Number(/Saved (\d+) of/.exec(await report.innerText())?.[1]);
    const names = await made();
    assert.equal(names.length, said);
    assert.ok(said < count, `all ${count} were saved`);
    for (const name of names) {
      const bytes = await readFile(path.join(folder, name));
      // A PNG ends with a chunk of this name and its check sum.
      assert.equal(bytes.subarray(-8, -4).toString('latin1'), 'IEND', name);
    }
  });

  it('are in the menu of the picture, with what else can be done with it', async () => {
    await openMenu();
    await workbench.screenshot('preview-menu');
    const labels = await workbench.page
      .locator('.monaco-menu .action-item:not(.disabled) .action-label')
      .allInnerTexts();
    assert.deepEqual(
      labels.map((label) => label.trim()).filter((label) => label !== ''),
      [
        ...['Copy Diagram as PNG', 'Copy Diagram as SVG', 'Copy Diagram as Markdown Image…', 'Export Diagram…'],
        ...['Go to Source', 'Show Diagram as Text', 'Fit Diagram', 'Show Diagram in Actual Size'],
        'Lock or Unlock Preview',
      ],
    );
    await workbench.press('Escape');
  });

  it('are copied as SVG, and as the Markdown of a file', async () => {
    await workbench.goTo(16);
    await whenDrawn('arrival in 40 min');
    await chooseInMenu('Copy Diagram as SVG');
    await clipboard((text) => text.startsWith('<svg ') && text.includes('arrival in 40 min'));
    await chooseInMenu('Copy Diagram as Markdown Image…');
    await saveAs('a call.svg');
    await file('a call.svg');
    assert.match(await clipboard((text) => text.startsWith('![')), /^!\[[^\]]+\]\(a%20call\.svg\)$/);
  });

  it('are copied as PNG, also when the focus is in the text', async () => {
    await workbench.goTo(16);
    await whenDrawn('arrival in 40 min');
    await workbench.runCommand('Diagram Gates: Copy Diagram as PNG');
    const type = await eventually(
      'a picture on the clipboard, or the offer to save it',
      async () => {
        const offer = workbench.page.locator('.notification-list-item', { hasText: 'Save as PNG…' });
        if ((await offer.count()) > 0) return 'offered';
        const types = await workbench.page
          .evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]).join())
          .catch(() => '');
        return types.includes('image/png') ? 'copied' : undefined;
      },
      slow,
    );
    assert.equal(type, 'copied');
    // The text has the focus again.
    await workbench.goTo(17);
  });

  it('lead back to the text from the menu', async () => {
    await workbench.goTo(1);
    await whenDrawn('Berth plan');
    await chooseInMenu('Go to Source');
    await eventually('the cursor in the diagram', async () => {
      const at = (await workbench.statusBar()).find((entry) => entry.startsWith('Ln '));
      return at?.startsWith('Ln 6,') === true ? true : undefined;
    });
  });
});
