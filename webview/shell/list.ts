/** The figures of the page in order: keeps each one through edits, adds and removes the others. */
import type { PreviewDiagram } from '../../core/protocol.ts';
import { Figure } from './figure.ts';
import type { FigureEvents } from './figure.ts';
import { pairDiagrams } from './pairing.ts';
import type { Texts } from './texts.ts';

export class FigureList {
  readonly #stage: HTMLElement;
  readonly #texts: Texts;
  readonly #events: FigureEvents;
  readonly #near = new Set<Figure>();
  readonly #observer: IntersectionObserver;
  #figures: readonly Figure[] = [];

  /** `onNear` is called when other figures came near the visible part. */
  constructor(
    { stage, scroller }: { readonly stage: HTMLElement; readonly scroller: HTMLElement },
    texts: Texts,
    events: FigureEvents,
    onNear: () => void,
  ) {
    this.#stage = stage;
    this.#texts = texts;
    this.#events = events;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const figure = this.#figures.find((candidate) => candidate.element === entry.target);
          if (figure === undefined) continue;
          if (entry.isIntersecting) this.#near.add(figure);
          else this.#near.delete(figure);
        }
        onNear();
      },
      { root: scroller, rootMargin: '100% 0%' },
    );
  }

  get figures(): readonly Figure[] {
    return this.#figures;
  }

  /** Whether the figure is seen or would be after a small scroll. */
  isNear(figure: Figure): boolean {
    return this.#near.has(figure);
  }

  /** Makes the figures follow `diagrams`. */
  update(diagrams: readonly PreviewDiagram[]): void {
    const before = this.#figures;
    const pairs = pairDiagrams(
      before.map(({ diagram }) => diagram.key),
      diagrams.map(({ key }) => key),
    );
    this.#figures = diagrams.map((diagram, index) => {
      const from = pairs[index];
      const kept = from === undefined ? undefined : before[from];
      if (kept === undefined) return this.#add(diagram);
      kept.diagram = diagram;
      return kept;
    });
    const kept = new Set(this.#figures);
    for (const figure of before) if (!kept.has(figure)) this.#remove(figure);
    this.#arrange();
  }

  #add(diagram: PreviewDiagram): Figure {
    const figure = new Figure(diagram, this.#texts, this.#events);
    // Until the observer has looked, which is soon, a new figure counts as near: it may well be in sight.
    this.#near.add(figure);
    this.#observer.observe(figure.element);
    return figure;
  }

  #remove(figure: Figure): void {
    this.#observer.unobserve(figure.element);
    this.#near.delete(figure);
    figure.element.remove();
  }

  /** Puts the elements in order and leaves those alone that stand right: moving one would lose its focus. */
  #arrange(): void {
    for (const [index, figure] of this.#figures.entries()) {
      const there = this.#stage.children[index];
      if (there !== figure.element) this.#stage.insertBefore(figure.element, there ?? null);
    }
  }
}
