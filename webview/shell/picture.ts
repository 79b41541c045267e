/** Makes a picture from the frame's SVG: cleaned, with a size of its own and a name for screen readers. */
import type { Drawn } from './frameHost.ts';
import type { CleanPicture } from './sanitise.ts';

export interface Picture {
  /** Its elements, cleaned, for whoever shows them: each caller gets some of its own, and none are kept besides. */
  readonly take: () => SVGSVGElement;
  /** What the frame sent, for keeping. */
  readonly source: string;
  /** The natural size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The background that belongs to the picture, and the colour of its text where that has none. */
  readonly paper: string;
  readonly ink: string;
  /** How many references to places outside were taken out or stopped. */
  readonly blocked: number;
}

/** No side may be longer: beyond it browsers fail to paint. */
const longestSide = 100_000;
/** As browsers do for an SVG that says nothing. */
const defaultHeight = 150;

/** `undefined` when the text holds no picture with a size. */
export function createPicture(
  { svg: source, paper, ink, blocked }: Drawn,
  sanitise: (svg: string) => CleanPicture | undefined,
): Picture | undefined {
  const clean = sanitise(source);
  if (clean === undefined) return undefined;
  const size = sizeOf(clean.svg);
  if (size === undefined) return undefined;
  let first: SVGSVGElement | undefined = dress(clean.svg, size);
  const take = (): SVGSVGElement => {
    const svg = first ?? dress(sanitise(source)?.svg ?? document.createElementNS(svgNamespace, 'svg'), size);
    first = undefined;
    return svg;
  };
  return { take, source, ...size, paper, ink, blocked: Math.max(clean.removed, blocked) };
}

const svgNamespace = 'http://www.w3.org/2000/svg';

function dress(svg: SVGSVGElement, { width, height }: Size): SVGSVGElement {
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.removeProperty('max-width');
  svg.style.removeProperty('background-color');
  return svg;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(svg: SVGSVGElement): Size | undefined {
  const box = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = box[2] ?? lengthOf(svg, 'width') ?? Number.parseFloat(svg.style.maxWidth);
  const height = box[3] ?? lengthOf(svg, 'height') ?? defaultHeight;
  const isSize = (length: number): boolean => length > 0 && length <= longestSide;
  return isSize(width) && isSize(height) ? { width, height } : undefined;
}

/** An attribute in pixels; undefined when it is missing or relative. */
function lengthOf(svg: SVGSVGElement, name: 'width' | 'height'): number | undefined {
  const value = svg.getAttribute(name);
  return value === null || !/^[\d.]+(?:px)?$/.test(value) ? undefined : Number.parseFloat(value);
}
