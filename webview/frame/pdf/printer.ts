/** Makes PDF pages of pictures; a part of the frame that is brought in when somebody exports one. See core/frameParts.ts. */
import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import type { Page } from './page.ts';
import { plainShapes } from './plainShapes.ts';
import type { Measure } from './textRuns.ts';

/** Points for a pixel: a page is as large as the picture is on a screen. */
const pointsPerPixel = 0.75;
/** PDF knows no longer side, in points. */
const longestSide = 14_400;

/** A page with the picture's shapes and words; `undefined` where it has some that PDF cannot show as they are. */
export async function printShapes(svg: SVGSVGElement, page: Page): Promise<string | undefined> {
  const { document, scale } = open(page);
  const shapes = plainShapes(svg, measureWith(document));
  if (shapes === undefined) return undefined;
  // The library begins with what measuring left behind, and takes it for this.
  document.setFont('times', 'normal');
  await svg2pdf(shapes, document, { width: page.width * scale, height: page.height * scale });
  return bytesOf(document);
}

/** A page with an image on it, as a `data:` address of a PNG. */
export function printImage(png: string, page: Page): string {
  const { document, scale } = open(page);
  document.addImage(png, 'PNG', 0, 0, page.width * scale, page.height * scale);
  return bytesOf(document);
}

function open({ width, height, title }: Page): { readonly document: jsPDF; readonly scale: number } {
  const scale = Math.min(pointsPerPixel, longestSide / width, longestSide / height);
  const document = new jsPDF({
    unit: 'pt',
    format: [width * scale, height * scale],
    orientation: width > height ? 'landscape' : 'portrait',
    compress: true,
    putOnlyUsedFonts: true,
  });
  document.setProperties({ title, creator: 'Diagram Gates' });
  return { document, scale };
}

const measureWith =
  (document: jsPDF): Measure =>
  (text, { family, weight, style }) => {
    document.setFont(family, style, weight);
    return document.getTextWidth(text) / document.getFontSize();
  };

/** In base64. */
function bytesOf(document: jsPDF): string {
  const address = document.output('datauristring');
  return address.slice(address.indexOf(',') + 1);
}
