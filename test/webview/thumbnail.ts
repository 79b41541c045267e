/** Takes the drawn diagram out of the preview as a small WebP picture on its paper. */
import type { Preview } from './preview.ts';

/** Pixels that a picture may have. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const quality = 0.72;
/** Paper around the drawing. */
const margin = 12;

export async function takeThumbnail(preview: Preview, most: PictureSize): Promise<Buffer> {
  const drawing = preview.page.locator('.figure:not([hidden]) .picture svg').first();
  const box = await drawing.boundingBox();
  if (box === null) throw new Error('no diagram is drawn');
  const clip = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
  const shot = await preview.page.screenshot({ animations: 'disabled', clip });
  const page = await preview.page.context().newPage();
  try {
    const encoded = await page.evaluate(shrink, { png: shot.toString('base64'), most, quality });
    return Buffer.from(encoded, 'base64');
  } finally {
    await page.close();
  }
}

/** Runs in an empty page. */
async function shrink(given: { png: string; most: PictureSize; quality: number }) {
  const bytes = Uint8Array.from(atob(given.png), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const scale = Math.min(1, given.most.width / image.width, given.most.height / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the page has no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', given.quality).split(',')[1] ?? '';
}
