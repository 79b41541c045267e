/** Makes PDF documents of pictures; the code for it is brought in when somebody wants one. */
import { pdfPart } from '../../core/frameParts.ts';
import type { FrameToShell, ShellToFrame } from '../../core/protocol.ts';
import type { Parts } from './parts.ts';
import type { Printer } from './pdf/page.ts';

/** Lays the picture out inside `stage`, which is empty again afterwards. Never throws. */
export async function print(
  { seq, from, source, ...page }: Extract<ShellToFrame, { readonly type: 'print' }>,
  parts: Parts,
  stage: HTMLElement,
): Promise<FrameToShell> {
  try {
    // What pdf/printer.ts exports.
    const printer = (await parts.run(pdfPart)) as Printer;
    if (from === 'image') return { type: 'printed', seq, pdf: printer.printImage(source, page) };
    const picture = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    if (!(picture instanceof SVGSVGElement)) throw new Error('there is no picture');
    stage.replaceChildren(picture);
    return { type: 'printed', seq, pdf: await printer.printShapes(picture, page) };
  } catch (thrown) {
    return { type: 'failed', seq, problem: { kind: 'mermaid', message: String(thrown).slice(0, 2_000) } };
  } finally {
    stage.replaceChildren();
  }
}
