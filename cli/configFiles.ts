/** Finds the configuration files that apply to a document: the nearest, and what it extends. */
import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { followExtends } from '../core/configuration/extends.ts';
import type { ConfigChain, PlacedConfig } from '../core/configuration/extends.ts';
import { configFileNames } from '../core/configuration/fileNames.ts';
import { NearestFile } from './nearestFile.ts';
import { readText } from './readText.ts';

/** A configuration file that was read, and what only its surroundings can say of it. */
export interface VisitedConfig {
  /** Absolute. */
  readonly place: string;
  readonly text: string;
  readonly extendsProblem: string | undefined;
}

export class ConfigFiles {
  readonly #workspace: string;
  readonly #shorten: (path: string) => string;
  readonly #nearest = new NearestFile(configFileNames);
  readonly #texts = new Map<string, Promise<PlacedConfig | { readonly problem: string }>>();
  readonly #chains = new Map<string, Promise<ConfigChain>>();
  readonly #problems: string[] = [];

  /** Nothing outside of the absolute folder `workspace` is extended; `shorten` turns an absolute path into the one shown to people. */
  constructor(workspace: string, shorten: (path: string) => string) {
    this.#workspace = workspace;
    this.#shorten = shorten;
  }

  /** What could not be read so far, each file once. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** What applies to the document at the absolute `path`: the nearest file above it, or `named` instead, and what that extends. */
  async of(path: string, named?: string): Promise<readonly ConfigFile[]> {
    const place = named ?? (await this.#nearest.find(dirname(path)));
    const first = place === undefined ? undefined : await this.#readFirst(place);
    if (first === undefined) return [];
    const { files } = await this.#follow(first);
    return files.map((file) => ({
      path: this.#shorten(file.place),
      text: file.text,
      document: relative(dirname(file.place), path).replaceAll(sep, '/'),
    }));
  }

  /** Every configuration file that was read so far, in order of place. */
  async visited(): Promise<readonly VisitedConfig[]> {
    const found: VisitedConfig[] = [];
    for (const read of await Promise.all(this.#texts.values())) {
      if ('problem' in read) continue;
      found.push({ ...read, extendsProblem: (await this.#follow(read)).problem });
    }
    return found.sort((a, b) => (a.place < b.place ? -1 : 1));
  }

  async #readFirst(place: string): Promise<PlacedConfig | undefined> {
    const isKnown = this.#texts.has(place);
    const read = await this.#read(place);
    if (!('problem' in read)) return read;
    if (!isKnown) this.#problems.push(`${this.#shorten(place)}: ${read.problem}`);
    return undefined;
  }

  #follow(first: PlacedConfig): Promise<ConfigChain> {
    const known =
      this.#chains.get(first.place) ??
      followExtends(first, async (target, from) => {
        const place = resolve(dirname(from), target);
        return (await this.#isInside(place, dirname(first.place))) ? this.#read(place) : { problem: outside };
      });
    this.#chains.set(first.place, known);
    return known;
  }

  /** Whether a file that is extended lies in the workspace, wherever links lead; a file outside of it may extend what lies below it. */
  async #isInside(place: string, folder: string): Promise<boolean> {
    const real = await realpath(place).catch(() => place);
    const roots = await Promise.all([this.#workspace, folder].map((root) => realpath(root).catch(() => root)));
    return roots.some((root) => real.startsWith(root.endsWith(sep) ? root : root + sep));
  }

  #read(place: string): Promise<PlacedConfig | { readonly problem: string }> {
    const known =
      this.#texts.get(place) ?? readText(place).then((read) => ('problem' in read ? read : { place, text: read.text }));
    this.#texts.set(place, known);
    return known;
  }
}

const outside = 'it lies outside of the workspace';
