/** Finds what the nearest baseline knows of a document, and tells when a baseline changed. */
import type * as vscode from 'vscode';
import { baselineFileName, parseBaseline } from '../core/baseline/file.ts';
import type { Baseline, KnownFinding } from '../core/baseline/model.ts';
import type { Log } from '../core/ports.ts';
import { relativePath } from './upward.ts';
import { placeOf, WorkspaceFiles } from './workspaceFiles.ts';

export class Baselines implements vscode.Disposable {
  readonly #files: WorkspaceFiles;
  readonly #log: Log;
  /** What was last read of each file, by its path, with the text it was read from. */
  readonly #parsed = new Map<string, { readonly text: string; readonly baseline: Baseline | undefined }>();

  /** Fires after a baseline appeared, changed or went; without a URI, any may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;

  constructor(log: Log) {
    this.#log = log;
    const matters = (path: string): boolean => path.endsWith(`/${baselineFileName}`);
    this.#files = new WorkspaceFiles({ glob: `**/${baselineFileName}`, matters }, log);
    this.onDidChange = this.#files.onDidChange;
  }

  /** What is known of the document; undefined where there is no baseline that could be read. */
  async of(document: Pick<vscode.TextDocument, 'uri'>): Promise<readonly KnownFinding[] | undefined> {
    const place = placeOf(document);
    const nearest = await this.#files.nearest(place, [baselineFileName]);
    if (nearest === undefined) return undefined;
    const baseline = this.#parse(nearest.uri.toString(), nearest.text);
    return baseline && (baseline.get(relativePath(nearest.uri.path, place.path)) ?? []);
  }

  dispose(): void {
    this.#files.dispose();
  }

  #parse(key: string, text: string): Baseline | undefined {
    const known = this.#parsed.get(key);
    if (known?.text === text) return known.baseline;
    const read = parseBaseline(text);
    const baseline = 'problem' in read ? undefined : read;
    if ('problem' in read) this.#log.warn(`${key}: ${read.problem}`);
    this.#parsed.set(key, { text, baseline });
    return baseline;
  }
}
