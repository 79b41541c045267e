/** The little arithmetic on colours that deriving a theme takes. Colours are opaque `#rrggbb`. */

type Triple = readonly [number, number, number];

const channels = (hex: string): Triple => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const hexOf = (rgb: Triple): string =>
  `#${rgb
    .map((channel) =>
      Math.round(Math.min(255, Math.max(0, channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** `share` of `over` painted on `under`; 0 gives `under`, 1 gives `over`. */
export function mix(under: string, over: string, share: number): string {
  const [r, g, b] = channels(under);
  const [R, G, B] = channels(over);
  return hexOf([r + (R - r) * share, g + (G - g) * share, b + (B - b) * share]);
}

/** A colour by perceived lightness (0 to 1), chroma (0 to 0.3) and hue (degrees): equal lightness looks equally light. */
export function oklch(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const [red, green, blue] = linear;
  return hexOf([255 * encode(red), 255 * encode(green), 255 * encode(blue)]);
}

/** Linear light to sRGB. */
const encode = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

/** The WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = channels(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The browser's `rgb(r, g, b)` as `#rrggbb`; undefined for anything else, such as a gradient or a colour one can see through. */
export function parseRgb(css: string): string | undefined {
  const found = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(css);
  return found === null ? undefined : hexOf([Number(found[1]), Number(found[2]), Number(found[3])]);
}
