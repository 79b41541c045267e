/** A small picture of one that is larger than the view, with the part that is seen; dragging in it moves the view. */
import { element } from './elements.ts';
import type { Picture } from './picture.ts';
import type { View } from './view.ts';

/** The most that a small picture takes, in CSS pixels, and the least width of a panel that has room for one. */
const most = { width: 168, height: 120 };
const leastPanel = 360;
/** A larger picture, in characters or elements, is shown as an empty sheet: laying it out twice would stall the panel. */
const longestPainted = 400_000;
const mostElements = 3_000;
/** Milliseconds without another picture before one is painted small. */
const quiet = 150;

export class Minimap {
  /** The keyboard and screen readers have better ways to move. */
  readonly element = element('div', { class: 'minimap', attributes: { 'aria-hidden': 'true' } });
  readonly #image = element('img', { class: 'minimap-picture', attributes: { alt: '', draggable: 'false' } });
  readonly #window = element('div', { class: 'minimap-window' });
  readonly #scroller: HTMLElement;
  readonly #view: View;
  #painted: Picture | undefined;
  #painting: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;

  constructor(scroller: HTMLElement, view: View) {
    this.#scroller = scroller;
    this.#view = view;
    this.element.append(this.#image, this.#window);
    this.element.hidden = true;
    scroller.addEventListener('scroll', () => this.update(), { passive: true });
    this.#attachDragging();
  }

  /** Follows the view, once a frame however often it is called. */
  update(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#follow();
    });
  }

  #follow(): void {
    const figure = this.#view.mode === 'one' ? this.#view.current : undefined;
    const picture = figure?.picture;
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = this.#scroller;
    const isLarger = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
    this.element.hidden = picture === undefined || !isLarger || clientWidth < leastPanel;
    if (this.element.hidden || figure === undefined || picture === undefined) return;
    const scale = Math.min(most.width / picture.width, most.height / picture.height);
    this.element.style.width = `${Math.max(24, picture.width * scale)}px`;
    this.element.style.height = `${Math.max(24, picture.height * scale)}px`;
    this.#paint(picture, figure.shownSvg);
    const sheet = figure.sheet.getBoundingClientRect();
    const room = this.#scroller.getBoundingClientRect();
    const share = (at: number, start: number, length: number): number =>
      Math.min(1, Math.max(0, (at - start) / length)) * 100;
    const left = share(room.left, sheet.left, sheet.width);
    const top = share(room.top, sheet.top, sheet.height);
    this.#window.style.left = `${left}%`;
    this.#window.style.top = `${top}%`;
    this.#window.style.width = `${share(room.left + clientWidth, sheet.left, sheet.width) - left}%`;
    this.#window.style.height = `${share(room.top + clientHeight, sheet.top, sheet.height) - top}%`;
  }

  /** Waits for a quiet moment, because a large picture takes a while to copy. */
  #paint(picture: Picture, svg: SVGSVGElement | undefined): void {
    if (picture === this.#painted) return;
    this.#painted = picture;
    this.element.style.backgroundColor = picture.paper;
    this.#image.hidden = svg === undefined || isLong(picture, svg);
    clearTimeout(this.#painting);
    if (this.#image.hidden || svg === undefined) return;
    this.#painting = setTimeout(() => {
      const text = new XMLSerializer().serializeToString(svg);
      this.#image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    }, quiet);
  }

  #attachDragging(): void {
    const move = (event: PointerEvent): void => {
      const box = this.element.getBoundingClientRect();
      this.#view.centreAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    };
    this.element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
      move(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) move(event);
    });
  }
}

const isLong = ({ source }: Picture, svg: SVGSVGElement): boolean =>
  source.length > longestPainted || svg.querySelectorAll('*').length > mostElements;
