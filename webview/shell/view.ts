/**
 * What is seen of the figures: one or the whole page, at which scale, scrolled where. Sheets are scaled by a CSS transform
 * and their boxes with them, so the browser's own scrolling moves them and nothing can be lost outside.
 */
import type { Figure, Zoom } from './figure.ts';

export type Mode = 'one' | 'all';

const leastScale = 0.05;
const greatestScale = 10;
const step = 1.25;

/** A picture that changed its size is fitted again only when it no longer fits, or fits this much too loosely. */
const slack = 1.35;

/** The space around a sheet and the height of a strip, in CSS pixels; as in figures.css. */
const margin = 16;
const stripHeight = 28;
/** The width of a scroll bar, in CSS pixels, at most. */
const scrollBar = 16;
/** A panel may be narrower than any picture could be drawn in. */
const leastRoom = 40;

/** The scroller's size in CSS pixels, with and without its scroll bars. */
interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly innerWidth: number;
}

export class View {
  readonly #scroller: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #onChange: () => void;
  #mode: Mode = 'one';
  #figures: readonly Figure[] = [];
  #current: Figure | undefined;
  /** Kept, because asking the browser for it would make it lay out a new picture on the spot. */
  #viewport: Viewport;
  /** The scale of the whole page, over the scale at which each figure fits the width. */
  #pageZoom = 1;

