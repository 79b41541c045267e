/**
 * Lets the keyboard walk over the parts of a picture: one tab stop, the arrow keys go to the nearest part in their direction,
 * Enter leads to its text, with Alt to everything that speaks of it.
 */
import type { PartIndex } from './parts.ts';

export interface PartFocusEvents {
  /** Enter on a part: its names; `all` asks for everything that speaks of it. */
  readonly go: (names: readonly string[], all: boolean) => void;
  readonly bringIntoView: (element: Element) => void;
}

export class PartFocus {
  readonly #sheet: HTMLElement;
  readonly #tree: ShadowRoot;
  readonly #events: PartFocusEvents;
  #parts: PartIndex | undefined;
  #stops: readonly Element[] | undefined;
  /** The part that had the focus last; the tab stop. */
  #last: Element | undefined;

  constructor(sheet: HTMLElement, tree: ShadowRoot, events: PartFocusEvents) {
    this.#sheet = sheet;
    this.#tree = tree;
    this.#events = events;
    sheet.addEventListener('focus', () => {
      if (sheet.matches(':focus-visible')) this.#focus(this.#last ?? corner(this.#all, 1));
    });
    sheet.addEventListener('focusout', () => (sheet.tabIndex = 0));
    tree.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || !this.#press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Another picture takes the place of the last one, `replace` says when: a part with the focus hands it to its successor. */
  follow(parts: PartIndex, replace: () => void): void {
    const focused = this.#tree.activeElement;
    const names = focused === null ? [] : (this.#parts?.namesAt(focused) ?? []);
    replace();
    this.#parts = parts;
    this.#stops = undefined;
    this.#last = undefined;
    this.#sheet.tabIndex = 0;
    if (focused === null) return;
    const [successor] = parts.elementsNamed(names);
    this.#focus(this.#all.find((stop) => stop === successor) ?? corner(this.#all, 1));
  }

  /** Worked out when somebody comes with the keyboard: a picture has hundreds of parts. */
  get #all(): readonly Element[] {
    this.#stops ??= this.#parts?.stops() ?? [];
    return this.#stops;
  }

  #focus(stop: Element | undefined): void {
    if (!(stop instanceof SVGElement)) return;
    this.#last = stop;
    stop.setAttribute('tabindex', '-1');
    stop.setAttribute('data-stop', '');
    // A link inside would be lost to assistive technology in a button.
    stop.setAttribute('role', stop.querySelector('[data-link]') === null ? 'button' : 'group');
    stop.setAttribute('aria-label', this.#parts?.labelOf(stop) ?? '');
    stop.focus({ preventScroll: true });
    // Otherwise Shift+Tab would lead to the sheet, and from there back to the part.
    this.#sheet.tabIndex = -1;
    this.#events.bringIntoView(stop);
  }

  /** Whether the key meant something here. */
  #press(event: KeyboardEvent): boolean {
    const at = event.composedPath()[0];
    if (!(at instanceof Element) || !this.#all.includes(at) || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Enter' || event.key === ' ') {
      this.#events.go(this.#parts?.namesAt(at) ?? [], event.altKey);
      return true;
    }
    if (event.altKey) return false;
    const direction = Object.hasOwn(directions, event.key) ? directions[event.key] : undefined;
    if (direction !== undefined) this.#focus(nearest(at, this.#all, direction));
    else if (event.key === 'Home') this.#focus(corner(this.#all, 1));
    else if (event.key === 'End') this.#focus(corner(this.#all, -1));
    else return false;
    return true;
  }
}

type Direction = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How much a part counts as farther for every pixel that it lies aside. */
const aside = 2;

/** The nearest part in a direction. */
function nearest(from: Element, stops: readonly Element[], [x, y]: Direction): Element | undefined {
  const start = middleOf(from);
  let best: Element | undefined;
  let least = Infinity;
  for (const stop of stops) {
    if (stop === from) continue;
    const middle = middleOf(stop);
    const [across, down] = [middle.x - start.x, middle.y - start.y];
    const along = across * x + down * y;
    const off = Math.abs(across * y) + Math.abs(down * x);
    const distance = along + aside * off;
    if (along > 1 && distance < least) [best, least] = [stop, distance];
  }
  return best;
}

/** The part nearest to the top left corner, or to the bottom right one. */
function corner(stops: readonly Element[], sign: 1 | -1): Element | undefined {
  const places = stops.map((stop) => {
    const { x, y } = middleOf(stop);
    return { stop, distance: sign * (x + y) };
  });
  return places.toSorted((a, b) => a.distance - b.distance)[0]?.stop;
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
