/** Shows nothing but pictures: the panel hides its bars, and the host gives it all the room that editors have. */
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { Texts } from './texts.ts';

export class Fullscreen {
  /** The way out, for hands; Escape is the way for keys. */
  readonly element: HTMLButtonElement;
  readonly #onChange: (isOn: boolean) => void;
  #before: Element | null = null;

  /** A webview may not fill the screen itself, so `onChange` asks who can. */
  constructor(texts: Texts, onChange: (isOn: boolean) => void) {
    this.#onChange = onChange;
    const label = texts('leaveFullscreen');
    this.element = element('button', {
      class: 'tool leave',
      attributes: { type: 'button', title: label, 'aria-label': label },
      children: [icon('close')],
    });
    this.element.hidden = true;
    this.element.addEventListener('click', () => this.leave());
  }

  enter(): void {
    this.#before = document.activeElement;
    this.#set(true);
    this.element.focus({ focusVisible: false });
  }

  /** False where there was nothing to leave. */
  leave(): boolean {
    if (this.element.hidden) return false;
    this.#set(false);
    if (this.#before instanceof HTMLElement) this.#before.focus();
    return true;
  }

  #set(isOn: boolean): void {
    document.body.toggleAttribute('data-bare', isOn);
    this.element.hidden = !isOn;
    this.#onChange(isOn);
  }
}
