/** The diagrams of a comparison in the order of the page; draws only what is near the visible part. */
import type { ComparedPair } from '../../../core/comparisonProtocol.ts';
import { element } from '../elements.ts';
import type { Outcome, Wanted } from '../pictures.ts';
import type { Texts } from '../texts.ts';
import type { Way } from './bar.ts';
import { PairView } from './pairView.ts';

export interface PairListEvents {
  /** Leads to a diagram of the page as it is now. */
  readonly go: (diagram: number) => void;
  readonly onNear: () => void;
}

export class PairList {
  readonly element: HTMLElement;
  readonly #texts: Texts;
  readonly #events: PairListEvents;
  readonly #near = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #views: readonly PairView[] = [];

  constructor(texts: Texts, events: PairListEvents) {
    this.#texts = texts;
    this.#events = events;
    this.element = element('div', {
      class: 'pairs',
      attributes: { tabindex: '0', role: 'region', 'aria-label': texts('diagrams') },
    });
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        }
        events.onNear();
      },
      { root: this.element, rootMargin: '100% 0%' },
    );
    this.setWay('side');
    this.setBlend(0.5);
  }

  setWay(way: Way): void {
    this.element.dataset['way'] = way;
  }

  setBlend(share: number): void {
    this.element.style.setProperty('--blend', String(share));
  }

  /** Shows other pairs; those that say the same as before keep their place and their pictures. */
  update(pairs: readonly ComparedPair[]): void {
    const before = new Map(this.#views.map((view) => [view.identity, view]));
    this.#views = pairs.map((pair) => {
      const view = new PairView(pair, this.#texts, this.#events.go);
      const kept = before.get(view.identity);
      if (kept === undefined) return view;
      before.delete(view.identity);
      return kept;
    });
    for (const { element: gone } of before.values()) {
      this.#observer.unobserve(gone);
      this.#near.delete(gone);
    }
    this.element.replaceChildren(...this.#views.map((view) => view.element));
    for (const view of this.#views) {
      // Until the observer has looked, which is soon, a pair counts as near.
      if (!this.#near.has(view.element)) this.#near.add(view.element);
      this.#observer.observe(view.element);
    }
  }

  /** What is to be drawn, the nearest to the top first. */
  wanted(): readonly Wanted[] {
    return this.#views.filter((view) => this.#near.has(view.element)).flatMap((view) => view.wanted);
  }

  show(outcomeOf: (key: string) => Outcome | undefined): void {
    for (const view of this.#views) view.show(outcomeOf);
  }
}
