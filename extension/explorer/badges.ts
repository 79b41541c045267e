/** Badges beside the files of the explorer: how many gates a page fails, where that is known and the setting asks for it. */
import * as vscode from 'vscode';
import { stateOf } from '../../core/workspace/pageTree.ts';
import type { PageState } from '../../core/workspace/pageTree.ts';
import type { Settings } from '../settings.ts';
import type { Verdicts } from '../workspace/verdicts.ts';
import { stateLine } from './stateWords.ts';

/** Of more, VS Code would forget some. */
const mostAtOnce = 200;

export function registerBadges(verdicts: Verdicts, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  let isOn = settings.of().badges;
  return vscode.Disposable.from(
    changed,
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => {
        const checked = isOn ? verdicts.of(uri) : undefined;
        const state = checked && stateOf({ path: uri.path, checked });
        // What only the baseline knows of is old news.
        return state === undefined || state.applicable === 0 ? undefined : decorationOf(state);
      },
    }),
    verdicts.onDidChange((uris) => {
      if (isOn) changed.fire(uris.length > mostAtOnce ? undefined : [...uris]);
    }),
    settings.onDidChange(() => {
      const was = isOn;
      isOn = settings.of().badges;
      if (was !== isOn) changed.fire(undefined);
    }),
  );
}

function decorationOf(state: PageState): vscode.FileDecoration {
  const { failed } = state;
  // With a sign of its own: VS Code has the number of problems in the same place.
  const badge = failed.length === 0 ? '◆' : `◆${failed.length}`;
  return new vscode.FileDecoration(
    badge,
    vscode.l10n.t('Diagram Gates: {0}', stateLine(state)),
    new vscode.ThemeColor(colourOf(state)),
  );
}

function colourOf({ failed }: PageState): string {
  if (failed.length === 0) return 'charts.green';
  return failed.includes('renders') ? 'list.errorForeground' : 'list.warningForeground';
}
