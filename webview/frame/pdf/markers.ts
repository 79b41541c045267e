/** The heads and tails of lines, as shapes with a place of their own. */
import { NotPlain } from './notPlain.ts';

export interface PlacedShape {
  readonly shape: Element;
  readonly at: DOMMatrix;
}

/** How far from its end a line's direction is taken, in its own unit. */
const step = 0.2;

/** The shapes of the markers at both ends of a line that stands at `place`. */
export function markersOf(
  line: SVGGeometryElement,
  style: CSSStyleDeclaration,
  svg: SVGSVGElement,
  place: DOMMatrix,
): readonly PlacedShape[] {
  if (style.markerMid !== 'none') throw new NotPlain('markers along a line');
  const find = (reference: string): SVGMarkerElement | undefined => {
    const id = /^url\("?#([^")]+)"?\)$/.exec(reference)?.[1];
    const found = id === undefined ? null : svg.querySelector(`#${CSS.escape(id)}`);
    return found instanceof SVGMarkerElement ? found : undefined;
  };
  const [start, end] = [find(style.markerStart), find(style.markerEnd)];
  if (start === undefined && end === undefined) return [];
  const length = line.getTotalLength();
  const near = Math.min(step, length / 2);
  const width = Number.parseFloat(style.strokeWidth) || 0;
  const point = (at: number): DOMPoint => line.getPointAtLength(at);
  const ends: PlacedShape[] = [];
  if (start !== undefined) {
    const isReversed = start.getAttribute('orient') === 'auto-start-reverse';
    const angle = angleOf(point(0), point(near)) + (isReversed ? 180 : 0);
    ends.push(...shapesOf(start, place, point(0), angle, width));
  }
  if (end !== undefined)
    ends.push(...shapesOf(end, place, point(length), angleOf(point(length - near), point(length)), width));
  return ends;
}

const angleOf = (from: DOMPoint, to: DOMPoint): number => (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;

function shapesOf(
  marker: SVGMarkerElement,
  place: DOMMatrix,
  { x, y }: DOMPoint,
  lineAngle: number,
  lineWidth: number,
): readonly PlacedShape[] {
  const orient = marker.getAttribute('orient') ?? '0';
  const angle = orient.startsWith('auto') ? lineAngle : Number.parseFloat(orient) || 0;
  const unit = marker.markerUnits.baseVal === SVGMarkerElement.SVG_MARKERUNITS_STROKEWIDTH ? lineWidth : 1;
  const box = marker.viewBox.baseVal;
  const isBoxed = marker.hasAttribute('viewBox') && box.width > 0 && box.height > 0;
  const fitted = isBoxed
    ? Math.min(marker.markerWidth.baseVal.value / box.width, marker.markerHeight.baseVal.value / box.height)
    : 1;
  const at = place
    .translate(x, y)
    .rotate(angle)
    .scale(unit * fitted)
    .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value);
  return inside(marker, at);
}

function inside(parent: Element, at: DOMMatrix): readonly PlacedShape[] {
  return [...parent.children].flatMap((child) => {
    if (!(child instanceof SVGGraphicsElement)) return [];
    const { display, visibility } = getComputedStyle(child);
    if (display === 'none') return [];
    const own = child.transform.baseVal.consolidate()?.matrix;
    const here = own === undefined ? at : at.multiply(DOMMatrix.fromMatrix(own));
    if (child instanceof SVGGElement) return inside(child, here);
    if (!(child instanceof SVGGeometryElement)) throw new NotPlain(`${child.localName} in a marker`);
    return visibility === 'visible' ? [{ shape: child, at: here }] : [];
  });
}
