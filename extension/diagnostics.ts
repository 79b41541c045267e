/** Shows findings as diagnostics: underlines and the Problems panel. */
import * as vscode from 'vscode';
import type { CheckedDocument, Finding, Severity, Span } from '../core/model.ts';
import { assertNever } from '../core/model.ts';
import type { Clock } from '../core/ports.ts';
import type { CheckedDocuments } from './documents.ts';
import { HoldBack } from './holdBack.ts';
import type { Cursor } from './holdBack.ts';
import { rulePage } from './rulePages.ts';

/** What diagnostics need of a text; a document that is open has it. */
export type PlacedText = Pick<vscode.TextDocument, 'uri' | 'positionAt'> & {
  lineAt(line: number): { readonly range: vscode.Range };
};

/** The name of our diagnostics, in Problems and for other extensions. */
export const diagnosticSource = 'diagram-gates';

/** The form of no findings. */
const nothing = '[]';

interface Entry {
  readonly uri: vscode.Uri;
  readonly holdBack: HoldBack;
  /** What the collection holds, in a form that can be compared; undefined when it must be set again in any case. */
  published: string | undefined;
}

export class DiagnosticsController implements vscode.Disposable {
  readonly #documents: CheckedDocuments;
  readonly #clock: Clock;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #entries = new Map<string, Entry>();
  readonly #owned: { dispose(): void }[] = [];

  /** What is open is shown in `collection`, in which others show what is not. */
  constructor(documents: CheckedDocuments, collection: vscode.DiagnosticCollection, clock: Clock) {
    this.#documents = documents;
    this.#collection = collection;
    this.#clock = clock;
    this.#owned.push(
      documents.onDidCheck((checked) => this.#publish(checked)),
      documents.onDidForget((uri) => this.#forget(uri)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#entries.get(document.uri.toString())?.holdBack.settle();
        this.#republish(document.uri);
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => this.#republish(event.textEditor.document.uri)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#republishAll()),
    );
  }

  dispose(): void {
    for (const entry of this.#entries.values()) entry.holdBack.dispose();
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(event.document.uri.toString());
    if (entry === undefined || event.contentChanges.length === 0) return;
    // The editor moves what it shows along with the text and loses what an edit swallows: set it again next time.
    if (entry.published !== nothing) entry.published = undefined;
    const changes = event.contentChanges.map((change) => ({
      start: change.rangeOffset,
      removed: change.rangeLength,
      inserted: change.text.length,
    }));
    entry.holdBack.edited(changes, typedLine(event));
  }

  #publish(checked: CheckedDocument): void {
    const document = this.#documents.documentOf(checked);
    if (document === undefined) return;
    const entry = this.#entryOf(document.uri);
    const findings = entry.holdBack.show(document.getText(), checked.findings, cursorIn(document));
    const published = JSON.stringify(
      findings.map(({ rule, severity, message, span, related }) => [rule, severity, message, span, related]),
    );
    if (published === entry.published) return;
    entry.published = published;
    this.#collection.set(
      document.uri,
      findings.map((finding) => toDiagnostic(document, finding)),
    );
  }

  #republish(uri: vscode.Uri): void {
    const checked = this.#documents.get(uri);
    if (checked !== undefined && this.#entries.has(uri.toString())) this.#publish(checked);
  }

  #republishAll(): void {
    for (const { uri } of this.#entries.values()) this.#republish(uri);
  }

  #forget(uri: vscode.Uri): void {
    this.#entries.get(uri.toString())?.holdBack.dispose();
    this.#entries.delete(uri.toString());
    this.#collection.delete(uri);
  }

  #entryOf(uri: vscode.Uri): Entry {
    const key = uri.toString();
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const holdBack = new HoldBack(this.#clock, () => this.#republish(uri));
    // What was found while it was not open may be shown still.
    const entry: Entry = { uri, holdBack, published: this.#collection.has(uri) ? undefined : nothing };
    this.#entries.set(key, entry);
    return entry;
  }
}

/** A finding in the editor's terms. */
export function toDiagnostic(document: PlacedText, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    shortRange(document, finding.span),
    finding.message,
    toSeverity(finding.severity),
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: rulePage(finding.alias) };
  // Problems lists these, unfolded, under every fault; a parser's list of tokens is for those who point at it.
  const notes = finding.related.filter(({ fromParser }) => fromParser !== true);
  diagnostic.relatedInformation = notes.map(
    (note) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, note.span)),
        note.message,
      ),
  );
  return diagnostic;
}

export function rangeOf(document: Pick<PlacedText, 'positionAt'>, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The finding's range, cut at the end of its first line: a page of underlines helps nobody. */
function shortRange(document: PlacedText, span: Span): vscode.Range {
  const range = rangeOf(document, span);
  return range.isSingleLine ? range : range.with({ end: document.lineAt(range.start.line).range.end });
}

function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
    default:
      return assertNever(severity);
  }
}

/** The line of a keystroke; undefined for undo, paste of several lines, and edits made by programs. */
function typedLine(event: vscode.TextDocumentChangeEvent): number | undefined {
  const [change, ...more] = event.contentChanges;
  const editor = vscode.window.activeTextEditor;
  if (change === undefined || more.length > 0 || event.reason !== undefined) return undefined;
  if (editor?.document !== event.document || change.text.includes('\n')) return undefined;
  const line = change.range.start.line;
  return Math.abs(editor.selection.active.line - line) <= 1 ? line : undefined;
}

function cursorIn(document: vscode.TextDocument): Cursor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return undefined;
  const position = editor.selection.active;
  return { offset: document.offsetAt(position), line: position.line };
}
