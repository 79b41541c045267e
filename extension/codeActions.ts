/** The lamp: repairs of findings, of a rule, of all; switching a finding off; its rule's page. */
import * as vscode from 'vscode';
import { fixAll } from '../core/fixAll.ts';
import { assertNever } from '../core/model.ts';
import type { CheckedDocument, Finding } from '../core/model.ts';
import { commands, internalCommands } from './contributions.ts';
import { rangeOf, toDiagnostic } from './diagnostics.ts';
import type { CheckedDocuments } from './documents.ts';
import { planRepair, toWorkspaceEdit } from './repair.ts';
import type { Wants } from './repair.ts';
import { ourSelector } from './selector.ts';
import { suppressionsOf } from './suppression.ts';
import type { Suppression } from './suppression.ts';

/** Repairs everything that has one right repair; for `editor.codeActionsOnSave` and *Source Action…*. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('diagramGates');

export function registerCodeActions(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async resolveCodeAction(action, cancel) {
      if (!(action instanceof RepairAction)) return action;
      const { document, checked, wants } = action.plan;
      const edit = await planRepair(documents, document, checked, cancel, wants);
      if (edit !== undefined) action.edit = edit;
      return action;
    },
    async provideCodeActions(document, range, context, cancel) {
      const { only } = context;
      const wantsFixAll = only?.contains(fixAllKind) === true;
      const wantsQuickFix = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
      if (!wantsFixAll && !wantsQuickFix) return undefined;
      const checked = await documents.upToDate(document, cancel, wantsFixAll ? 'wanted' : 'if-due');
      if (checked?.version !== document.version) return undefined;
      return [
        ...(wantsFixAll ? fixEverything(document, checked) : []),
        ...(wantsQuickFix ? quickFixes(document, checked, range) : []),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(ourSelector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  });
}

interface RepairPlan {
  readonly document: vscode.TextDocument;
  readonly checked: CheckedDocument;
  readonly wants?: Wants;
}

/** Its edit is worked out when somebody wants it: that takes at least one more check. */
class RepairAction extends vscode.CodeAction {
  readonly plan: RepairPlan;

  constructor(title: string, kind: vscode.CodeActionKind, plan: RepairPlan) {
    super(title, kind);
    this.plan = plan;
  }
}

/** Only what keeps a diagram from rendering: other fixes change what a page says and are chosen one by one. */
function fixEverything(document: vscode.TextDocument, checked: CheckedDocument): readonly vscode.CodeAction[] {
  if (repairable(checked).length === 0) return [];
  return [new RepairAction(vscode.l10n.t('Fix all diagrams'), fixAllKind, { document, checked })];
}

/** The findings that *Fix all* may repair, each with the place of its diagram: none of a diagram that renders. */
function repairable(checked: CheckedDocument): readonly { readonly finding: Finding; readonly diagram: number }[] {
  return checked.diagrams.flatMap(({ renders, span }, diagram) =>
    renders
      ? []
      : checked.findings
          .filter(
            (finding) => finding.gate === 'renders' && finding.span.start >= span.start && finding.span.end <= span.end,
          )
          .filter((finding) => fixAll([finding]).length > 0)
          .map((finding) => ({ finding, diagram })),
  );
}

/** *Fix all in diagram* and *in document*, where each would do more than what is offered before it. */
function fixMore(
  document: vscode.TextDocument,
  checked: CheckedDocument,
  here: readonly Finding[],
): readonly vscode.CodeAction[] {
  const all = repairable(checked);
  const diagram = all.find(({ finding }) => here.includes(finding))?.diagram;
  if (diagram === undefined) return [];
  const inDiagram = all.filter((each) => each.diagram === diagram);
  const offer = (title: string, found: typeof all, wants?: Wants): readonly vscode.CodeAction[] => {
    const plan = { document, checked, ...(wants === undefined ? {} : { wants }) };
    const action = new RepairAction(title, vscode.CodeActionKind.QuickFix, plan);
    action.diagnostics = found.map(({ finding }) => toDiagnostic(document, finding));
    return [action];
  };
  return [
    ...(inDiagram.length > 1
      ? offer(vscode.l10n.t('Fix all in diagram ({0})', inDiagram.length), inDiagram, (_, at) => at === diagram)
      : []),
    ...(all.length > inDiagram.length ? offer(vscode.l10n.t('Fix all in document ({0})', all.length), all) : []),
  ];
}

