/** What the frame and its part that makes PDF know of each other. */

export interface Page {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** For people: what the document is called. */
  readonly title: string;
}

/** What printer.ts exports; both give a PDF document in base64. */
export interface Printer {
  readonly printShapes: (svg: SVGSVGElement, page: Page) => Promise<string | undefined>;
  readonly printImage: (png: string, page: Page) => string;
}
