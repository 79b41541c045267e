/**
 * Makes pictures for files and the clipboard from what is shown: an SVG that stands alone, or a PNG of it. What was
 * cleaned away from the picture stays away; links get their addresses back.
 */
import type { ImageFormat, ImageWish } from '../../core/protocol.ts';
import type { Picture } from './picture.ts';

/** Browsers paint no canvas with a longer side, in pixels, and none with more pixels. */
const longestSide = 16_384;
const mostPixels = 120_000_000;

/** The picture's data in the format asked for: SVG as text, PNG in base64. Rejects when the browser cannot paint it. */
export async function imageOf(
  picture: Picture,
  { format, scale, paper }: Pick<ImageWish, 'scale' | 'paper'> & { readonly format: Exclude<ImageFormat, 'pdf'> },
): Promise<string> {
  if (format === 'svg') return svgOf(picture, paper);
  const blob = await pngOf(picture, scale, paper);
  return base64Of(blob);
}

/** Puts the picture on the clipboard; gives a sentence when that was not possible. */
export async function copyImage(
  picture: Picture,
  { scale, paper }: Pick<ImageWish, 'scale' | 'paper'>,
): Promise<string | undefined> {
  try {
    await whenFocused();
    // The clipboard takes a promise, so that the click that allowed it is still fresh.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture, scale, paper) })]);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** How long the panel waits for the focus that VS Code is about to give it, in milliseconds. */
const focusPatience = 1_000;

/** Browsers let only a page with the focus write to the clipboard; after a menu or the palette the focus is elsewhere. */
function whenFocused(): Promise<void> {
  if (document.hasFocus()) return Promise.resolve();
  window.focus();
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('focus', go);
      resolve();
    };
    const timer = setTimeout(go, focusPatience);
    addEventListener('focus', go);
  });
}

/** An SVG that stands alone. */
export function svgOf(picture: Picture, paper: boolean): string {
  const { width, height, ink } = picture;
  const svg = picture.take();
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.color = ink;
  for (const link of svg.querySelectorAll('[data-link]')) {
    link.setAttribute('href', link.getAttribute('data-link') ?? '');
    for (const name of ['data-link', 'role', 'tabindex']) link.removeAttribute(name);
  }
  // Where text stands beside the HTML that most programs cannot read, the text alone says it to all.
  for (const html of svg.querySelectorAll('switch > foreignObject:has(~ text)')) html.remove();
  if (paper) svg.prepend(sheetOf(svg, picture));
  return new XMLSerializer().serializeToString(svg);
}

/** A rectangle under all of the picture, in the colour of its paper. */
function sheetOf(svg: SVGSVGElement, { width, height, paper }: Picture): SVGRectElement {
  const { x, y } = svg.viewBox.baseVal;
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height })) sheet.setAttribute(name, String(value));
  // A style, because the picture's own rules for its rectangles outdo an attribute.
  sheet.style.fill = paper;
  sheet.style.stroke = 'none';
  return sheet;
}

async function pngOf(picture: Picture, scale: number, paper: boolean): Promise<Blob> {
  const { width, height } = picture;
  const fitting = Math.min(scale, longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
  const image = new Image();
  // A data address: from a blob's, labels in HTML would make the canvas unreadable.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(picture, false))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * fitting));
  canvas.height = Math.max(1, Math.round(height * fitting));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser paints no pictures');
  if (paper) {
    context.fillStyle = picture.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is too large for this browser'));
      else resolve(blob);
    }, 'image/png');
  });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
