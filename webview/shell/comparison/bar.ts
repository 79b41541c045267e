/** The bar at the top of a comparison: how the two pictures are shown, and what is compared. */
import type { Comparison } from '../../../core/comparisonProtocol.ts';
import { element } from '../elements.ts';
import { icon } from '../icons.ts';
import type { IconName } from '../icons.ts';
import { rove } from '../roving.ts';
import type { Texts } from '../texts.ts';

/** Beside each other, or the new picture laid over the old one. */
export type Way = 'side' | 'onion';

export interface BarActions {
  readonly setWay: (way: Way) => void;
  /** 0 shows the old picture alone, 1 the new one. */
  readonly setBlend: (share: number) => void;
}

export class ComparisonBar {
  readonly element: HTMLElement;
  readonly #side: HTMLButtonElement;
  readonly #onion: HTMLButtonElement;
  readonly #blend: HTMLInputElement;
  readonly #name = element('span', { class: 'document-name' });
  readonly #texts: Texts;

  constructor(texts: Texts, actions: BarActions) {
    this.#texts = texts;
    const choose = (way: Way): void => {
      this.#show(way);
      actions.setWay(way);
    };
    this.#side = choice('sideBySide', texts('sideBySide'), () => choose('side'));
    this.#onion = choice('onionSkin', texts('onionSkin'), () => choose('onion'));
    this.#blend = element('input', {
      class: 'blend',
      attributes: {
        type: 'range',
        min: '0',
        max: '100',
        value: '50',
        'aria-label': texts('blend'),
        title: texts('blend'),
      },
    });
    this.#blend.addEventListener('input', () => actions.setBlend(this.#blend.valueAsNumber / 100));
    const choices = element('div', {
      class: 'choices',
      attributes: { role: 'toolbar', 'aria-label': texts('comparison') },
      children: [this.#side, this.#onion],
    });
    rove(choices, [this.#side, this.#onion]);
    this.element = element('div', { class: 'toolbar', children: [choices, this.#blend, this.#name] });
    this.#show('side');
  }

  update(comparison: Comparison | undefined): void {
    this.#name.textContent = comparison === undefined ? '' : `${comparison.name} ↔ ${comparison.base}`;
    this.#name.title = this.#name.textContent;
  }

  #show(way: Way): void {
    this.#side.setAttribute('aria-pressed', String(way === 'side'));
    this.#onion.setAttribute('aria-pressed', String(way === 'onion'));
    this.#blend.hidden = way !== 'onion';
    this.element.title = this.#texts('comparison');
  }
}

function choice(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const button = element('button', {
    class: 'choice',
    attributes: { type: 'button', title: label, 'aria-label': label },
    children: [icon(name), element('span', { class: 'choice-label', text: label })],
  });
  button.addEventListener('click', action);
  return button;
}
