/** Hands and keys: the wheel pans, with Ctrl or Cmd it zooms; dragging pans, two fingers pinch; `+ - 0 F W` and arrows. */
import type { MouseNavigation } from '../../core/protocol.ts';
import type { View } from './view.ts';

/** CSS pixels a press of an arrow key moves; with Shift five times that. */
const arrowStep = 40;
/** A press that moves less than this, in CSS pixels, is a click. */
const dragThreshold = 4;
const mostWheelStep = 40;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `navigation`: whether the mouse drags and zooms always, with Alt alone, or never. Fingers and keys always do. */
export function attachPanZoom(scroller: HTMLElement, view: View, navigation: MouseNavigation): void {
  scroller.dataset['navigation'] = navigation;
  const isMeant = ({ altKey }: MouseEvent): boolean => navigation === 'always' || (navigation === 'alt' && altKey);
  attachWheel(scroller, view, (event) => isMeant(event) && (navigation === 'alt' || event.ctrlKey || event.metaKey));
  attachPointers(scroller, view, (event) => event.pointerType === 'touch' || isMeant(event));
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !pressKey(event, view)) return;
    // VS Code forwards each key it sees to its own key bindings, also those that were dealt with.
    event.preventDefault();
    event.stopPropagation();
  });
}

function attachWheel(scroller: HTMLElement, view: View, isMeant: (event: WheelEvent) => boolean): void {
  let turned = 0;
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (!isMeant(event)) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
      const isFirst = turned === 0;
      turned += Math.max(-mostWheelStep, Math.min(mostWheelStep, pixels));
      const at = { x: event.clientX, y: event.clientY };
      if (!isFirst) return;
      // A trackpad sends many events a frame; the picture is laid out once.
      requestAnimationFrame(() => {
        view.zoomBy(Math.exp(-turned * 0.008), at);
        turned = 0;
      });
    },
    { passive: false },
  );
}

function attachPointers(scroller: HTMLElement, view: View, isMeant: (event: PointerEvent) => boolean): void {
  const pointers = new Map<number, Point>();
  let isDragging = false;

  scroller.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isOnControl(event) || !isMeant(event)) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    isDragging = false;
  });
  scroller.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (last === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!isDragging && pointers.size === 1 && Math.hypot(now.x - last.x, now.y - last.y) < dragThreshold) return;
    isDragging = true;
    scroller.setPointerCapture(event.pointerId);
    scroller.dataset['dragging'] = '';
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) view.panBy(last.x - now.x, last.y - now.y);
    else pinch(view, last, now, other);
    pointers.set(event.pointerId, now);
  });
  const release = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    delete scroller.dataset['dragging'];
    // Fingers end a drag without a click: then the next one, perhaps by a key, is meant.
    if (pointers.size === 0) setTimeout(() => (isDragging = false));
  };
  scroller.addEventListener('pointerup', release);
  scroller.addEventListener('pointercancel', release);
  // The click that ends a drag is not meant for what lies under it.
  scroller.addEventListener(
    'click',
    (event) => {
      if (!isDragging) return;
      isDragging = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

function pinch(view: View, last: Point, now: Point, other: Point): void {
  const before = Math.hypot(last.x - other.x, last.y - other.y);
  const after = Math.hypot(now.x - other.x, now.y - other.y);
  if (before > 0 && after > 0) view.zoomBy(after / before, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
}

/** Whether the key meant something here. */
function pressKey(event: KeyboardEvent, view: View): boolean {
  const far = event.shiftKey ? 5 * arrowStep : arrowStep;
  switch (event.key) {
    case '+':
    case '=':
      view.zoomIn();
      return true;
    case '-':
    case '_':
      view.zoomOut();
      return true;
    case '0':
      view.zoomTo(1);
      return true;
    case 'f':
    case 'F':
      view.fit();
      return true;
    case 'w':
    case 'W':
      view.fit('width');
      return true;
    case 'ArrowLeft':
      view.panBy(-far, 0);
      return true;
    case 'ArrowRight':
      view.panBy(far, 0);
      return true;
    case 'ArrowUp':
      view.panBy(0, -far);
      return true;
    case 'ArrowDown':
      view.panBy(0, far);
      return true;
    case 'PageUp':
      view.page(-1);
      return true;
    case 'PageDown':
      view.page(1);
      return true;
    case 'Home':
      view.page(-1, true);
      return true;
    case 'End':
      view.page(1, true);
      return true;
    default:
      return false;
  }
}

const isOnControl = (event: Event): boolean => event.composedPath().some((node) => node instanceof HTMLButtonElement);
