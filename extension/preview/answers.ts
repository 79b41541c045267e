/** Answers what the preview's page asks for about the document it shows: each request gets one answer, also when it fails. */
import * as vscode from 'vscode';
import { assertNever } from '../../core/model.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { HostToShell, ShellRequest } from '../../core/protocol.ts';
import type { Log } from '../../core/ports.ts';
import type { DrawnPage } from './drawnPage.ts';
import { exportDiagram, offerToSave } from './export.ts';
import type { ExportSettings } from './export.ts';
import { fixFault, focusText, openLink, revealDiagram, revealFindings, revealGate, revealPart } from './requests.ts';

export interface AnswersParts {
  readonly log: Log;
  readonly images: () => ExportSettings;
  /** What the page was told to show. */
  readonly shown: () => CheckedDocument | undefined;
  readonly drawnPage: () => Promise<DrawnPage>;
  /** Shows another diagram of the page; gives a sentence when that cannot be done. */
  readonly goTo: (shown: CheckedDocument, diagram: number) => string | undefined;
  /** Goes where the cursor is, which is at this offset. */
  readonly follow: (shown: CheckedDocument, offset: number) => void;
  readonly post: (message: HostToShell) => void;
}

export class Answers {
  readonly #parts: AnswersParts;
  #isAsking = false;

  constructor(parts: AnswersParts) {
    this.#parts = parts;
  }

  async answer(request: ShellRequest): Promise<void> {
    const { seq } = request;
    const { log, post } = this.#parts;
    let problem: string | undefined;
    try {
      problem = await this.#do(request);
    } catch (thrown) {
      problem = vscode.l10n.t('It did not work: see the log of Diagram Gates.');
      log.error(`preview: ${request.type}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    post(problem === undefined ? { type: 'done', seq } : { type: 'refused', seq, problem });
  }

  /** Gives a sentence when it cannot be done. */
  async #do(request: ShellRequest): Promise<string | undefined> {
    const shown = this.#parts.shown();
    if (shown?.uri !== request.uri || shown.version !== request.version) {
      return vscode.l10n.t('The document changed meanwhile; try again.');
    }
    switch (request.type) {
      case 'reveal':
        return revealDiagram(request.diagram, request.target, shown);
      case 'revealPart':
        return revealPart(request, shown);
      case 'revealGate':
        return revealGate(request.gate, shown);
      case 'revealFindings':
        return revealFindings(request.diagram, shown);
      case 'focusText':
        return focusText(shown, this.#parts.follow);
      case 'fix':
        return fixFault(request.diagram, shown);
      case 'goTo':
        return this.#parts.goTo(shown, request.diagram);
      case 'export':
        await exportDiagram(await this.#parts.drawnPage(), request.diagram, this.#parts.images());
        return undefined;
      case 'saveInstead':
        await offerToSave(await this.#parts.drawnPage(), request.diagram, this.#parts.images(), request.problem);
        return undefined;
      case 'openLink':
        return this.#askAboutLink(request.href);
      default:
        return assertNever(request);
    }
  }

  /** A picture cannot click, but whatever can must not pile up questions. */
  async #askAboutLink(href: string): Promise<string | undefined> {
    if (this.#isAsking) return vscode.l10n.t('Another link waits for an answer.');
    this.#isAsking = true;
    try {
      return await openLink(href);
    } finally {
      this.#isAsking = false;
    }
  }
}
