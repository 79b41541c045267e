/** Makes a picture from the frame's SVG: cleaned, with a size of its own and a name for screen readers. */
import type { Drawn } from './frameHost.ts';
import type { CleanPicture } from './sanitise.ts';

export interface Picture {
  /** Cleaned. */
  readonly svg: SVGSVGElement;
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
  clean.svg.setAttribute('width', String(size.width));
  clean.svg.setAttribute('height', String(size.height));
  clean.svg.style.removeProperty('max-width');
  clean.svg.style.removeProperty('background-color');
  return { svg: clean.svg, source, ...size, paper, ink, blocked: Math.max(clean.removed, blocked) };
}

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } | undefined {
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
