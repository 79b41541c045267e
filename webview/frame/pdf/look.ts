/** What a shape looks like, in the attributes of the shape itself. */
import { attributesOf, colourOf } from './colour.ts';
import type { Defined } from './defined.ts';
import type { Light } from './light.ts';

/** `light` falls on it from around; `around` is the look of the line that a marker stands on. */
export function lookOf(
  style: CSSStyleDeclaration,
  light: Light,
  defined: Defined,
  around?: CSSStyleDeclaration,
): Readonly<Record<string, string>> {
  const fill = resolve(style.fill, around);
  const stroke = resolve(style.stroke, around);
  const look = [
    ...paint('fill', fill, Number(style.fillOpacity), light, defined),
    ...paint('stroke', stroke, Number(style.strokeOpacity), light, defined),
    ['fill-rule', style.fillRule] as const,
  ];
  return Object.fromEntries(stroke === 'none' ? look : [...look, ...lineOf(style)]);
}

/** What a marker paints with may be what its line is painted with. */
const resolve = (paint: string, around: CSSStyleDeclaration | undefined): string => {
  if (paint === 'context-stroke') return around?.stroke ?? 'none';
  return paint === 'context-fill' ? (around?.fill ?? 'none') : paint;
};

function paint(
  kind: 'fill' | 'stroke',
  css: string,
  own: number,
  light: Light,
  defined: Defined,
): readonly (readonly [string, string])[] {
  if (css === 'none') return [[kind, 'none']];
  const opacity = own * light.opacity;
  const id = /^url\("?#([^")]+)"?\)/.exec(css)?.[1];
  if (id !== undefined) return attributesOf(kind, `${kind}-opacity`, `url(#${defined.paint(id)})`, opacity);
  const colour = colourOf(css, light.brightness);
  const share = opacity * colour.opacity;
  return share === 0 ? [[kind, 'none']] : attributesOf(kind, `${kind}-opacity`, colour.colour, share);
}

/** How its outline is drawn. */
const lineOf = (style: CSSStyleDeclaration): readonly (readonly [string, string])[] => [
  ['stroke-width', number(style.strokeWidth)],
  ['stroke-linecap', style.strokeLinecap],
  ['stroke-linejoin', style.strokeLinejoin],
  ['stroke-miterlimit', style.strokeMiterlimit],
  ...dashes(style),
];

function dashes(style: CSSStyleDeclaration): readonly (readonly [string, string])[] {
  const lengths = style.strokeDasharray.split(/[\s,]+/).map(number);
  // Dashes without length are none; PDF would draw nothing.
  if (!lengths.some((length) => length !== '0')) return [];
  return [
    ['stroke-dasharray', lengths.join(' ')],
    ['stroke-dashoffset', number(style.strokeDashoffset)],
  ];
}

/** Computed lengths are in pixels. */
const number = (css: string): string => String(Number.parseFloat(css) || 0);
