/** What can be done about a picture that was not drawn: try again as before, or with more time and higher limits. */
import { element } from './elements.ts';

/** The buttons' names; a way without one is not open. */
export interface WaysContent {
  readonly retry?: string;
  readonly anyway?: string;
}

export interface WaysEvents {
  readonly retry: () => void;
  readonly anyway: () => void;
}

export class Ways {
  readonly element = element('div', { class: 'ways' });
  readonly #anyway = element('button', { class: 'way', attributes: { type: 'button' } });
  readonly #retry = element('button', { class: 'way', attributes: { type: 'button' } });

  constructor({ retry, anyway }: WaysEvents) {
    this.#retry.addEventListener('click', retry);
    this.#anyway.addEventListener('click', anyway);
    this.element.append(this.#retry, this.#anyway);
  }

  update({ retry, anyway }: WaysContent): void {
    this.element.hidden = retry === undefined && anyway === undefined;
    this.#retry.hidden = retry === undefined;
    this.#retry.textContent = retry ?? '';
    this.#anyway.hidden = anyway === undefined;
    this.#anyway.textContent = anyway ?? '';
  }
}
