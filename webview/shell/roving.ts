/** One tab stop for a row of buttons: the arrow keys, Home and End move inside (the toolbar pattern of ARIA). */

export interface Roving {
  /** Whether up and down move as well; sideways alone unless told. */
  readonly axes?: 'row' | 'both';
  /** Which button is the stop at first. */
  readonly at?: number;
}

/**
 * Makes `buttons`, which stand inside `row`, one tab stop; the keys pass over those that are hidden. Called again, for
 * other buttons, it takes the place of the call before.
 */
export function rove(
  row: HTMLElement,
  buttons: readonly HTMLButtonElement[],
  { axes = 'row', at = 0 }: Roving = {},
): void {
  rows.get(row)?.abort();
  const controller = new AbortController();
  rows.set(row, controller);
  const { signal } = controller;
  const stop = (index: number): void => {
    for (const [place, button] of buttons.entries()) button.tabIndex = place === index ? 0 : -1;
  };
  stop(at < buttons.length ? at : 0);
  row.addEventListener('keydown', (event) => press(event, buttons, axes), { signal });
  row.addEventListener(
    'focusin',
    (event) => {
      const index = buttons.findIndex((button) => button === event.target);
      if (index !== -1) stop(index);
    },
    { signal },
  );
}

const rows = new WeakMap<HTMLElement, AbortController>();

function press(event: KeyboardEvent, all: readonly HTMLButtonElement[], axes: 'row' | 'both'): void {
  const buttons = all.filter(({ hidden }) => !hidden);
  const at = buttons.findIndex((button) => button === document.activeElement);
  const count = buttons.length;
  const [next, last] = [(at + 1) % count, (at + count - 1) % count];
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: next,
    ArrowLeft: last,
    ...(axes === 'both' ? { ArrowDown: next, ArrowUp: last } : {}),
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
  if (at === -1 || target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[target]?.focus();
}
