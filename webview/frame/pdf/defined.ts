/** Gradients that shapes are painted with: those that are used, in plain attributes. */
import { attributesOf, colourOf } from './colour.ts';
import { NotPlain } from './notPlain.ts';

export class Defined {
  readonly #from: SVGSVGElement;
  readonly #to: SVGSVGElement;
  readonly #known = new Set<string>();

  constructor(from: SVGSVGElement, to: SVGSVGElement) {
    this.#from = from;
    this.#to = to;
  }

  /** The id of what paints, copied to where it can be referred to. */
  paint(id: string): string {
    if (this.#known.has(id)) return id;
    const gradient = this.#from.querySelector(`#${CSS.escape(id)}`);
    const isPlain = gradient instanceof SVGGradientElement && !gradient.hasAttribute('href');
    if (!isPlain) throw new NotPlain(`painted with ${gradient?.localName ?? 'nothing'}`);
    const copy = document.createElementNS(gradient.namespaceURI, gradient.localName);
    for (const { name, value } of gradient.attributes) copy.setAttribute(name, value);
    for (const stop of gradient.querySelectorAll('stop')) copy.append(plainStop(stop));
    this.#to.prepend(copy);
    this.#known.add(id);
    return id;
  }
}

function plainStop(stop: SVGStopElement): SVGStopElement {
  const { stopColor, stopOpacity } = getComputedStyle(stop);
  const copy = document.createElementNS('http://www.w3.org/2000/svg', 'stop');
  copy.setAttribute('offset', String(stop.offset.baseVal));
  const { colour, opacity } = colourOf(stopColor);
  for (const [name, value] of attributesOf('stop-color', 'stop-opacity', colour, opacity * Number(stopOpacity))) {
    copy.setAttribute(name, value);
  }
  return copy;
}
