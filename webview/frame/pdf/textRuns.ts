/**
 * The words of a picture, line by line, each where the browser put it, in one of the fonts that every program which reads PDF
 * has. Those have the letters of Western Europe; a picture with others is no plain one. A line is as long as in the browser,
 * whichever font that has.
 */
import type { Defined } from './defined.ts';
import type { Light } from './light.ts';
import { lookOf } from './look.ts';
import { NotPlain } from './notPlain.ts';

/** One of the fonts that every program which reads PDF has. */
export interface PlainFont {
  readonly family: 'helvetica' | 'times' | 'courier';
  readonly weight: 'normal' | 'bold';
  readonly style: 'normal' | 'italic';
}

/** How long a line is in such a font of size 1. */
export type Measure = (text: string, font: PlainFont) => number;

interface Run {
  readonly text: string;
  readonly start: DOMPoint;
  readonly end: DOMPoint;
  readonly rotation: number;
  /** How far below `start` the letters stand. */
  readonly baseline: number;
  readonly isUnderlined: boolean;
  readonly style: CSSStyleDeclaration;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

export function textRuns(
  text: SVGTextElement,
  place: DOMMatrix,
  light: Light,
  defined: Defined,
  measure: Measure,
): readonly Element[] {
  if (text.querySelector('textPath') !== null) throw new NotPlain('text along a line');
  return joined(leavesOf(text).flatMap(runOf)).flatMap((run) => drawn(run, place, light, defined, measure));
}

/** The elements that hold nothing but text; text between elements gets one of its own. */
function leavesOf(element: SVGTextContentElement): readonly SVGTextContentElement[] {
  if (element.childElementCount === 0) return [element];
  return [...element.childNodes].flatMap((node): readonly SVGTextContentElement[] => {
    if (node instanceof SVGTextContentElement) {
      return getComputedStyle(node).display === 'none' ? [] : leavesOf(node);
    }
    if (node instanceof Element && !node.matches('title, desc, a')) throw new NotPlain(`${node.localName} in text`);
    if (node instanceof Element || node.textContent?.trim() === '') return [];
    const wrapped = document.createElementNS(svgNamespace, 'tspan');
    node.replaceWith(wrapped);
    wrapped.append(node);
    return [wrapped];
  });
}

function runOf(leaf: SVGTextContentElement): readonly Run[] {
  const style = getComputedStyle(leaf);
  const count = leaf.getNumberOfChars();
  if (count === 0 || style.visibility !== 'visible') return [];
  const text = shownText(leaf.textContent, count);
  if (text.trim() === '') return [];
  // Blanks at the ends have no place of their own worth keeping.
  const first = text.search(/\S/);
  const last = text.trimEnd().length - 1;
  return [
    {
      text: text.slice(first, last + 1),
      start: leaf.getStartPositionOfChar(first),
      end: leaf.getEndPositionOfChar(last),
      rotation: leaf.getRotationOfChar(first),
      baseline: baselineOf(leaf, first, style),
      isUnderlined: isUnderlined(leaf),
      style,
    },
  ];
}

/** A line below an element is below all that is in it. */
function isUnderlined(leaf: Element): boolean {
  for (let at: Element | null = leaf; at instanceof SVGTextContentElement; at = at.parentElement) {
    if (getComputedStyle(at).textDecorationLine.includes('underline')) return true;
  }
  return false;
}

/** The box of a letter begins as far above its line as the font says. */
function baselineOf(leaf: SVGTextContentElement, index: number, style: CSSStyleDeclaration): number {
  if (style.dominantBaseline === 'auto' || style.dominantBaseline === 'alphabetic') return 0;
  const { y } = leaf.getExtentOfChar(index);
  return y + ascentOf(style) - leaf.getStartPositionOfChar(index).y;
}

/** What is left of a text after the browser took out the blanks that do not count. */
function shownText(raw: string, count: number): string {
  const collapsed = raw.replace(/\s+/g, ' ');
  const ways = [raw.replace(/\s/g, ' '), collapsed, collapsed.trimStart(), collapsed.trimEnd(), collapsed.trim()];
  const shown = ways.find(({ length }) => length === count);
  if (shown === undefined) throw new NotPlain('text of another length than is shown');
  return shown;
}

/** How far apart two words of one line may be, in sizes of their font. */
const widestBlank = 0.6;

/** Words that follow each other on one line, in one look, are one text for whoever selects or searches them. */
function joined(runs: readonly Run[]): readonly Run[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const before = lines.at(-1);
    const gap = before === undefined ? -1 : run.start.x - before.end.x;
    const size = Number.parseFloat(run.style.fontSize);
    const follows =
      before !== undefined &&
      Math.abs(before.end.y - run.start.y) < 0.1 &&
      before.rotation === run.rotation &&
      gap > -0.1 * size &&
      gap < widestBlank * size &&
      before.isUnderlined === run.isUnderlined &&
      looksLike(before.style, run.style);
    if (!follows) lines.push(run);
    else {
      const blank = gap > 0.1 * size ? ' ' : '';
      lines[lines.length - 1] = { ...before, text: `${before.text}${blank}${run.text}`, end: run.end };
    }
  }
  return lines;
}

