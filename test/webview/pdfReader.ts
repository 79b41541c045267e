/** Reads PDF documents with a viewer of its own, as their readers would: what is in them, and what they look like. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../support/paths.ts';

export interface ReadDocument {
  readonly pages: number;
  /** Of the first page, in points. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly text: string;
  /** How often it paints an image. */
  readonly images: number;
  /** Whatever in it does something: scripts, links, forms, attachments. */
  readonly actions: readonly string[];
  /** How little it looks like the picture it was compared with: the share of the places that differ, 0 to 1. */
  readonly difference: number;
}

/** The part of pdf.js that is used; evaluated in the page. */
interface Viewer {
  readonly GlobalWorkerOptions: { workerSrc: string };
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(source: object): { readonly promise: Promise<ViewedDocument> };
}
interface ViewedDocument {
  readonly numPages: number;
  getPage(number: number): Promise<ViewedPage>;
  getMetadata(): Promise<{ readonly info: { readonly Title?: string } }>;
  getJSActions(): Promise<unknown>;
  getAttachments(): Promise<unknown>;
  getFieldObjects(): Promise<unknown>;
  getOpenAction(): Promise<{ readonly action?: unknown } | null>;
}
interface ViewedPage {
  readonly view: readonly number[];
  getTextContent(): Promise<{ readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[] }>;
  getAnnotations(): Promise<readonly unknown[]>;
  getJSActions(): Promise<unknown>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[] }>;
  getViewport(options: object): object;
  render(options: object): { readonly promise: Promise<void> };
}

const origin = 'http://viewer.test';

export class PdfReader {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<PdfReader> {
    const page = await browser.newPage();
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (!pathname.endsWith('.mjs')) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      const body = await readFile(path.join(projectRoot, 'node_modules/pdfjs-dist/build', path.basename(pathname)));
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(`${origin}/`);
    return new PdfReader(page);
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  /** Both in base64; the picture is a PNG. */
  read(pdf: string, picture: string): Promise<ReadDocument> {
    return this.#page.evaluate(readInPage, { pdf, picture, viewer: `${origin}/pdf.mjs` });
  }
}

async function readInPage(given: {
  readonly pdf: string;
  readonly picture: string;
  readonly viewer: string;
}): Promise<ReadDocument> {
  const viewer = (await import(given.viewer)) as Viewer;
  viewer.GlobalWorkerOptions.workerSrc = given.viewer.replace('pdf.mjs', 'pdf.worker.mjs');
  const data = Uint8Array.from(atob(given.pdf), (character) => character.charCodeAt(0));
  const document_ = await viewer.getDocument({ data, stopAtErrors: true }).promise;
  const page = await document_.getPage(1);
  const [, , width = 0, height = 0] = page.view;

  const image = new Image();
  image.src = `data:image/png;base64,${given.picture}`;
  await image.decode();
  /** Small places, in which it does not matter which font a letter is from. */
  const grain = 8;
  const columns = Math.ceil(image.naturalWidth / grain);
  const rows = Math.ceil(image.naturalHeight / grain);
  const canvasOf = (wide: number, high: number): readonly [HTMLCanvasElement, CanvasRenderingContext2D] => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [wide, high];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    return [canvas, context];
  };
  /** Halved again and again, so that every point counts in the place it is in. */
  const shrink = (source: CanvasImageSource): Uint8ClampedArray => {
    let [from, context] = canvasOf(columns * grain, rows * grain);
    context.drawImage(source, 0, 0, from.width, from.height);
    for (let size = grain / 2; size >= 1; size /= 2) {
      const [smaller, next] = canvasOf(columns * size, rows * size);
      next.drawImage(from, 0, 0, smaller.width, smaller.height);
      [from, context] = [smaller, next];
    }
    return context.getImageData(0, 0, columns, rows).data;
  };
  const [canvas, canvasContext] = canvasOf(image.naturalWidth, image.naturalHeight);
  const viewport = page.getViewport({ scale: image.naturalWidth / width });
  await page.render({ canvas, canvasContext, viewport }).promise;
  const [shown, wanted] = [shrink(canvas), shrink(image)];
  let different = 0;
  for (let at = 0; at < wanted.length; at += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((shown[at + channel] ?? 0) - (wanted[at + channel] ?? 0)) > 40,
    );
    if (differs) different += 1;
  }

  const { items } = await page.getTextContent();
  const { fnArray } = await page.getOperatorList();
  const { OPS } = viewer;
  const images = fnArray.filter((operator) => operator === OPS['paintImageXObject']).length;
  const actions = Object.entries({
    scripts: await document_.getJSActions(),
    scriptsOfThePage: await page.getJSActions(),
    attachments: await document_.getAttachments(),
    fields: await document_.getFieldObjects(),
    annotations: (await page.getAnnotations()).length > 0 || null,
    // A place to open the document at is none.
    openAction: (await document_.getOpenAction())?.action ?? null,
  }).flatMap(([name, value]) => (value === null ? [] : [name]));
  return {
    pages: document_.numPages,
    width,
    height,
    title: (await document_.getMetadata()).info.Title ?? '',
    text: items.map(({ str = '', hasEOL }) => (hasEOL === true ? `${str}\n` : str)).join(' '),
    images,
    actions,
    difference: different / (wanted.length / 4),
  };
}
