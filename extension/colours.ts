/** Shows the hexadecimal colours of diagrams in the editor, with VS Code's own picker to change them. */
import * as vscode from 'vscode';
import { formatColour } from '../core/colour/colour.ts';
import { findColours } from '../core/colour/findColours.ts';
import { mapSpanToSource } from '../core/document/edits.ts';
import { rangeOf } from './diagnostics.ts';
import type { CheckedDocuments } from './documents.ts';
import { ourSelector } from './selector.ts';

const most = 255;

export function registerColours(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.DocumentColorProvider = {
    async provideDocumentColors(document, cancel) {
      const checked = await documents.upToDate(document, cancel);
      if (checked?.version !== document.version) return undefined;
      return checked.diagrams.flatMap((diagram) =>
        findColours(diagram.text).map(({ colour: { red, green, blue, alpha }, span }) => {
          const colour = new vscode.Color(red / most, green / most, blue / most, alpha);
          return new vscode.ColorInformation(rangeOf(document, mapSpanToSource(diagram, span)), colour);
        }),
      );
    },
    provideColorPresentations({ red, green, blue, alpha }) {
      // Commas part declarations, so that only the hexadecimal form is safe in every place.
      const colour = { red: red * most, green: green * most, blue: blue * most, alpha };
      return [new vscode.ColorPresentation(formatColour(colour))];
    },
  };
  return vscode.languages.registerColorProvider(ourSelector, provider);
}
