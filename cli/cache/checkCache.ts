/**
 * Remembers what a check found, under everything that it depends on: the text, where it stands, the configuration in
 * effect, the baseline, and the checker itself. What a page refers to is not in the key, since only the check finds out
 * what that is: it is noted beside the result, and a result counts only while every place it looked at is as it was.
 */
import { configurationRules } from '../../core/configuration/rules.ts';
import { readOuterLayers } from '../../core/configuration/read.ts';
import type { CheckRequest } from '../../core/checking/protocol.ts';
import { allRules } from '../../core/gates/index.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import type { CheckedDocument } from '../../core/model.ts';
import { list, oneOf, parser, record, text } from '../../core/shape.ts';
import type { Reader } from '../../core/shape.ts';
import type { SeenPlace } from '../../core/workspace/placePrints.ts';
import type { PlacePrints } from '../placePrints.ts';
import { keyOf } from './store.ts';
import type { CacheStore } from './store.ts';

const names = createRuleNames([...new Set([...allRules, ...configurationRules])]);
const longest = Number.MAX_SAFE_INTEGER;

/** The store vouches for its texts, so the outline is enough. */
const found: Reader<CheckedDocument> = (raw) => {
  const lists: Reader<unknown> = (value) => (Array.isArray(value) ? { value } : undefined);
  const outline = record({ kind: text(100), diagrams: lists, findings: lists, gates: lists })(raw);
  // What was written here was a checked document.
  return outline === undefined ? undefined : { value: raw as CheckedDocument };
};
const seenPlace = record({ kind: oneOf('folder', 'page'), path: text(longest), print: text(longest) });
const parseEntry = parser(record({ found, seen: list(seenPlace, longest) }));

export class CheckCache {
  readonly #store: CacheStore;
  readonly #checker: string;
  readonly #prints: PlacePrints;

  /** `checker` names the checker: another one may find something else. */
  constructor(store: CacheStore, checker: string, prints: PlacePrints) {
    this.#store = store;
    this.#checker = checker;
    this.#prints = prints;
  }

  /** What `check` finds, or found when the same was asked before. */
  async check(
    request: CheckRequest,
    check: () => Promise<CheckedDocument | undefined>,
  ): Promise<CheckedDocument | undefined> {
    const key = this.#keyOf(request);
    const known = await this.#recall(key, request);
    if (known !== undefined) return known;
    const checked = await check();
    if (checked !== undefined) await this.#remember(key, request, checked);
    return checked;
  }

  /** Takes out what has not been used for long. */
  prune(): Promise<void> {
    return this.#store.prune();
  }

  async #recall(key: string, { uri, version, place }: CheckRequest): Promise<CheckedDocument | undefined> {
    const kept = await this.#store.get(key);
    const entry = kept === undefined ? undefined : parseEntry(parseJson(kept));
    if (entry === undefined) return undefined;
    for (const { kind, path, print } of entry.seen) {
      if (place === undefined || (await this.#prints.of(place.root, kind, path)) !== print) return undefined;
    }
    return { ...entry.found, uri, version };
  }

  async #remember(key: string, { place }: CheckRequest, checked: CheckedDocument): Promise<void> {
    // How long a machine takes is no property of a text.
    if (checked.diagrams.some(({ isUnfinished }) => isUnfinished === true)) return;
    const seen = place === undefined ? [] : this.#prints.seen(place.root, checked.lookedAt ?? []);
    if (seen === undefined) return;
    // Where it was asked for is no part of what was found.
    const entry: { readonly found: CheckedDocument; readonly seen: readonly SeenPlace[] } = {
      found: { ...checked, uri: '', version: 0 },
      seen,
    };
    await this.#store.set(key, JSON.stringify(entry));
  }

  /** Paths count from the repository's root, so that a cache may be carried to another machine. */
  #keyOf(request: CheckRequest): string {
    const { kind, text: content, baseline, place, extendsProblem, isPart } = request;
    const config = readOuterLayers(request, names);
    const path = place?.path;
    return keyOf(JSON.stringify([this.#checker, kind, config, baseline, path, extendsProblem, isPart, content]));
  }
}

function parseJson(kept: string): unknown {
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    return undefined;
  }
}
