/**
 * Keeps texts under keys in a folder that several runs may use at once: an entry appears whole or not at all, and one that
 * is torn, altered or meant for another key is as good as none.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeCacheFolder } from './folder.ts';

/** The form of an entry; another form lies in another folder. */
const form = 'v1';
const dayMs = 86_400_000;
/** What nobody asked for this long goes. */
const longestUnused = 14 * dayMs;
/** Beyond this the entries that were not used for the longest time go, until half of it is left. */
const mostBytes = 256_000_000;

export interface StoreLimits {
  readonly longestUnused: number;
  readonly mostBytes: number;
}

export class CacheStore {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #limits: StoreLimits;
  #isWritable = true;
  #made: Promise<void> | undefined;

  /** `now` is the time of day in milliseconds, which the age of files is measured by. */
  constructor(folder: string, now: () => number = Date.now, limits: StoreLimits = { longestUnused, mostBytes }) {
    this.#folder = folder;
    this.#now = now;
    this.#limits = limits;
  }

  /** What was kept under `key`; undefined where there is nothing that can be trusted. */
  async get(key: string): Promise<string | undefined> {
    const path = this.#pathOf(key);
    const entry = await readFile(path, 'utf8').catch(() => undefined);
    if (entry === undefined) return undefined;
    const end = entry.indexOf('\n');
    const text = entry.slice(end + 1);
    if (entry.slice(0, end) !== headOf(key, text)) return undefined;
    await this.#touch(path);
    return text;
  }

  /** Keeps `text`. What cannot be written is not kept, and nothing more is tried: a cache is no reason to fail. */
  async set(key: string, text: string): Promise<void> {
    if (!this.#isWritable) return;
    const path = this.#pathOf(key);
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      this.#made ??= makeCacheFolder(this.#folder);
      await this.#made;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary, `${headOf(key, text)}\n${text}`, { flag: 'wx' });
      await rename(temporary, path);
    } catch {
      this.#isWritable = false;
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  /** Takes out what is old or too much, once a day at most. */
  async prune(): Promise<void> {
    if (!(await this.#isDue())) return;
    const entries = await this.#list();
    const old = this.#now() - this.#limits.longestUnused;
    let bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const target = bytes > this.#limits.mostBytes ? this.#limits.mostBytes / 2 : Infinity;
    for (const { path, size, used } of entries.sort((a, b) => a.used - b.used)) {
      if (used >= old && bytes <= target) break;
      await rm(path, { force: true }).catch(() => undefined);
      bytes -= size;
    }
  }

  /** Whoever makes the mark does the work; it is made before, so that two runs do not both do it. */
  async #isDue(): Promise<boolean> {
    const mark = join(this.#folder, 'pruned');
    const known = await stat(mark).catch(() => undefined);
    if (known === undefined && (await stat(this.#folder).catch(() => undefined)) === undefined) return false;
    if (known !== undefined && this.#now() - known.mtimeMs < dayMs) return false;
    try {
      await (await open(mark, 'w')).close();
      const now = new Date(this.#now());
      await utimes(mark, now, now);
      return known !== undefined;
    } catch {
      return false;
    }
  }

  async #list(): Promise<{ readonly path: string; readonly size: number; readonly used: number }[]> {
    const names = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = [];
    for (const entry of names) {
      // Only what this wrote: entries, and drafts that a run left behind when it was ended.
      if (!entry.isFile() || !/^[0-9a-f]{64}(?:\..+\.tmp)?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const known = await stat(path).catch(() => undefined);
      if (known !== undefined) found.push({ path, size: known.size, used: known.mtimeMs });
    }
    return found;
  }

  /** The time of a file says when it was used last, to the day. */
  async #touch(path: string): Promise<void> {
    const now = this.#now();
    const known = await stat(path).catch(() => undefined);
    if (known !== undefined && now - known.mtimeMs > dayMs)
      await utimes(path, new Date(now), new Date(now)).catch(() => undefined);
  }

  #pathOf(key: string): string {
    return join(this.#folder, form, key.slice(0, 2), key);
  }
}

/** A key for what `text` says: 64 hexadecimal digits. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const headOf = (key: string, text: string): string => `diagram-gates ${form} ${key} ${keyOf(text)}`;
