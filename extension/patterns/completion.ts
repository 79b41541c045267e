/** Offers patterns while somebody types `/` or `dg-` on a line of its own; Markdown has no suggestions by itself. */
import * as vscode from 'vscode';
import type { Pattern } from '../../core/patterns/pattern.ts';
import { fitPattern, placeOfTrigger } from '../../core/patterns/place.ts';
import type { PatternPlace } from '../../core/patterns/place.ts';
import { fillDefaults, renderSnippet } from '../../core/patterns/render.ts';
import { markdownLanguages } from '../ours.ts';
import type { Settings } from '../settings.ts';
import { pageOf } from './page.ts';
import type { TeamPatterns } from './team.ts';

/** Narrower than elsewhere: nobody wants to be asked at every hyphen of every language. */
const selector: vscode.DocumentSelector = [
  ...markdownLanguages.map((language) => ({ language })),
  { language: 'mermaid' },
  { pattern: '**/*.{mmd,mermaid}' },
];

export function registerPatternCompletion(
  patterns: readonly Pattern[],
  ours: TeamPatterns,
  settings: Settings,
): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, cancel, { triggerKind }) {
      // Looked at first, since hyphens and slashes are everywhere and the rest reads the whole page.
      const typed = /(?:^|[ \t>])(\/[\w-]*|dg-[\w-]*)$/.exec(
        document.lineAt(position).text.slice(0, position.character),
      );
      if (typed === null) return [];
      const place = placeOfTrigger(pageOf(document, settings), document.offsetAt(position));
      if (place === undefined) return [];
      const isAsked = triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter;
      const team = await ours.read();
      if (cancel.isCancellationRequested) return [];
      const builtIn = isAsked && isLeftToSnippets(place, typed[1] ?? '') ? [] : patterns;
      return [...builtIn, ...fitting(team, place)].map((pattern, index) =>
        itemOf(pattern, index, place, document, typed[1] ?? ''),
      );
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, '/', '-');
}

/** A team's pattern may have no diagram, and then has nothing for a place inside one. */
function fitting(team: readonly Pattern[], { target }: PatternPlace): readonly Pattern[] {
  return team.filter(({ body }) => target === 'page' || body.some(({ kind }) => kind === 'diagram'));
}

/** When suggestions are asked for, the editor itself offers the snippet files; only what they do not fit is ours then. */
function isLeftToSnippets(place: PatternPlace, typed: string): boolean {
  return typed.startsWith('dg-') && place.prefix === '';
}

function itemOf(
  pattern: Pattern,
  index: number,
  place: PatternPlace,
  document: vscode.TextDocument,
  typed: string,
): vscode.CompletionItem {
  const { target, span } = place;
  const item = new vscode.CompletionItem(
    { label: pattern.title, description: pattern.trigger },
    vscode.CompletionItemKind.Snippet,
  );
  const trigger = typed.startsWith('/') ? pattern.trigger.replace(/^dg-/, '/') : pattern.trigger;
  item.filterText = `${trigger} ${pattern.title}`;
  item.sortText = String(index).padStart(3, '0');
  item.detail = pattern.description;
  item.documentation = new vscode.MarkdownString().appendCodeblock(fillDefaults(pattern, target), 'markdown');
  item.insertText = new vscode.SnippetString(fitPattern(place, renderSnippet(pattern, { target })));
  item.keepWhitespace = true;
  item.range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  return item;
}
