/** Colours as CSS writes them in diagrams: read, compared, and held against each other by WCAG 2. */
import { namedColours } from './names.ts';

/** Red, green and blue, each 0 to 255, and how opaque it is, 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `#rgb`, `#rrggbb`, both with opacity, `rgb()`, `hsl()` and names; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const value = text
    .trim()
    .toLowerCase()
    .replace(/\s*!important$/, '');
  if (value === 'transparent' || value === 'none') return { red: 0, green: 0, blue: 0, alpha: 0 };
  const hex = value.startsWith('#') ? value.slice(1) : namedColours.get(value);
  return hex === undefined ? parseFunction(value) : parseHex(hex);
}

function parseHex(hex: string): Colour | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(hex)) return undefined;
  const digits = hex.length <= 4 ? hex.replace(/./g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return { red, green, blue, alpha: alpha / 255 };
}

function parseFunction(value: string): Colour | undefined {
  const call = /^(rgb|hsl)a?\(([^()]{1,60})\)$/.exec(value);
  if (call === null) return undefined;
  const parts = (call[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '');
  const [first, second, third, opacity = 1] = parts.map(parseNumber);
  if (first === undefined || second === undefined || third === undefined || parts.length > 4) return undefined;
  if (![first, second, third, opacity].every((number) => Number.isFinite(number))) return undefined;
  if (call[1] === 'hsl') return fromHsl(first, second, third, opacity);
  const [red, green, blue] = [first, second, third].map((number, at) =>
    clamp(parts[at]?.endsWith('%') === true ? number * 255 : number),
  );
  return { red: red ?? 0, green: green ?? 0, blue: blue ?? 0, alpha: opacity };
}

/** `50%` is 0.5. */
const parseNumber = (part: string): number => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : parseFloat(part));

const clamp = (channel: number): number => Math.min(255, Math.max(0, Math.round(channel)));

function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): number => {
    const turn = (((shift + hue / 30) % 12) + 12) % 12;
    return clamp(255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}

/** `#RRGGBB`, with two more digits where it is not opaque. */
export function formatColour({ red, green, blue, alpha }: Colour): string {
  const channels = alpha < 1 ? [red, green, blue, alpha * 255] : [red, green, blue];
  return `#${channels
    .map((channel) => clamp(channel).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** Whether both are the same opaque colour. */
export function isSameColour(one: Colour, other: Colour): boolean {
  return formatColour(one) === formatColour(other);
}

/** WCAG 2's contrast ratio, 1 to 21; see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How different two colours look: a weighted distance in RGB that follows the eye well enough to find the nearest. */
export function distanceOf(one: Colour, other: Colour): number {
  const mean = (one.red + other.red) / 2;
  const [red, green, blue] = [one.red - other.red, one.green - other.green, one.blue - other.blue];
  return Math.sqrt((2 + mean / 256) * red ** 2 + 4 * green ** 2 + (2 + (255 - mean) / 256) * blue ** 2);
}

/** The least contrast at which WCAG 2.2 (1.4.3, level AA) calls text readable. */
export const leastContrast = 4.5;

/** In order of preference; on any fill at least one of them reads. */
const inks = ['#030712', '#FFFFFF', '#000000'].flatMap((text) => parseColour(text) ?? []);

/** A label colour that reads on `fill`. */
export function inkOn(fill: Colour): Colour {
  const [best = fill] = inks.toSorted((one, other) => contrastOf(fill, other) - contrastOf(fill, one));
  return inks.find((ink) => contrastOf(fill, ink) >= leastContrast) ?? best;
}

/** The same hue, darker: for the line around a box. */
export function darken({ red, green, blue, alpha }: Colour): Colour {
  const share = 0.6;
  return { red: clamp(red * share), green: clamp(green * share), blue: clamp(blue * share), alpha };
}
