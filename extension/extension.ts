/** Builds the extension's parts in order and wires them together; nothing else. */
import * as vscode from 'vscode';
import { CheckerClient } from '../core/checking/client.ts';
import type { WorkerPort, Workspace } from '../core/ports.ts';
import { mostLookMs, ToldPlaces } from '../core/workspace/toldPlaces.ts';
import { registerAgentTools } from './agents/register.ts';
import { Baselines } from './baselines.ts';
import { readCheckerPart } from './checkerParts.ts';
import { systemClock as clock } from './clock.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCodeLens } from './codeLens.ts';
import { registerColours } from './colours.ts';
import { registerCommands } from './commands/register.ts';
import { registerComparison } from './comparison/register.ts';
import { ConfigFiles } from './configFiles.ts';
import { registerDashboard } from './dashboard/register.ts';
import type { GitOf } from './dashboard/trend.ts';
import { DiagnosticsController, diagnosticSource } from './diagnostics.ts';
import { CheckedDocuments } from './documents.ts';
import { registerExplorer } from './explorer/register.ts';
import { registerHover } from './hover.ts';
import { createLog } from './log.ts';
import { registerNames } from './names/register.ts';
import { registerOffers } from './offers.ts';
import { registerPatterns } from './patterns/register.ts';
import { registerSources } from './sources/register.ts';
import { registerPreview } from './preview/register.ts';
import { registerRulePages } from './rulePages.ts';
import { Settings } from './settings.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerTasks } from './tasks/register.ts';
import { registerCheckOnOpen } from './workspace/checkOnOpen.ts';
import { ClosedDocuments } from './workspace/closedDocuments.ts';
import type { CheckerHaste } from './workerPort.ts';
import { Verdicts } from './workspace/verdicts.ts';
import { ReferredFiles } from './referredFiles.ts';

/** How this host starts the checker's worker. */
export type StartChecker = (context: vscode.ExtensionContext, haste: CheckerHaste) => WorkerPort;

/** Makes the `activate` of one kind of host; one that can run programs says how git is run. */
export function activateWith(startChecker: StartChecker, gitOf?: GitOf): (context: vscode.ExtensionContext) => void {
  return (context) => {
    const log = createLog();
    const settings = new Settings();
    const configFiles = new ConfigFiles(log);
    const baselines = new Baselines(log);
    const referredFiles = new ReferredFiles(log);
    const told = new ToldPlaces(referredFiles, clock);
    const createChecker = (workspace: Workspace, haste: CheckerHaste): CheckerClient =>
      new CheckerClient({
        start: () => startChecker(context, haste),
        clock,
        log,
        readPart: (part) => readCheckerPart(context.extensionUri, part),
        workspace,
        ...(haste === 'later' ? { lookMs: 2 * mostLookMs } : {}),
        get budgetMs() {
          return settings.of().budgetMs;
        },
      });
    const checker = createChecker(referredFiles, 'now');
    const closedChecker = createChecker(told, 'later');
    const diagnostics = vscode.languages.createDiagnosticCollection(diagnosticSource);
    const surroundings = { settings, configFiles, baselines, referredFiles, clock, log };
    const documents = new CheckedDocuments({ checker, ...surroundings });
    const closed = new ClosedDocuments({ checker: closedChecker, told, documents, diagnostics, ...surroundings });
    const verdicts = new Verdicts(documents, closed, clock);
    context.subscriptions.push(
      log,
      settings,
      configFiles,
      baselines,
      referredFiles,
      diagnostics,
      checker,
      closedChecker,
      documents,
      closed,
      verdicts,
      registerRulePages(context.extensionUri),
      new DiagnosticsController(documents, diagnostics, clock),
      registerStatusBar(documents, settings),
      registerCodeActions(documents),
      registerOffers(documents),
      registerColours(documents),
      registerNames(documents),
      registerCodeLens(documents, settings),
      registerHover(context.extensionUri, documents),
      registerCommands({ documents, closed, log }),
      registerDashboard({ extensionUri: context.extensionUri, closed, configFiles, gitOf, clock, log }),
      registerAgentTools({ extensionUri: context.extensionUri, closed, clock }),
      registerTasks({ documents, closed, diagnostics, clock }),
      registerExplorer(verdicts, settings),
      registerPatterns(settings, context.extensionUri, log),
      registerSources(settings, log),
      registerPreview({ extensionUri: context.extensionUri, documents, clock, log, settings }),
      registerComparison({ extensionUri: context.extensionUri, documents, log }),
    );
    documents.start();
    context.subscriptions.push(registerCheckOnOpen(closed, settings));
  };
}