  constructor(scroller: HTMLElement, stage: HTMLElement, onChange: () => void) {
    this.#scroller = scroller;
    this.#stage = stage;
    this.#onChange = onChange;
    this.#viewport = measure(scroller);
    new ResizeObserver(() => this.#resized()).observe(scroller);
  }

  get mode(): Mode {
    return this.#mode;
  }

  get current(): Figure | undefined {
    return this.#current;
  }

  /** CSS pixels a pixel of the current picture, or the page's zoom; 1 is the natural size. */
  get scale(): number {
    return this.#mode === 'all' ? this.#pageZoom : (this.#current?.zoom.scale ?? 1);
  }

  /** How the scale was chosen by the view itself; `undefined` where somebody chose it. */
  get fitting(): Zoom['fit'] {
    return this.#mode === 'all' ? (this.#pageZoom === 1 ? 'width' : undefined) : this.#current?.zoom.fit;
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    this.#stage.dataset['mode'] = mode;
    this.#applyVisibility();
    this.layOut();
    if (mode === 'all') this.#scrollTo(this.#current);
  }

  /** Follows the page; the figures' zoom and the scroll position stay. */
  setFigures(figures: readonly Figure[], current: Figure | undefined): void {
    const moved = this.#current !== current;
    this.#figures = figures;
    this.#current = current;
    this.#applyVisibility();
    this.layOut();
    if (moved && this.#mode === 'all') this.#scrollTo(current);
  }

  /** Gives every figure its scale, after a picture or the window changed its size. */
  layOut(): void {
    for (const figure of this.#figures) {
      if (this.#mode === 'all') figure.setScale(this.#pageZoom * this.#widthFit(figure));
      else if (figure === this.#current) {
        figure.zoom = this.#fitted(figure);
        figure.setScale(figure.zoom.scale);
      }
    }
    this.#onChange();
  }

  /** Zooms by `factor` and keeps the point `at` (in client coordinates; the middle unless told) where it is. */
  zoomBy(factor: number, at?: { readonly x: number; readonly y: number }): void {
    this.zoomTo(this.scale * factor, at);
  }

  zoomIn(): void {
    this.zoomBy(step);
  }

  zoomOut(): void {
    this.zoomBy(1 / step);
  }

  zoomTo(scale: number, at = this.#middle()): void {
    const wanted = Math.min(greatestScale, Math.max(leastScale, scale));
    const anchor = this.#mode === 'all' ? this.#nearest(at.y) : this.#current;
    const before = anchor?.sheet.getBoundingClientRect();
    if (this.#mode === 'all') this.#pageZoom = wanted;
    else if (this.#current !== undefined) this.#current.zoom = { fit: undefined, scale: wanted };
    this.layOut();
    const after = anchor?.sheet.getBoundingClientRect();
    if (before === undefined || after === undefined) return;
    this.#scroller.scrollLeft += after.left + ((at.x - before.left) / before.width) * after.width - at.x;
    this.#scroller.scrollTop += after.top + ((at.y - before.top) / before.height) * after.height - at.y;
  }

  /** Fills the window with the picture, or its width; on the whole page, fits each picture to the width. */
  fit(how: 'window' | 'width' = 'window'): void {
    this.#pageZoom = 1;
    if (this.#mode === 'one' && this.#current !== undefined) this.#current.zoom = { fit: how, scale: 0 };
    this.layOut();
  }

  /** Moves a point of the current picture, as shares of its width and height, to the middle of the window. */
  centreAt(x: number, y: number): void {
    const box = this.#current?.sheet.getBoundingClientRect();
    const middle = this.#middle();
    if (box !== undefined) this.panBy(box.left + x * box.width - middle.x, box.top + y * box.height - middle.y);
  }

  /** Scrolls just so far that the first of `elements` is seen, and not at all where one is seen already. */
  bringIntoView(elements: readonly Element[]): void {
    const [first] = elements;
    if (first === undefined) return;
    const room = this.#scroller.getBoundingClientRect();
    const isSeen = elements.some((element) => {
      const box = element.getBoundingClientRect();
      return box.top >= room.top && box.left >= room.left && box.bottom <= room.bottom && box.right <= room.right;
    });
    if (!isSeen) first.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  panBy(x: number, y: number): void {
    this.#scroller.scrollBy({ left: x, top: y, behavior: 'instant' });
  }

  /** Scrolls by whole windows, or to the very beginning or end. */
  page(direction: -1 | 1, toEnd = false): void {
    this.panBy(0, direction * (toEnd ? this.#scroller.scrollHeight : this.#scroller.clientHeight * 0.9));
  }

  #applyVisibility(): void {
    for (const figure of this.#figures) {
      figure.element.hidden = this.#mode === 'one' && figure !== this.#current;
      figure.element.toggleAttribute('data-current', this.#mode === 'all' && figure === this.#current);
    }
  }

  #resized(): void {
    this.#viewport = measure(this.#scroller);
    this.#scroller.style.setProperty('--viewport-width', `${this.#viewport.innerWidth}px`);
    this.layOut();
  }

  #fitted(figure: Figure): Zoom {
    const { fit, scale } = figure.zoom;
    if (fit === undefined) return figure.zoom;
    const { width, height } = figure.size;
    const room = this.#room();
    if (fit === 'width') return { fit, scale: widthScale(figure.size, room) };
    const whole = Math.min(room.width / width, room.height / height);
    const ideal = Math.max(leastScale, Math.min(whole, fit === 'auto' ? 1 : greatestScale));
    // A drawing grows and shrinks a little with every edit; following each time would make the whole picture breathe.
    const isGoodEnough =
      fit === 'auto' && scale <= ideal && scale * slack >= ideal && figure.element.dataset['settled'];
    figure.element.dataset['settled'] = figure.picture === undefined ? '' : 'true';
    return isGoodEnough ? figure.zoom : { fit, scale: ideal };
  }

  #room(): { readonly width: number; readonly height: number } {
    return {
      width: Math.max(leastRoom, this.#viewport.width - 2 * margin),
      height: Math.max(leastRoom, this.#viewport.height - stripHeight - 2 * margin),
    };
  }

  #widthFit(figure: Figure): number {
    return Math.min(1, Math.max(leastRoom, this.#viewport.innerWidth - 2 * margin) / figure.size.width);
  }

  #middle(): { readonly x: number; readonly y: number } {
    const box = this.#scroller.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  /** The figure whose sheet is nearest to a height on the screen. */
  #nearest(y: number): Figure | undefined {
    const distance = (figure: Figure): number => {
      const box = figure.sheet.getBoundingClientRect();
      return Math.max(box.top - y, y - box.bottom, 0);
    };
    return this.#figures.reduce<Figure | undefined>(
      (best, figure) => (best === undefined || distance(figure) < distance(best) ? figure : best),
      undefined,
    );
  }

  /** On the whole page, brings the current figure to the top. */
  showCurrent(): void {
    if (this.#mode === 'all')
      this.#current?.element.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  }

  #scrollTo(figure: Figure | undefined): void {
    figure?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

/** A picture that is too high at the full width gets a scroll bar beside it. */
function widthScale(size: Figure['size'], room: Figure['size']): number {
  const scale = room.width / size.width;
  const isHigher = size.height * scale > room.height;
  return Math.min(greatestScale, isHigher ? Math.max(leastRoom, room.width - scrollBar) / size.width : scale);
}

const measure = (scroller: HTMLElement): Viewport => ({
  width: scroller.offsetWidth,
  height: scroller.offsetHeight,
  innerWidth: scroller.clientWidth,
});
