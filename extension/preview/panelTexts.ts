/** The preview's texts, each handed to the translator. */
import type { TextKey } from '../../core/protocol.ts';

/** Translates a text; `vscode.l10n.t` in the extension, the text itself in tests. */
export type Translate = (text: string) => string;

export const panelTexts = (t: Translate): Readonly<Record<TextKey, string>> => ({
  oneDiagram: t('This diagram'),
  wholePage: t('Whole page'),
  zoomIn: t('Zoom in'),
  zoomOut: t('Zoom out'),
  actualSize: t('Actual size'),
  fit: t('Fit'),
  toolbar: t('Preview'),
  viewChoice: t('What to show'),
  diagrams: t('Diagrams'),
  diagramName: t('{0} at line {1}'),
  untypedName: t('Diagram'),
  position: t('{0}, {1} of {2}'),
  drawing: t('Drawing…'),
  drawn: t('{0}: renders again'),
  broken: t('{0}: {1}'),
  goToFault: t('Go to line {0}'),
  goToDiagram: t('Go to line {0}'),
  noPicture: t('No picture yet: it appears when the diagram renders.'),
  noDiagram: t('No diagram in {0}'),
  noDiagramHint: t('Write a fenced block that starts with ```mermaid, or use the command “Insert Pattern…”.'),
  noDocument: t('Nothing to preview'),
  noDocumentHint: t('Open a Markdown or Mermaid file: its diagrams appear here and follow the cursor.'),
  missingFile: t('{0} is not there any more'),
  missingFileHint: t('It was moved or deleted. The preview follows the next file you open.'),
  blocked: t('{0} external references blocked'),
  tryAgain: t('Try again'),
  failedMermaid: t('Does not render: {0}'),
  failedGuardTotal: t('Longer than {0} characters: split the diagram'),
  failedGuardLine: t('Line {1} of the diagram is longer than {0} characters: break it'),
  failedGuardStyleLine: t('The style in line {1} of the diagram is longer than {0} characters: break it'),
  failedGuardNumber: t('Line {1} of the diagram has a number above {0}: use a smaller one'),
  failedGuardAliases: t('The front matter has more than {0} YAML aliases: write them out'),
  failedRemoteImage: t('Pictures from the network are not loaded: use a data: image or a shape'),
  failedTimeout: t('Not drawn within {0} s: make the diagram smaller'),
  failedTooLarge: t('The picture is larger than {0} characters: make the diagram smaller'),
  failedFrame: t('Mermaid could not be started: {0}'),
});
