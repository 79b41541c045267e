/** Explains what is underlined: why the rule is there and, beside it, an example that passes. */
import * as vscode from 'vscode';
import { readRulePage } from '../core/rulePage.ts';
import type { Finding } from '../core/model.ts';
import type { CheckedDocuments } from './documents.ts';
import { readRulePageText, rulePage } from './rulePages.ts';
import { ourSelector } from './selector.ts';

/** Several findings at one place are rare, and a hover is no page. */
const mostExplained = 2;

export function registerHover(extensionUri: vscode.Uri, documents: CheckedDocuments): vscode.Disposable {
  return vscode.languages.registerHoverProvider(ourSelector, {
    async provideHover(document, position, cancel) {
      const checked = await documents.upToDate(document, cancel);
      if (checked === undefined) return undefined;
      const offset = document.offsetAt(position);
      const here = checked.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
      const explained = [...new Map(here.map((finding) => [finding.alias, finding])).values()];
      const texts = await Promise.all(
        explained.slice(0, mostExplained).map((finding) => explain(extensionUri, finding)),
      );
      const shown = texts.filter((text) => text !== undefined);
      return shown.length === 0 ? undefined : new vscode.Hover(shown);
    },
  });
}

/** The message itself is VS Code's to show; here is what stands behind it. */
async function explain(
  extensionUri: vscode.Uri,
  { alias, rule, related }: Finding,
): Promise<vscode.MarkdownString | undefined> {
  const text = await readRulePageText(extensionUri, alias).catch(() => undefined);
  const page = text === undefined ? undefined : readRulePage(text);
  if (page === undefined) return undefined;
  const markdown = new vscode.MarkdownString(`${page.why}\n\n`);
  if (page.passes !== undefined) {
    markdown.appendMarkdown(`${vscode.l10n.t('This passes:')}\n\n`);
    markdown.appendCodeblock(page.passes.trimEnd(), 'markdown');
  }
  const words = related.find(({ fromParser }) => fromParser === true)?.message;
  if (words !== undefined) {
    markdown.appendMarkdown(`${vscode.l10n.t('Mermaid’s own words:')}\n\n`);
    markdown.appendCodeblock(words, 'text');
  }
  markdown.appendMarkdown(`[${vscode.l10n.t('All about {0} {1}', rule, alias)}](${rulePage(alias).toString()})`);
  return markdown;
}
