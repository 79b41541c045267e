/**
 * The line above each picture: what it is and, when the text is broken, what is wrong. It is always there and always as
 * high, so that nothing moves when it changes. Clicking it goes to the fault, or to the diagram.
 */
import type { PreviewPlane } from '../../core/protocol.ts';
import { element } from './elements.ts';
import { findingsMark } from './findingsMark.ts';
import type { FoundContent } from './findingsMark.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { PlaneLegend } from './planeLegend.ts';
import type { Texts } from './texts.ts';
import { Ways } from './ways.ts';
import type { WaysContent, WaysEvents } from './ways.ts';

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
  /** What the gates found in the diagram. */
  readonly found?: FoundContent;
  /** What the repair of the fault does, where there is one. */
  readonly fix?: string;
  /** What can be done about it. */
  readonly ways: WaysContent;
}

export interface StripEvents extends WaysEvents {
  readonly go: () => void;
  /** Lights a plane of the diagram, or none. */
  readonly light: (plane: string | undefined) => void;
  readonly goFindings: () => void;
  readonly fix: () => void;
}

export class Strip {
  readonly element: HTMLElement;
  readonly #go = element('button', { class: 'strip-go', attributes: { type: 'button' } });
  readonly #ways: Ways;
  readonly #planes: PlaneLegend;
  readonly #remark = element('span', { class: 'strip-remark' });
  readonly #found = element('button', { class: 'strip-tool', attributes: { type: 'button' } });
  readonly #fix = element('button', {
    class: 'strip-tool strip-fix',
    attributes: { type: 'button' },
    children: [icon('lamp')],
  });
  #shown = '';

  constructor(texts: Texts, { go, goFindings, fix, light, ...ways }: StripEvents) {
    this.#planes = new PlaneLegend(texts, light);
    this.#ways = new Ways(ways);
    this.#go.addEventListener('click', go);
    this.#found.addEventListener('click', goFindings);
    this.#fix.addEventListener('click', fix);
    this.element = element('div', {
      class: 'strip',
      children: [this.#go, this.#planes.element, this.#remark, this.#fix, this.#found, this.#ways.element],
    });
  }

  showPlanes(planes: readonly PreviewPlane[], lit: string | undefined): void {
    this.#planes.update(planes, lit);
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
    this.#fix.hidden = content.fix === undefined;
    this.#fix.title = content.fix ?? '';
    this.#fix.setAttribute('aria-label', content.fix ?? '');
    this.#found.hidden = content.found === undefined;
    this.#found.title = content.found?.words.join('\n') ?? '';
    this.#found.replaceChildren(...(content.found === undefined ? [] : [findingsMark(content.found)]));
    this.#ways.update(content.ways);
  }
}
