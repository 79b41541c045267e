/** The planes of an architecture with their colours; one of them at a time can be lit, and the rest of the picture dimmed. */
import type { PreviewPlane } from '../../core/protocol.ts';
import { element } from './elements.ts';
import type { Texts } from './texts.ts';

export class PlaneLegend {
  readonly element: HTMLElement;
  readonly #texts: Texts;
  readonly #onLight: (plane: string | undefined) => void;
  #shown = '';

  constructor(texts: Texts, onLight: (plane: string | undefined) => void) {
    this.#texts = texts;
    this.#onLight = onLight;
    this.element = element('div', {
      class: 'planes',
      attributes: { role: 'group', 'aria-label': texts('planes') },
    });
    this.element.hidden = true;
  }

  /** Shows `planes`, of which `lit` is lit; the buttons stay while the planes are the same ones. */
  update(planes: readonly PreviewPlane[], lit: string | undefined): void {
    const shown = JSON.stringify(planes.map(({ name, fill, nodes }) => [name, fill, nodes.length]));
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.element.hidden = planes.length === 0;
      this.element.replaceChildren(...planes.map((plane) => this.#button(plane)));
    }
    for (const button of this.element.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset['plane'] === lit));
    }
  }

  #button({ name, fill, nodes }: PreviewPlane): HTMLButtonElement {
    const swatch = element('span', { class: 'plane-swatch' });
    swatch.style.backgroundColor = fill;
    const button = element('button', {
      class: 'plane',
      attributes: { type: 'button', title: this.#texts('highlightPlane', name, nodes.length) },
      children: [swatch, element('span', { class: 'plane-name', text: name })],
    });
    button.dataset['plane'] = name;
    button.addEventListener('click', () => {
      this.#onLight(button.getAttribute('aria-pressed') === 'true' ? undefined : name);
    });
    return button;
  }
}
