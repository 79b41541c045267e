/** *Refactor…*: what may be made of a diagram though nothing is wrong with it, such as its plane colours. */
import * as vscode from 'vscode';
import type { CheckedDiagram, CheckedDocument, Fix } from '../core/model.ts';
import { applyEdits } from '../core/document/edits.ts';
import { rangeOf } from './diagnostics.ts';
import type { CheckedDocuments } from './documents.ts';
import { toWorkspaceEdit } from './repair.ts';
import { ourSelector } from './selector.ts';

const kind = vscode.CodeActionKind.RefactorRewrite.append('diagramGates');

export function registerOffers(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only }, cancel) {
      if (only !== undefined && !only.intersects(kind)) return undefined;
      const checked = await documents.upToDate(document, cancel);
      if (checked?.version !== document.version) return undefined;
      return diagramsAt(document, checked, range).flatMap(({ offers: { colours, legend } = {} }) =>
        [colours, legend].flatMap((offer) => (offer === undefined ? [] : [new OfferAction(document, checked, offer)])),
      );
    },
    async resolveCodeAction(action, cancel) {
      if (!(action instanceof OfferAction)) return action;
      const { document, checked, offer } = action;
      const edit = await planOffers(documents, document, checked, [offer], cancel);
      if (edit !== undefined) action.edit = edit;
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(ourSelector, provider, { providedCodeActionKinds: [kind] });
}

/** Its edit is checked when somebody wants it. */
class OfferAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly checked: CheckedDocument;
  readonly offer: Fix;

  constructor(document: vscode.TextDocument, checked: CheckedDocument, offer: Fix) {
    super(vscode.l10n.t(offer.title), kind);
    this.document = document;
    this.checked = checked;
    this.offer = offer;
  }
}

/** The diagrams a selection or the cursor is in. */
export function diagramsAt(
  document: vscode.TextDocument,
  { diagrams }: CheckedDocument,
  range: vscode.Range,
): readonly CheckedDiagram[] {
  return diagrams.filter(({ span }) => rangeOf(document, span).intersection(range) !== undefined);
}

/**
 * The edits of several diagrams' offers as one. Undefined when somebody typed meanwhile, when `cancel` says so, or when a
 * diagram that renders would not any more.
 */
export async function planOffers(
  documents: CheckedDocuments,
  document: vscode.TextDocument,
  checked: CheckedDocument,
  offers: readonly Fix[],
  cancel: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const edits = offers.flatMap((offer) => offer.edits);
  const result = await documents.checkInstead(document, applyEdits(document.getText(), edits));
  const isHarmless =
    result?.diagrams.length === checked.diagrams.length &&
    result.diagrams.every(({ renders }, index) => renders || checked.diagrams[index]?.renders !== true);
  if (!isHarmless || cancel.isCancellationRequested || document.version !== checked.version) return undefined;
  return toWorkspaceEdit(document, edits);
}
