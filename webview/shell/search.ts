/**
 * Finds words in the diagrams of the page: in the labels of those that are drawn, and in the text of the others, which are
 * then drawn to know better.
 */
import type { Figure } from './figure.ts';
import { findInLabels, labelsOf, searchable } from './labels.ts';

/** More are not counted. */
const mostHits = 1_000;

interface Hit {
  readonly figure: Figure;
  /** Where in the picture; `undefined` where the words stand in the text of a diagram without one. */
  readonly range: Range | undefined;
}

export interface SearchParts {
  readonly figures: () => readonly Figure[];
  readonly current: () => Figure | undefined;
  /** The text of a diagram; `undefined` where it is not known. */
  readonly textOf: (figure: Figure) => string | undefined;
  /** Whether a picture may still come. */
  readonly isAwaited: (figure: Figure) => boolean;
  /** Draws these too, in sight or not. */
  readonly draw: (figures: readonly Figure[]) => void;
  /** Shows a figure. */
  readonly go: (figure: Figure) => void;
  readonly bringIntoView: (element: Element) => void;
  readonly onChange: (state: SearchState) => void;
}

export interface SearchState {
  readonly query: string;
  /** 0-based; `undefined` where there is no hit. */
  readonly at: number | undefined;
  readonly count: number;
  /** Diagrams are being drawn that may have more. */
  readonly isPending: boolean;
}

export class Search {
  readonly #parts: SearchParts;
  #query = '';
  #hits: readonly Hit[] = [];
  #at: number | undefined;
  /** The user asked for a hit that is not seen yet. */
  #isGoing = false;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** Looks for other words, from the current diagram on; nothing is marked for none. */
  find(query: string): void {
    this.#query = query;
    this.#at = undefined;
    this.#isGoing = true;
    this.update();
  }

  /** To the next hit, or to the one before; around at the ends. */
  step(direction: 1 | -1): void {
    if (this.#at === undefined || this.#hits.length === 0) return;
    this.#at = (this.#at + direction + this.#hits.length) % this.#hits.length;
    this.#isGoing = true;
    this.update();
  }

  /** Follows what changed in the page: texts, pictures, what is seen. */
  update(): void {
    const { figures, textOf, isAwaited, draw, onChange } = this.#parts;
    const wanted = searchable(this.#query);
    const before = this.#hits;
    const hits: Hit[] = [];
    const awaited: Figure[] = [];
    for (const figure of wanted === '' ? [] : figures()) {
      const { shownSvg } = figure;
      if (shownSvg !== undefined) {
        const found = findInLabels(labelsOf(shownSvg), wanted, mostHits - hits.length);
        hits.push(...found.map((range) => ({ figure, range })));
      } else if (mayShow(textOf(figure) ?? '', wanted)) {
        if (isAwaited(figure)) awaited.push(figure);
        else if (hits.length < mostHits) hits.push({ figure, range: undefined });
      }
    }
    this.#at = this.#placeIn(hits, before);
    this.#hits = hits;
    draw(awaited);
    onChange({ query: this.#query, at: this.#at, count: hits.length, isPending: awaited.length > 0 });
    this.#show();
  }

  /** Where the hit that was seen is now; at first, the next one from the current diagram on. */
  #placeIn(hits: readonly Hit[], before: readonly Hit[]): number | undefined {
    if (hits.length === 0) return undefined;
    const { figures, current } = this.#parts;
    const order = new Map(figures().map((figure, index) => [figure, index]));
    const placeOf = (figure: Figure | undefined): number => (figure && order.get(figure)) ?? 0;
    const last = this.#at === undefined ? undefined : before[this.#at];
    const from = placeOf(last?.figure ?? current());
    const nth =
      last === undefined ? 0 : before.slice(0, this.#at).filter(({ figure }) => figure === last.figure).length;
    const first = hits.findIndex(({ figure }) => placeOf(figure) >= from);
    if (first === -1) return 0;
    const own = hits.filter(({ figure }) => figure === hits[first]?.figure).length;
    return first + Math.min(hits[first]?.figure === last?.figure ? nth : 0, own - 1);
  }

  /** Marks the hits in the pictures that are seen, and goes to the one that was asked for. */
  #show(): void {
    const hit = this.#at === undefined ? undefined : this.#hits[this.#at];
    if (this.#isGoing && hit?.figure.element.hidden === true) {
      // Showing it calls back here.
      this.#parts.go(hit.figure);
      return;
    }
    const found = new Map<Figure, Range[]>(this.#parts.figures().map((figure) => [figure, []]));
    for (const { figure, range } of this.#hits) if (range !== undefined) found.get(figure)?.push(range);
    for (const [figure, ranges] of found) {
      figure.showHits(ranges, hit?.figure === figure ? hit.range : undefined);
    }
    if (!this.#isGoing || hit === undefined) return;
    this.#isGoing = false;
    this.#parts.bringIntoView(hit.figure.currentHit ?? hit.figure.element);
  }
}

/** Whether a diagram's picture may say what is wanted: all the words stand somewhere in its text. */
function mayShow(text: string, wanted: string): boolean {
  const said = searchable(text.replace(/<br\s*\/?>|\\n/gi, ' '));
  return wanted.split(' ').every((word) => said.includes(word));
}
