/** Finds the configuration file that applies to a document, and says what in it is not understood. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { configFileNames, parseConfigFile } from '../core/configuration/configFile.ts';
import { LineTable } from '../core/document/lines.ts';
import type { RuleNames } from '../core/gates/names.ts';
import { placeOf } from '../core/report/json.ts';
import { readText } from './readText.ts';

export class ConfigFiles {
  readonly #names: RuleNames;
  readonly #shorten: (path: string) => string;
  readonly #nearest = new Map<string, Promise<ConfigFile | undefined>>();
  readonly #problems: string[] = [];

  /** `shorten` turns an absolute path into the one shown to people. */
  constructor(names: RuleNames, shorten: (path: string) => string) {
    this.#names = names;
    this.#shorten = shorten;
  }

  /** What could not be read or understood so far, each file once, in order of place. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The configuration file in the absolute `folder` or the nearest above it. */
  nearest(folder: string): Promise<ConfigFile | undefined> {
    const known = this.#nearest.get(folder) ?? this.#search(folder);
    this.#nearest.set(folder, known);
    return known;
  }

  /** Reads the file at `path`, which somebody asked for by name; a file that is missing is a problem. */
  async read(path: string): Promise<ConfigFile | undefined> {
    const read = await readText(resolve(path));
    const shown = this.#shorten(path);
    if ('problem' in read) {
      this.#problems.push(`${shown}: ${read.problem}`);
      return undefined;
    }
    const lines = new LineTable(read.text);
    for (const { span, message } of parseConfigFile(read.text, this.#names).problems) {
      const { line, column } = placeOf(span, lines);
      this.#problems.push(`${shown}:${line}:${column} ${message}`);
    }
    return { path: shown, text: read.text };
  }

  async #search(folder: string): Promise<ConfigFile | undefined> {
    for (const name of configFileNames) {
      const path = join(folder, name);
      const entry = await stat(path).catch(() => undefined);
      if (entry?.isFile() === true) return this.read(path);
    }
    return dirname(folder) === folder ? undefined : this.nearest(dirname(folder));
  }
}
