/** Stands in the place of a picture that is not there: why, and what can be done about it. */
import { element } from './elements.ts';
import { Ways } from './ways.ts';
import type { WaysContent, WaysEvents } from './ways.ts';

export class Card {
  readonly element: HTMLElement;
  readonly #words = element('p', { class: 'card-words' });
  readonly #ways: Ways;

  constructor(events: WaysEvents) {
    this.#ways = new Ways(events);
    this.element = element('div', { class: 'card', children: [this.#words, this.#ways.element] });
  }

  update(words: string, ways: WaysContent): void {
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#ways.update(ways);
  }
}
