/** Marks places of a picture with boxes over it: they need not touch the picture, and grow with it. */
import { element } from './elements.ts';

export class Hits {
  readonly element = element('div', { class: 'hits', attributes: { 'aria-hidden': 'true' } });
  #current: HTMLElement | undefined;
  #shown = '';

  /** The box around the current hit. */
  get current(): HTMLElement | undefined {
    return this.#current;
  }

  /** Puts boxes around `ranges`, of which `current` is one; `sheet` is what the picture fills, `width` its own width. */
  show(ranges: readonly Range[], current: Range | undefined, sheet: HTMLElement, width: number): void {
    if (ranges.length === 0 && this.element.childElementCount === 0) return;
    const ground = sheet.getBoundingClientRect();
    // Of a sheet that is not seen nothing can be measured.
    if (ground.width === 0) return;
    const scale = ground.width / width;
    const boxes = ranges.flatMap((range) =>
      // A line's end is a box without width.
      [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map((box) => ({
          isCurrent: isSame(range, current),
          left: (box.left - ground.left) / scale,
          top: (box.top - ground.top) / scale,
          width: box.width / scale,
          height: box.height / scale,
        })),
    );
    const shown = boxes.map((box) => Object.values(box).map((value) => Math.round(Number(value)))).join(';');
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#current = undefined;
    this.element.replaceChildren(
      ...boxes.map(({ isCurrent, ...place }) => {
        const box = element('div', { class: 'hit' });
        for (const [name, value] of Object.entries(place)) box.style.setProperty(name, `${value}px`);
        box.toggleAttribute('data-current', isCurrent);
        if (isCurrent) this.#current ??= box;
        return box;
      }),
    );
  }
}

const isSame = (one: Range, other: Range | undefined): boolean =>
  one.startContainer === other?.startContainer && one.startOffset === other.startOffset;
