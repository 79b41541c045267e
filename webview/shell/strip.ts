/**
 * The line above each picture: what it is and, when the text is broken, what is wrong. It is always there and always as
 * high, so that nothing moves when it changes. Clicking it goes to the fault, or to the diagram.
 */
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

export interface StripContent {
  readonly kind: 'fine' | 'broken';
  /** What the diagram is. */
  readonly title: string;
  /** What is wrong, in one line. */
  readonly message?: string;
  /** What clicking does, for tooltips. */
  readonly action: string;
  /** A remark that is no fault, such as what was blocked. */
  readonly remark?: string;
  /** The name of a button that draws again, where that may help. */
  readonly retry?: string;
}

export class Strip {
  readonly element: HTMLElement;
  readonly #go = element('button', { class: 'strip-go', attributes: { type: 'button' } });
  readonly #retry = element('button', { class: 'strip-retry', attributes: { type: 'button' } });
  readonly #remark = element('span', { class: 'strip-remark' });
  #shown = '';

  constructor(onGo: () => void, onRetry: () => void) {
    this.#go.addEventListener('click', onGo);
    this.#retry.addEventListener('click', onRetry);
    this.element = element('div', { class: 'strip', children: [this.#go, this.#remark, this.#retry] });
  }

  /** Shows `content`; the elements that have the focus stay. */
  update(content: StripContent): void {
    const shown = JSON.stringify(content);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const name: IconName = content.kind === 'broken' ? 'error' : 'diagram';
    this.element.dataset['kind'] = content.kind;
    this.#go.title = content.message === undefined ? content.action : `${content.message}\n${content.action}`;
    this.#go.replaceChildren(
      icon(name),
      element('span', { class: 'strip-title', text: content.title }),
      ...(content.message === undefined ? [] : [element('span', { class: 'strip-message', text: content.message })]),
    );
    this.#remark.hidden = content.remark === undefined;
    this.#remark.title = content.remark ?? '';
    this.#remark.replaceChildren(icon('shield'), element('span', { text: content.remark ?? '' }));
    this.#retry.hidden = content.retry === undefined;
    this.#retry.textContent = content.retry ?? '';
  }
}
