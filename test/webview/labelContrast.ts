/** Measures in the page how well each text of the drawn diagrams stands out from what is painted right behind it. */
import type { Preview } from './preview.ts';

export interface LabelContrast {
  readonly text: string;
  /** WCAG's ratio, from 1 to 21. */
  readonly ratio: number;
}

/** Every text of the pictures that are seen, the faintest first. */
export async function labelContrasts(preview: Preview): Promise<readonly LabelContrast[]> {
  const found = await preview.page.evaluate(measure);
  return [...found].sort((a, b) => a.ratio - b.ratio);
}

/** Runs in the page; whatever it calls stands inside it. */
function measure(): LabelContrast[] {
  interface Colour {
    readonly channels: readonly number[];
    readonly alpha: number;
  }
  const colourOf = (css: string, opacity: number): Colour | undefined => {
    const parts = /^rgba?\(([^)]*)\)/
      .exec(css)?.[1]
      ?.split(/[\s,/]+/)
      .map(Number);
    if (parts === undefined) return undefined;
    return { channels: parts.slice(0, 3), alpha: (parts[3] ?? 1) * opacity };
  };
  const over = (top: Colour, below: readonly number[]): readonly number[] =>
    below.map((channel, index) => (top.channels[index] ?? 0) * top.alpha + channel * (1 - top.alpha));
  const luminance = (channels: readonly number[]): number =>
    channels
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, share, index) => sum + share * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const ratioOf = (one: readonly number[], other: readonly number[]): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const opacityOf = (element: Element): number => {
    let opacity = 1;
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      opacity *= Number(getComputedStyle(each).opacity);
    }
    return opacity;
  };
  /** What an element paints over the area behind a text: its fill, or its background in HTML. */
  const paintOf = (element: Element): Colour | undefined => {
    const style = getComputedStyle(element);
    if (!(element instanceof SVGElement)) return colourOf(style.backgroundColor, opacityOf(element));
    if (!(element instanceof SVGGeometryElement)) return undefined;
    return colourOf(style.fill, Number(style.fillOpacity) * opacityOf(element));
  };
  const measured: LabelContrast[] = [];
  for (const picture of document.querySelectorAll('.figure:not([hidden]) .picture')) {
    const tree = picture.shadowRoot;
    if (tree === null) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg *, svg { pointer-events: all !important; }');
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    const paper = colourOf(getComputedStyle(picture.closest('.sheet') ?? picture).backgroundColor, 1)?.channels;
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (holder === null || text === '' || holder.closest('style, title, desc, defs') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(holder);
      if (box.width === 0 || style.visibility === 'hidden') continue;
      const isSvg = holder instanceof SVGElement;
      const ink = colourOf(isSvg ? style.fill : style.color, opacityOf(holder));
      if (ink === undefined || paper === undefined) continue;
      const stack = tree.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const behind = stack.slice(stack.indexOf(holder) + (isSvg ? 1 : 0)).filter((each) => tree.contains(each));
      // The numbers of a sequence stand on a marker, which no point of the page hits.
      const marker = holder.matches('.sequenceNumber') ? tree.querySelector('marker[id$="sequencenumber"] *') : null;
      const background = [...(marker === null ? [] : [marker]), ...behind]
        .map(paintOf)
        .filter((paint) => paint !== undefined)
        .reduceRight<readonly number[]>((below, paint) => over(paint, below), paper);
      measured.push({ text, ratio: Math.round(ratioOf(over(ink, background), background) * 100) / 100 });
    }
  }
  return measured;
}
