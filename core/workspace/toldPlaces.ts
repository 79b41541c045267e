/**
 * Remembers what a checker was told of the places around its pages. What it found in a page is right as long as every
 * place that it looked at is still as it was told, whoever changed it and whether anybody noticed.
 */
import { hashText } from '../document/hash.ts';
import type { Clock, PlacesAsked, PlacesFound, Workspace } from '../ports.ts';
import { folderOf } from './paths.ts';
import { printFolder, printPage } from './placePrints.ts';
import type { SeenPlace } from './placePrints.ts';

/** More at once would not be quicker, and open too many files. */
const looksInFlight = 8;
/** Milliseconds after which a look is given up: nobody types meanwhile, but a disk may never answer. */
export const mostLookMs = 10_000;

export interface ToldPlace extends SeenPlace {
  readonly root: string;
}

export class ToldPlaces implements Workspace {
  readonly #workspace: Workspace;
  readonly #clock: Clock;
  /** One object a place, which all pages that refer to it share. */
  readonly #told = new Map<string, ToldPlace>();
  /** How places are now; begun anew by `lookAgain`. */
  #now = new Map<string, Promise<string>>();

  constructor(workspace: Workspace, clock: Clock) {
    this.#workspace = workspace;
    this.#clock = clock;
  }

  /** The checker asks: what it is told from now on counts, and nothing does while it waits. */
  async look(asked: PlacesAsked): Promise<PlacesFound> {
    const { root } = asked;
    const wanted = [
      ...asked.folders.map((path) => ({ root, kind: 'folder', path }) as const),
      ...asked.pages.map((path) => ({ root, kind: 'page', path }) as const),
    ];
    for (const place of wanted) this.#told.delete(keyOf(place));
    const found = await this.#lookInTime(asked);
    if (found === undefined) return { folders: [], pages: [] };
    const printOf = printsOf(found);
    for (const place of wanted) this.#told.set(keyOf(place), { ...place, print: printOf(place) });
    return found;
  }

  /** What the checker was told of `paths`; undefined where that cannot be said. */
  seen(root: string, paths: readonly string[]): readonly ToldPlace[] | undefined {
    const seen: ToldPlace[] = [];
    for (const path of paths) {
      const told = kinds.flatMap((kind) => this.#told.get(keyOf({ root, kind, path })) ?? []);
      // A page that is not there is not looked at; its folder says so.
      if (told.length === 0 && !this.#told.has(keyOf({ root, kind: 'folder', path: folderOf(path) }))) return undefined;
      seen.push(...told);
    }
    return seen;
  }

  /** From here on, places are looked at anew, each of them once. */
  lookAgain(): void {
    this.#now = new Map();
  }

  /** Those places that are not any more as the checker was told. */
  async changed(): Promise<readonly ToldPlace[]> {
    const changed: ToldPlace[] = [];
    const rest = this.#told.values();
    const lane = async (): Promise<void> => {
      for (const place of rest) if (!(await this.#isSame(place))) changed.push(place);
    };
    await Promise.all(Array.from({ length: looksInFlight }, lane));
    return changed;
  }

  /** Whether places are still as the checker was told. */
  async areSame(seen: readonly ToldPlace[]): Promise<boolean> {
    for (const place of seen) if (!(await this.#isSame(place))) return false;
    return true;
  }

  async #isSame(place: ToldPlace): Promise<boolean> {
    return (await this.#printNow(place)) === place.print;
  }

  async #lookInTime(asked: PlacesAsked): Promise<PlacesFound | undefined> {
    let stopWaiting = (): void => undefined;
    const late = new Promise<undefined>((resolve) => {
      stopWaiting = this.#clock.after(mostLookMs, () => resolve(undefined));
    });
    try {
      return await Promise.race([this.#workspace.look(asked), late]);
    } finally {
      stopWaiting();
    }
  }

  #printNow(place: ToldPlace): Promise<string> {
    const key = keyOf(place);
    const known = this.#now.get(key) ?? this.#read(place);
    this.#now.set(key, known);
    return known;
  }

  async #read(place: ToldPlace): Promise<string> {
    const { root, kind, path } = place;
    const found = await this.#lookInTime({
      root,
      folders: kind === 'folder' ? [path] : [],
      pages: kind === 'page' ? [path] : [],
    });
    return found === undefined ? 'unknown' : printsOf(found)(place);
  }
}

const kinds = ['folder', 'page'] as const;

/** What was found of a place, as a fingerprint. */
function printsOf({ folders, pages }: PlacesFound): (place: Named) => string {
  const folderAt = new Map(folders.map((folder) => [folder.path, folder]));
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  return ({ kind, path }) =>
    kind === 'folder' ? printFolder(folderAt.get(path), hashText) : printPage(pageAt.get(path), hashText);
}

type Named = Omit<ToldPlace, 'print'>;

const keyOf = ({ root, kind, path }: Named): string => JSON.stringify([root, kind, path]);
