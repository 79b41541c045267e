/** Colours as PDF has them: opaque ones in three channels, with an opacity beside. */

export interface Colour {
  /** As `#rrggbb`. */
  readonly colour: string;
  readonly opacity: number;
}

const known = new Map<string, Colour>();
const mostKnown = 1_000;
let pixel: CanvasRenderingContext2D | undefined;

/** Any colour that the browser computed, so much brighter; a canvas reads them all. */
export function colourOf(css: string, brightness = 1): Colour {
  const before = known.get(`${css} ${brightness}`);
  if (before !== undefined) return before;
  pixel ??= createPixel();
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue]
    .map((channel) => Math.min(255, Math.round(channel * brightness)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('');
  const colour = { colour: `#${hex}`, opacity: alpha / 255 };
  if (known.size >= mostKnown) known.clear();
  known.set(`${css} ${brightness}`, colour);
  return colour;
}

/** The attributes for a colour; the opacity only where it is seen. */
export const attributesOf = (
  colourName: string,
  opacityName: string,
  colour: string,
  opacity: number,
): readonly (readonly [string, string])[] => [
  [colourName, colour],
  ...(opacity < 1 ? [[opacityName, opacity.toFixed(4)] as const] : []),
];

function createPixel(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser paints no pictures');
  return context;
}
