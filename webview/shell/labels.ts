/** The words of a picture, label by label, with the place of each character, so that what is found in them can be shown. */

export interface Label {
  /** In lower case; blanks between words are one. */
  readonly text: string;
  /** For each character of `text`, where it stands. */
  readonly places: readonly Place[];
}

interface Place {
  readonly node: Text;
  readonly offset: number;
}

const known = new WeakMap<SVGSVGElement, readonly Label[]>();

/** The labels of a picture, in the order of its elements; read once, since a picture never changes. */
export function labelsOf(svg: SVGSVGElement): readonly Label[] {
  let labels = known.get(svg);
  if (labels === undefined) {
    const elements = [...svg.querySelectorAll('text, foreignObject')].filter(
      (element) => element.parentElement?.closest('text, foreignObject') === null,
    );
    labels = elements.map(readLabel).filter(({ text }) => text !== '');
    known.set(svg, labels);
  }
  return labels;
}

/** Where `wanted` stands in the labels; it is in the form of `searchable`. */
export function findInLabels(labels: readonly Label[], wanted: string, most: number): readonly Range[] {
  const found: Range[] = [];
  for (const { text, places } of labels) {
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const [first, last] = [places[at], places[at + wanted.length - 1]];
      if (first === undefined || last === undefined || found.length === most) return found;
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      found.push(range);
    }
  }
  return found;
}

/** Words as they are compared: without case, one blank between two. */
export const searchable = (words: string): string => lower(words).replace(/\s+/g, ' ').trim();

function readLabel(element: Element): Label {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  const places: Place[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || isUnseen(node)) continue;
    // A picture breaks lines between elements, and says so nowhere else.
    const said = ` ${lower(node.data)}`;
    for (let index = 0; index < said.length; index += 1) {
      const character = said.charAt(index);
      const isBlank = /\s/.test(character);
      if (isBlank && (text === '' || text.endsWith(' '))) continue;
      text += isBlank ? ' ' : character;
      places.push({ node, offset: Math.max(0, index - 1) });
    }
  }
  return { text, places };
}

const isUnseen = ({ parentElement }: Text): boolean =>
  parentElement !== null && parentElement.closest('style, title, desc') !== null;

/** Some letters are two in lower case; they stay, so that every character keeps its place. */
function lower(text: string): string {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index).toLowerCase();
    result += unit.length === 1 ? unit : text.charAt(index);
  }
  return result;
}