function quickFixes(
  document: vscode.TextDocument,
  checked: CheckedDocument,
  range: vscode.Range,
): readonly vscode.CodeAction[] {
  const here = checked.findings.filter((finding) => rangeOf(document, finding.span).intersection(range) !== undefined);
  const rules = new Map(here.map((finding) => [finding.rule, finding]));
  return [
    ...here.flatMap((finding) => fixesOf(document, finding)),
    ...[...rules.values()].flatMap((finding) => fixRule(document, checked, finding)),
    ...fixMore(document, checked, here),
    ...here.flatMap((finding) => suppress(document, checked, finding)),
    ...[...rules.values()].map((finding) => openRulePage(document, finding)),
    ...checkLess(document, here),
  ];
}

function fixesOf(document: vscode.TextDocument, finding: Finding): readonly vscode.CodeAction[] {
  return finding.fixes.map((fix, index) => {
    const action = quickFix(vscode.l10n.t(fix.title), document, finding);
    action.edit = toWorkspaceEdit(document, fix.edits);
    action.isPreferred = index === 0 && fix.byHand !== true;
    return action;
  });
}

function fixRule(
  document: vscode.TextDocument,
  checked: CheckedDocument,
  { rule, alias }: Finding,
): readonly vscode.CodeAction[] {
  const all = checked.findings.filter((finding) => finding.rule === rule && fixAll([finding]).length > 0);
  if (all.length < 2) return [];
  const title = vscode.l10n.t('Fix all {0} ({1})', alias, all.length);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = all.map((finding) => toDiagnostic(document, finding));
  action.edit = toWorkspaceEdit(document, fixAll(all));
  return [action];
}

function suppress(
  document: vscode.TextDocument,
  checked: CheckedDocument,
  finding: Finding,
): readonly vscode.CodeAction[] {
  const style = document.languageId === 'mdx' ? 'mdx' : 'html';
  return suppressionsOf(document.getText(), checked, finding, style).map((suppression) => {
    const action = quickFix(suppressionTitle(suppression, finding.alias), document, finding);
    action.edit = toWorkspaceEdit(document, [suppression.edit]);
    return action;
  });
}

function suppressionTitle({ reach }: Suppression, alias: string): string {
  switch (reach) {
    case 'line':
      return vscode.l10n.t('Disable {0} for this line', alias);
    case 'diagram':
      return vscode.l10n.t('Disable {0} for this diagram', alias);
    case 'table':
      return vscode.l10n.t('Disable {0} for this table', alias);
    case 'file':
      return vscode.l10n.t('Disable {0} in this file', alias);
    default:
      return assertNever(reach);
  }
}

function openRulePage(document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Open documentation of {0}', finding.alias);
  const action = quickFix(title, document, finding);
  action.command = { title, command: internalCommands.openRulePage, arguments: [finding.alias] };
  return action;
}

/** What a page says is its author's matter: where that is found wanting, the way to ask for less is one step away. */
function checkLess(document: vscode.TextDocument, here: readonly Finding[]): readonly vscode.CodeAction[] {
  const finding = here.find(({ gate }) => gate !== 'renders' && gate !== 'configuration');
  if (finding === undefined) return [];
  const title = vscode.l10n.t('Choose what is checked…');
  const action = quickFix(title, document, finding);
  action.command = { title, command: commands.chooseProfile.id };
  return [action];
}

function quickFix(title: string, document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [toDiagnostic(document, finding)];
  return action;
}
