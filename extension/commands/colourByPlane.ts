/** The command *Colour Diagram by Plane*: the diagram at the cursor, or every architecture of the page when it is in none. */
import * as vscode from 'vscode';
import type { CheckedDocuments } from '../documents.ts';
import type { ExtensionLog } from '../log.ts';
import { diagramsAt, planOffers } from '../offers.ts';

export async function colourByPlane(documents: CheckedDocuments, log: ExtensionLog): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const never = new vscode.CancellationTokenSource();
  try {
    const checked = await documents.upToDate(document, never.token, 'wanted');
    if (checked?.version !== document.version) return;
    const here = diagramsAt(document, checked, selection);
    const wanted = here.length > 0 ? here : checked.diagrams;
    const offers = wanted.flatMap(({ offers }) => offers?.colours ?? []);
    const edit = offers.length === 0 ? undefined : await planOffers(documents, document, checked, offers, never.token);
    if (edit !== undefined) {
      await vscode.workspace.applyEdit(edit);
      return;
    }
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to colour: no architecture here lacks the colour of a plane.'),
    );
  } catch (problem) {
    log.error(`could not colour ${document.uri.toString()}: ${String(problem)}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The diagram could not be coloured.'));
  } finally {
    never.dispose();
  }
}
