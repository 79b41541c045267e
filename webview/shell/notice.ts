/** What the panel says when there is no diagram to show. */
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

export interface NoticeContent {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
}

export class Notice {
  readonly element = element('div', { class: 'notice' });
  #shown: string | undefined;

  constructor() {
    this.element.hidden = true;
  }

  /** Shows the notice, or hides it. */
  update(content: NoticeContent | undefined): void {
    const shown = JSON.stringify(content);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.hidden = content === undefined;
    if (content === undefined) return;
    this.element.replaceChildren(
      icon(content.icon),
      element('h2', { text: content.title }),
      element('p', { text: content.hint }),
    );
  }
}
