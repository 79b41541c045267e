/** Says which document and place the user is at, at a calm pace. Only documents that were checked count. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { Clock } from '../../core/ports.ts';
import { Schedule } from '../../core/schedule.ts';
import { isCell, onDidMove, whereUserIs } from '../whereUserIs.ts';

/** Milliseconds between two looks at the cursor. */
const interval = 80;

/** The part of the checked documents that the preview reads. */
export interface CheckedSource {
  get(uri: vscode.Uri): CheckedDocument | undefined;
  readonly onDidCheck: vscode.Event<CheckedDocument>;
}

/** Calls `arrive` with the document the user is in and the cursor's offset, whenever one of them changes. */
export function followEditor(
  documents: CheckedSource,
  clock: Clock,
  arrive: (checked: CheckedDocument, offset: number) => void,
): vscode.Disposable {
  const look = (): void => {
    const here = whereUserIs();
    const checked = here && documents.get(here.document.uri);
    if (here === undefined || checked === undefined || checked.kind === 'configuration') return;
    // Most cells of a notebook have no diagram; the last one that had is more telling than nothing.
    if (checked.diagrams.length === 0 && isCell(here.document.uri)) return;
    arrive(checked, here.offset);
  };
  const schedule = new Schedule(clock, interval, look);
  const lookSoon = (): void => schedule.request('cursor');
  return vscode.Disposable.from(
    schedule,
    onDidMove(lookSoon),
    vscode.window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor === vscode.window.activeTextEditor) lookSoon();
    }),
    documents.onDidCheck((checked) => {
      // A new result is shown at once: the scheduler of the checks has slowed it down already.
      if (checked.uri === whereUserIs()?.document.uri.toString()) look();
    }),
  );
}
