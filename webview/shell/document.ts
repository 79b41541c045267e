/** Makes PDF documents of pictures: of their shapes and words where PDF has them all, else of a sharp image. */
import type { ImageWish, PrintRequest } from '../../core/protocol.ts';
import { imageOf, svgOf } from './image.ts';
import type { Picture } from './picture.ts';

/** Pixels for each of the picture's own, where a document shows an image; as sharp as good printers are. */
const imageScale = 3;
/** What a document's image is made of at most: more takes minutes and is no sharper to the eye. */
const mostPixels = 16_000_000;

export interface DocumentParts {
  readonly print: (request: PrintRequest) => Promise<string | undefined>;
  /** What the document is called. */
  readonly title: string;
  /** The picture with labels in text. */
  readonly plain: Picture;
  /** The picture as it is seen; drawn only where the plain one cannot be shown. */
  readonly seen: () => Promise<Picture | undefined>;
}

/** In base64; `undefined` where the picture as it is seen cannot be drawn. */
export async function documentOf(
  { print, title, plain, seen }: DocumentParts,
  { paper }: Pick<ImageWish, 'paper'>,
): Promise<string | undefined> {
  const page = { width: plain.width, height: plain.height, title };
  const shapes = await print({ from: 'shapes', source: svgOf(plain, paper), ...page });
  if (shapes !== undefined) return shapes;
  const picture = await seen();
  if (picture === undefined) return undefined;
  const { width, height } = picture;
  const scale = Math.min(imageScale, Math.sqrt(mostPixels / (width * height)));
  const png = await imageOf(picture, { format: 'png', scale, paper });
  return print({ from: 'image', source: `data:image/png;base64,${png}`, title, width, height });
}
