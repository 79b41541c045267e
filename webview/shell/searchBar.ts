/** The bar to find words in the diagrams: Enter steps forward, Shift+Enter back, Escape closes it. */
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import type { SearchState } from './search.ts';
import type { Texts } from './texts.ts';

export interface SearchBarEvents {
  readonly find: (query: string) => void;
  readonly step: (direction: 1 | -1) => void;
  /** The bar went away; nothing is to be marked any more. */
  readonly close: () => void;
  readonly announce: (text: string) => void;
}

export class SearchBar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count = element('span', { class: 'search-count' });
  readonly #texts: Texts;
  readonly #events: SearchBarEvents;
  /** What had the focus before. */
  #before: Element | null = null;

  constructor(texts: Texts, events: SearchBarEvents) {
    this.#texts = texts;
    this.#events = events;
    const label = texts('find');
    this.#input = element('input', {
      class: 'search-input',
      attributes: { type: 'text', 'aria-label': label, placeholder: label, spellcheck: 'false', autocomplete: 'off' },
    });
    this.#input.addEventListener('input', () => events.find(this.#input.value));
    this.element = element('div', {
      class: 'search',
      attributes: { role: 'search' },
      children: [
        this.#input,
        this.#count,
        button('up', texts('findPrevious'), () => events.step(-1)),
        button('down', texts('findNext'), () => events.step(1)),
        button('close', texts('close'), () => this.close()),
      ],
    });
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => this.#press(event));
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens the bar, with what was looked for last, and takes the focus. */
  open(): void {
    if (!this.isOpen) {
      this.#before = document.activeElement;
      this.element.hidden = false;
      this.#events.find(this.#input.value);
    }
    this.#input.focus();
    this.#input.select();
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#events.close();
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus();
  }

  update({ query, at, count, isPending }: SearchState): void {
    const isMissing = query !== '' && count === 0 && !isPending;
    this.element.toggleAttribute('data-missing', isMissing);
    const words =
      query === '' || (count === 0 && isPending)
        ? ''
        : isMissing
          ? this.#texts('findNothing')
          : this.#texts('findPlace', (at ?? 0) + 1, `${count}${isPending ? '+' : ''}`);
    if (words === this.#count.textContent) return;
    this.#count.textContent = words;
    if (words !== '') this.#events.announce(words);
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#input) this.#events.step(event.shiftKey ? -1 : 1);
    else if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'F3') return;
    // What is typed here is meant for nobody else. A button still takes Enter: only the way up ends here.
    event.stopPropagation();
    if (event.key === 'Escape' || (event.key === 'Enter' && event.target === this.#input)) event.preventDefault();
  }
}

function button(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const made = element('button', {
    class: 'tool',
    attributes: { type: 'button', title: label, 'aria-label': label },
    children: [icon(name)],
  });
  made.addEventListener('click', action);
  return made;
}
