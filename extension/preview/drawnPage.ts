/** A page that is shown in a preview, and the preview's page that draws its pictures as they are asked for. */
import type { CheckedDocument } from '../../core/model.ts';
import type { ImageWish } from '../../core/protocol.ts';

export interface DrawnPage {
  readonly checked: CheckedDocument;
  /** SVG as text, other formats in base64; rejects with a sentence for people. */
  readonly draw: (diagram: number, wish: ImageWish) => Promise<string>;
  /** Puts a PNG on the clipboard; gives the clipboard's reason when it refused, rejects when there is no picture. */
  readonly copy: (diagram: number, wish: ImageWish) => Promise<string | undefined>;
}
