/** Finds the baseline that knows a document's findings: the nearest above it. */
import { dirname, relative, sep } from 'node:path';
import { baselineFileName, parseBaseline } from '../core/baseline/file.ts';
import type { Baseline, KnownFinding } from '../core/baseline/model.ts';
import { NearestFile } from './nearestFile.ts';
import { readText } from './readText.ts';

export class Baselines {
  readonly #nearest = new NearestFile([baselineFileName]);
  readonly #shorten: (path: string) => string;
  readonly #read = new Map<string, Promise<Baseline | undefined>>();
  readonly #problems: string[] = [];

  /** `shorten` turns an absolute path into the one shown to people. */
  constructor(shorten: (path: string) => string) {
    this.#shorten = shorten;
  }

  /** Which files could not be read or understood so far, each once. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The path of the baseline for the document at the absolute `path`. */
  find(path: string): Promise<string | undefined> {
    return this.#nearest.find(dirname(path));
  }

  /** What is known of the document at the absolute `path`; undefined where there is no baseline. */
  async of(path: string): Promise<readonly KnownFinding[] | undefined> {
    const file = await this.find(path);
    const baseline = file === undefined ? undefined : await this.read(file);
    return file === undefined || baseline === undefined ? undefined : (baseline.get(pathBelow(file, path)) ?? []);
  }

  /** The baseline in the file at the absolute `path`; undefined, and a problem, where it cannot be understood. */
  read(path: string): Promise<Baseline | undefined> {
    const known = this.#read.get(path) ?? this.#load(path);
    this.#read.set(path, known);
    return known;
  }

  async #load(path: string): Promise<Baseline | undefined> {
    const read = await readText(path);
    const baseline = 'problem' in read ? read : parseBaseline(read.text);
    if (!('problem' in baseline)) return baseline;
    this.#problems.push(`${this.#shorten(path)}: ${baseline.problem}`);
    return undefined;
  }
}

/** How a baseline names the document at the absolute `path`. */
export const pathBelow = (baseline: string, path: string): string =>
  relative(dirname(baseline), path).replaceAll(sep, '/');
