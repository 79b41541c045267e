/** The commands that make pictures of diagrams: from the palette, a lens, or the preview's context menu. */
import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import { copyMarkdown, copyPng, copySvg } from './copy.ts';
import type { DrawnPage } from './drawnPage.ts';
import { exportDiagram, exportPage } from './export.ts';
import type { ExportSettings } from './export.ts';
import type { PreviewPanel } from './panel.ts';

export interface PictureCommandParts {
  /** The panel that a command is about, opened when need be, and the diagram it names. */
  readonly find: (argument: unknown) => Promise<FoundPanel>;
  readonly settings: () => ExportSettings;
}

export interface FoundPanel {
  readonly panel: PreviewPanel;
  /** Absent for the one at the cursor. */
  readonly diagram: number | undefined;
}

type PictureWork = (page: DrawnPage, diagram: number, settings: ExportSettings) => Promise<void>;

export function registerPictureCommands({ find, settings }: PictureCommandParts): vscode.Disposable {
  const register = (id: string, work: PictureWork): vscode.Disposable =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      complain(async () => {
        const { panel, diagram } = await find(argument);
        const page = await panel.drawnPage();
        const index = diagram ?? panel.current;
        if (index === undefined) throw new Error(vscode.l10n.t('This document has no diagram.'));
        await work(page, index, settings());
      }),
    );
  return vscode.Disposable.from(
    register(commands.copyPng.id, copyPng),
    register(commands.copySvg.id, copySvg),
    register(commands.copyMarkdown.id, copyMarkdown),
    register(commands.exportDiagram.id, exportDiagram),
    register(commands.exportPage.id, (page, _, wanted) => exportPage(page, wanted)),
  );
}

/** Says in a message what went wrong. */
async function complain(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const problem = thrown instanceof Error ? thrown.message : String(thrown);
    void vscode.window.showErrorMessage(vscode.l10n.t('There is no picture: {0}', problem));
  }
}
