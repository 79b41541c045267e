/** The messages between the command line and the page in which it has diagrams drawn. Both sides parse what they receive. */
import { frameParts } from './frameParts.ts';
import { exportColours, imageFormats, imageScales, longestDiagram, pictureLooks, renderProblem } from './protocol.ts';
import { either, finite, flag, oneOf, optional, parser, record, text, whole } from './shape.ts';
import type { Shape } from './shape.ts';

const seq = whole();
/** As pictures for files travel: SVG as it is, the others in base64. */
const longestData = 60_000_000;

const toPage = either(
  /** Answered by `drawn` or `undrawn`. */
  record({
    type: oneOf('draw'),
    seq,
    text: text(longestDiagram),
    format: oneOf(...imageFormats),
    scale: finite(imageScales.least, imageScales.most),
    paper: flag,
    look: oneOf(...pictureLooks),
    colours: oneOf(...exportColours),
    labels: oneOf('html', 'text'),
  }),
  /** The answer to `need`; without `text` where the part cannot be had. */
  record({ type: oneOf('part'), name: oneOf(...frameParts), text: optional(text(10_000_000)) }),
);
export type ToPage = Shape<typeof toPage>;
export type DrawOrder = Extract<ToPage, { readonly type: 'draw' }>;
export const parseToPage = parser(toPage);

const fromPage = either(
  record({ type: oneOf('drawn'), seq, data: text(longestData) }),
  record({ type: oneOf('undrawn'), seq, problem: renderProblem }),
  /** A diagram needs more than the frame has; answered by `part`. */
  record({ type: oneOf('need'), name: oneOf(...frameParts) }),
);
export type FromPage = Shape<typeof fromPage>;
export const parseFromPage = parser(fromPage);
