/** Tells screen readers what changed, after the typing paused and never the same twice in a row. */
import { element } from './elements.ts';

/** Milliseconds of quiet before something is said. */
const quiet = 1_000;

export class Announcer {
  readonly element = element('div', {
    class: 'visually-hidden',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  say(text: string): void {
    clearTimeout(this.#timer);
    if (text === this.#last) return;
    this.#timer = setTimeout(() => {
      this.#last = text;
      this.element.textContent = text;
    }, quiet);
  }
}
