/**
 * Takes a laid-out picture apart into plain shapes: each with its own place and look, none with a style sheet, a group or a
 * marker. Browsers know best what a picture looks like, so everything is asked of them: what programs that write PDF make of
 * style sheets and markers themselves is something else. Gives nothing where a picture has something that has no plain shape.
 */
import { Defined } from './defined.ts';
import { lightOf, unlit } from './light.ts';
import type { Light } from './light.ts';
import { lookOf } from './look.ts';
import { markersOf } from './markers.ts';
import { NotPlain } from './notPlain.ts';
import { textRuns } from './textRuns.ts';
import type { Measure } from './textRuns.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

const shapes = 'path, rect, circle, ellipse, line, polyline, polygon';
const groups = 'svg, g, a, switch';
/** Are seen only where something refers to them. */
const unseen = 'style, title, desc, metadata, defs, marker, linearGradient, radialGradient, clipPath, filter, symbol';

/** The picture in plain shapes; `undefined` where that would be another picture. `svg` is in the document. */
export function plainShapes(svg: SVGSVGElement, measure: Measure): SVGSVGElement | undefined {
  try {
    return flatten(svg, measure);
  } catch (thrown) {
    if (thrown instanceof NotPlain) return undefined;
    throw thrown;
  }
}

function flatten(svg: SVGSVGElement, measure: Measure): SVGSVGElement {
  const flat = document.createElementNS(svgNamespace, 'svg');
  const { width, height } = svg.getBoundingClientRect();
  flat.setAttribute('viewBox', svg.getAttribute('viewBox') ?? `0 0 ${width} ${height}`);
  const defined = new Defined(svg, flat);
  const toRoot = svg.getScreenCTM()?.inverse();
  if (toRoot === undefined) throw new NotPlain('the picture is not laid out');
  const placeOf = (element: SVGGraphicsElement): DOMMatrix => {
    const place = element.getScreenCTM();
    if (place === null) throw new NotPlain('an element is not laid out');
    return DOMMatrix.fromMatrix(toRoot).multiply(DOMMatrix.fromMatrix(place));
  };

  const walk = (element: Element, around: Light): void => {
    if (element.matches(unseen)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    if (!(element instanceof SVGGraphicsElement)) throw new NotPlain(element.localName);
    if (style.mask !== 'none' || style.mixBlendMode !== 'normal') throw new NotPlain('a mask');
    if (isCut(element, style, svg)) throw new NotPlain('something is cut off');
    const light = lightOf(style, around);
    if (light.opacity === 0) return;
    if (element.matches(groups)) {
      for (const child of element.children) walk(child, light);
      return;
    }
    if (style.visibility !== 'visible') return;
    if (element instanceof SVGTextElement) {
      for (const run of textRuns(element, placeOf(element), light, defined, measure)) flat.append(run);
    } else if (element instanceof SVGGeometryElement && element.matches(shapes)) {
      const place = placeOf(element);
      flat.append(shapeAt(element, place, lookOf(style, light, defined)));
      for (const { shape, at } of markersOf(element, style, svg, place)) {
        flat.append(shapeAt(shape, at, lookOf(getComputedStyle(shape), light, defined, style)));
      }
    } else throw new NotPlain(element.localName);
  };
  walk(svg, unlit);
  return flat;
}

/** Whether a path that clips takes something away. */
function isCut(element: SVGGraphicsElement, { clipPath }: CSSStyleDeclaration, svg: SVGSVGElement): boolean {
  if (clipPath === 'none') return false;
  const id = /^url\("?#([^")]+)"?\)$/.exec(clipPath)?.[1];
  const window = id === undefined ? null : svg.querySelector(`#${CSS.escape(id)} > rect`);
  if (!(window instanceof SVGRectElement)) return true;
  const [inner, outer] = [element.getBBox(), window.getBBox()];
  const reach = (from: number, length: number): number => from + length + 1;
  return (
    inner.x < outer.x - 1 ||
    inner.y < outer.y - 1 ||
    reach(inner.x, inner.width) > reach(outer.x, outer.width) + 1 ||
    reach(inner.y, inner.height) > reach(outer.y, outer.height) + 1
  );
}

/** A copy with nothing but its geometry, its place and its look. */
function shapeAt(shape: Element, place: DOMMatrix, look: Readonly<Record<string, string>>): Element {
  const copy = document.createElementNS(svgNamespace, shape.localName);
  for (const [name, value] of Object.entries(geometryOf(shape))) copy.setAttribute(name, value);
  for (const [name, value] of Object.entries(look)) copy.setAttribute(name, value);
  copy.setAttribute('transform', place.toString());
  return copy;
}

/** Lengths in the picture's own unit, whatever they are written in, also where a style sheet says them. */
function geometryOf(shape: Element): Readonly<Record<string, string>> {
  const attributes = (...names: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(names.map((name) => [name, shape.getAttribute(name) ?? '']));
  if (shape instanceof SVGPathElement) return attributes('d');
  if (shape instanceof SVGPolygonElement || shape instanceof SVGPolylineElement) return attributes('points');
  if (shape instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = shape;
    return lengths({ x1, y1, x2, y2 });
  }
  if (shape instanceof SVGCircleElement) {
    const { cx, cy, r } = shape;
    return lengths({ cx, cy, r });
  }
  if (shape instanceof SVGEllipseElement) {
    const { cx, cy, rx, ry } = shape;
    return lengths({ cx, cy, rx, ry });
  }
  if (shape instanceof SVGRectElement) {
    const { x, y, width, height, rx, ry } = shape;
    return lengths({ x, y, width, height, rx, ry });
  }
  throw new NotPlain(shape.localName);
}

const lengths = (named: Readonly<Record<string, SVGAnimatedLength>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(named).map(([name, { baseVal }]) => [name, String(baseVal.value)]));
