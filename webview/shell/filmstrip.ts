/**
 * The diagrams of the page in a list: what each is called, whether it renders and what was found in it. A click goes there.
 * One tab stop; the arrow keys move inside. Beside the pictures where there is room, above them in a narrow panel.
 */
import { element } from './elements.ts';
import { findingsMark } from './findingsMark.ts';
import type { FoundContent } from './findingsMark.ts';
import { icon } from './icons.ts';
import type { FigureState } from './figureState.ts';
import { rove } from './roving.ts';
import type { Texts } from './texts.ts';

/** One diagram of the list. */
export interface Film {
  readonly title: string;
  readonly type: string;
  readonly state: FigureState;
  /** The state in words, where it is worth one. */
  readonly remark: string | undefined;
  readonly found: FoundContent | undefined;
}

export class Filmstrip {
  readonly element: HTMLElement;
  readonly #list = element('ol', { class: 'films' });
  readonly #onGo: (index: number) => void;
  #buttons: readonly HTMLButtonElement[] = [];
  #shown: readonly string[] = [];
  #current: number | undefined;

  constructor(texts: Texts, onGo: (index: number) => void) {
    this.#onGo = onGo;
    this.element = element('nav', {
      class: 'filmstrip',
      attributes: { 'aria-label': texts('outline') },
      children: [this.#list],
    });
    this.element.hidden = true;
  }

  /** Follows the page; the buttons stay, and with them the focus. `isSeen`: whether there is a list at all. */
  update(films: readonly Film[], current: number | undefined, isSeen: boolean): void {
    this.element.hidden = !isSeen;
    if (!isSeen) return;
    if (films.length !== this.#buttons.length) this.#resize(films.length);
    const before = this.#shown;
    this.#shown = films.map((film) => JSON.stringify(film));
    for (const [index, film] of films.entries()) {
      const button = this.#buttons[index];
      if (button !== undefined && this.#shown[index] !== before[index]) fill(button, film, index);
    }
    if (current === this.#current) return;
    if (this.#current !== undefined) this.#buttons[this.#current]?.removeAttribute('aria-current');
    this.#current = current;
    const button = current === undefined ? undefined : this.#buttons[current];
    button?.setAttribute('aria-current', 'true');
    if (button !== undefined) bringIntoView(this.#list, button);
  }

  #resize(count: number): void {
    const kept = this.#buttons.slice(0, count);
    const added = Array.from({ length: Math.max(0, count - kept.length) }, (_, offset) => {
      const index = kept.length + offset;
      const button = element('button', { class: 'film', attributes: { type: 'button' } });
      button.addEventListener('click', () => this.#onGo(index));
      return button;
    });
    this.#buttons = [...kept, ...added];
    this.#shown = this.#shown.slice(0, count);
    while (this.#list.children.length > count) this.#list.lastElementChild?.remove();
    this.#list.append(...added.map((button) => element('li', { children: [button] })));
    const focused = this.#buttons.findIndex((button) => button === document.activeElement);
    rove(this.#list, this.#buttons, { axes: 'both', at: focused === -1 ? (this.#current ?? 0) : focused });
  }
}

function fill(button: HTMLButtonElement, { title, type, state, remark, found }: Film, index: number): void {
  button.dataset['state'] = state;
  button.title = [title, type, remark, ...(found?.words ?? [])].filter((words) => words !== undefined).join('\n');
  button.replaceChildren(
    element('span', { class: 'film-number', text: String(index + 1) }),
    element('span', {
      class: 'film-words',
      children: [
        element('span', { class: 'film-title', text: title }),
        ...(type === title ? [] : [element('span', { class: 'film-type', text: type })]),
      ],
    }),
    ...(remark === undefined ? [] : [element('span', { class: 'visually-hidden', text: remark })]),
    ...(state === 'broken' && found?.gravest !== 'error' ? [icon('error')] : []),
    ...(found === undefined ? [] : [findingsMark(found)]),
  );
}

/** Scrolls the list alone: `scrollIntoView` might move what is around it. */
function bringIntoView(list: HTMLElement, button: HTMLElement): void {
  const [room, box] = [list.getBoundingClientRect(), button.getBoundingClientRect()];
  const over = (start: number, end: number, least: number, most: number): number =>
    start < least ? start - least : end > most ? end - most : 0;
  list.scrollBy({
    left: over(box.left, box.right, room.left, room.right),
    top: over(box.top, box.bottom, room.top, room.bottom),
    behavior: 'instant',
  });
}
