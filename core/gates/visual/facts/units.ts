/** Counts what a page shows and what it tells, in line units. */
import type { Block } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import type { DocumentFacts } from '../../rule.ts';

const charactersPerUnit = 80;
const unitsPerImage = 10;

/** A piece of text that counts, with its units. */
export interface CountedText {
  readonly span: Span;
  readonly units: number;
}

export interface Units {
  readonly visual: number;
  readonly text: number;
  /** Texts that follow each other with no picture, table, code or heading between them; none is empty. */
  readonly runs: readonly (readonly [CountedText, ...CountedText[]])[];
}

/** Counted once a document, for the rule and the gate. */
export const countUnits = remember(({ model }: DocumentFacts): Units => {
  const images = model.links.filter((link) => link.kind === 'image').map((link) => link.span);
  let visual = images.length * unitsPerImage;
  let text = 0;
  let isRunOpen = false;
  const runs: [CountedText, ...CountedText[]][] = [];
  for (const block of model.blocks) {
    visual += countVisual(block);
    const units = countText(block, images);
    if (units > 0) {
      const counted = { span: block.span, units };
      const open = isRunOpen ? runs.at(-1) : undefined;
      if (open === undefined) runs.push([counted]);
      else open.push(counted);
      text += units;
      isRunOpen = true;
    } else if (endsRun(block)) {
      isRunOpen = false;
    }
  }
  return { visual, text, runs };
});

function countVisual(block: Block): number {
  switch (block.kind) {
    case 'diagram':
      return block.text.split('\n').filter((line) => line.trim() !== '').length;
    case 'table':
      return block.rows.length + 1;
    default:
      return 0;
  }
}

const htmlHeading = /<h[1-6][\s>]/i;

function countText(block: Block, images: readonly Span[]): number {
  if (block.kind !== 'text' && block.kind !== 'html') return 0;
  if (block.kind === 'html' && htmlHeading.test(block.text)) return 0;
  // An image is counted as a picture, so its own characters are no text.
  const inside = images.filter((image) => image.start >= block.span.start && image.end <= block.span.end);
  const drawn = inside.reduce((sum, image) => sum + image.end - image.start, 0);
  return Math.ceil(Math.max(block.text.trim().length - drawn, 0) / charactersPerUnit);
}

/** Comments and front matter are not seen, so they part nothing; every other block does. */
function endsRun(block: Block): boolean {
  return block.kind !== 'comment' && block.kind !== 'front-matter' && block.kind !== 'text';
}
