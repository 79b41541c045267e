/** One of the two pictures of a compared diagram, with the parts marked that are not in the other or are different there. */
import type { ComparedPart, ComparedSide } from '../../../core/comparisonProtocol.ts';
import { element } from '../elements.ts';
import { PartIndex } from '../parts.ts';
import type { Picture } from '../picture.ts';
import type { Outcome } from '../pictures.ts';
import { pictureStyle } from '../pictureStyle.ts';
import { describeProblem } from '../texts.ts';
import type { Texts } from '../texts.ts';

/** Parts to be marked, by the names a picture knows them by. */
export type Marks = readonly { readonly kind: ComparedPart['kind']; readonly names: readonly string[] }[];

/** Inside the picture's shadow tree, where the panel's style does not reach; its variables do. */
const markStyle = new CSSStyleSheet();
markStyle.replaceSync(
  (['added', 'removed', 'changed'] as const)
    .map(
      (kind) =>
        `[data-change='${kind}'] { filter: drop-shadow(0 0 1px var(--${kind})) drop-shadow(0 0 1px var(--${kind})) drop-shadow(0 0 4px var(--${kind})); }`,
    )
    .join('\n'),
);

export class SideView {
  readonly element: HTMLElement;
  readonly #side: ComparedSide | undefined;
  readonly #marks: Marks;
  readonly #texts: Texts;
  readonly #sheet: HTMLElement;
  readonly #tree: ShadowRoot;
  readonly #card: HTMLElement;
  #picture: Picture | undefined;

  constructor(side: ComparedSide | undefined, version: string, absent: string, marks: Marks, texts: Texts) {
    this.#side = side;
    this.#marks = marks;
    this.#texts = texts;
    const host = element('div', { class: 'picture' });
    this.#tree = host.attachShadow({ mode: 'open' });
    this.#tree.adoptedStyleSheets = [pictureStyle, markStyle];
    this.#card = element('p', { class: 'card', text: side === undefined ? absent : texts('drawing') });
    this.#sheet = element('div', { class: 'sheet', children: [host] });
    this.#sheet.hidden = true;
    this.element = element('figure', {
      class: 'side',
      children: [element('figcaption', { text: version }), this.#sheet, this.#card],
    });
    if (side === undefined) this.element.dataset['absent'] = '';
  }

  show(outcomeOf: (key: string) => Outcome | undefined): void {
    const side = this.#side;
    if (side === undefined) return;
    if (side.fault !== undefined) {
      this.#say(side.fault);
      return;
    }
    const outcome = outcomeOf(side.key);
    if (outcome?.kind === 'picture') this.#draw(outcome.picture, side);
    else if (outcome !== undefined) this.#say(describeProblem(outcome.problem, this.#texts));
  }

  /** The picture's own, in its pixels; 0 while there is none. */
  get width(): number {
    return this.#picture?.width ?? 0;
  }

  /** Takes no more than this share of the room. */
  shrink(share: number): void {
    if (this.#picture !== undefined) this.#sheet.style.setProperty('--share', String(share));
  }

  #say(words: string): void {
    this.#card.textContent = words;
    this.#card.classList.add('problem');
  }

  #draw(picture: Picture, { type }: ComparedSide): void {
    if (picture === this.#picture) return;
    this.#picture = picture;
    const svg = picture.take();
    const parts = new PartIndex(svg, type);
    for (const { kind, names } of this.#marks) {
      for (const part of parts.elementsNamed(names)) part.setAttribute('data-change', kind);
    }
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    this.#tree.replaceChildren(svg);
    this.#sheet.hidden = false;
    this.#card.hidden = true;
    this.#sheet.style.backgroundColor = picture.paper;
    this.#sheet.style.color = picture.ink;
    this.#sheet.style.setProperty('--width', `${picture.width}px`);
    this.#sheet.style.setProperty('--ratio', String(picture.width / picture.height));
  }
}