const looksLike = (one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean =>
  (['fill', 'stroke', 'fontSize', 'fontWeight', 'fontStyle', 'fontFamily'] as const).every(
    (property) => one[property] === other[property],
  );

function drawn(run: Run, place: DOMMatrix, light: Light, defined: Defined, measure: Measure): readonly Element[] {
  const { start, end, rotation, style } = run;
  const text = run.text.replace(invisible, '');
  if (text.includes('$$')) throw new NotPlain('a formula');
  if (!isWestern(text)) throw new NotPlain('letters that the fonts of PDF do not have');
  const size = Number.parseFloat(style.fontSize);
  const font = fontOf(style);
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const natural = measure(text, font) * size;
  const stretch = natural > 0 && length > 0 ? length / natural : 1;
  const at = place.translate(start.x, start.y).rotate(rotation).translate(0, run.baseline).scale(stretch, 1);
  const shown = document.createElementNS(svgNamespace, 'text');
  shown.textContent = text;
  const look = lookOf(style, light, defined);
  const attributes = {
    ...look,
    transform: at.toString(),
    'font-family': font.family,
    'font-size': String(size),
    'font-weight': font.weight,
    'font-style': font.style,
  };
  for (const [name, value] of Object.entries(attributes)) shown.setAttribute(name, value);
  return run.isUnderlined ? [shown, underline(at, natural, size, look)] : [shown];
}

let ruler: CanvasRenderingContext2D | undefined;

function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  ruler ??= document.createElement('canvas').getContext('2d') ?? undefined;
  if (ruler === undefined) return 0;
  ruler.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return ruler.measureText('x').fontBoundingBoxAscent;
}

function underline(at: DOMMatrix, length: number, size: number, look: Readonly<Record<string, string>>): Element {
  const rule = document.createElementNS(svgNamespace, 'rect');
  const place = { x: 0, y: 0.1 * size, width: length, height: 0.06 * size, transform: at.toString() };
  for (const [name, value] of Object.entries({ ...look, ...place })) rule.setAttribute(name, String(value));
  return rule;
}

function fontOf({ fontFamily, fontWeight, fontStyle }: CSSStyleDeclaration): PlainFont {
  const family = /mono|courier|consolas/i.test(fontFamily)
    ? 'courier'
    : /(?<!sans-)\bserif|times|georgia/i.test(fontFamily)
      ? 'times'
      : 'helvetica';
  return {
    family,
    weight: Number(fontWeight) >= 600 ? 'bold' : 'normal',
    style: fontStyle === 'normal' ? 'normal' : 'italic',
  };
}

/** Marks between letters that show nothing. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The characters of the encoding WinAnsi, which the fonts of PDF have. */
const western = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;
const isWestern = (text: string): boolean => western.test(text);
