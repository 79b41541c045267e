/** One diagram of the page: its strip, and its sheet of paper with the last good picture. */
import type { PreviewDiagram } from '../../core/protocol.ts';
import { Card } from './card.ts';
import { element } from './elements.ts';
import type { FigureWords } from './figureWords.ts';
import { Hits } from './hits.ts';
import { PartFocus } from './partFocus.ts';
import { PartIndex } from './parts.ts';
import type { Picture } from './picture.ts';
import { pictureStyle } from './pictureStyle.ts';
import { lightNodes } from './planeLight.ts';
import { Strip } from './strip.ts';
import type { Texts } from './texts.ts';

/** How a figure is zoomed: fitted and never enlarged, fitted, fitted to the width, or at a scale somebody chose. */
export interface Zoom {
  readonly fit: 'auto' | 'window' | 'width' | undefined;
  /** CSS pixels a pixel of the picture. */
  readonly scale: number;
}

export interface FigureEvents {
  readonly go: (figure: Figure) => void;
  readonly retry: (figure: Figure) => void;
  /** Draws again with more time and higher limits. */
  readonly anyway: (figure: Figure) => void;
  readonly goFindings: (figure: Figure) => void;
  /** Makes the preferred repair of the fault. */
  readonly fix: (figure: Figure) => void;
  readonly openLink: (href: string) => void;
  readonly bringIntoView: (element: Element) => void;
  /** A part of the picture was clicked: its names; `all` asks for everything that speaks of it. */
  readonly goPart: (figure: Figure, names: readonly string[], all: boolean) => void;
}

/** Counted, so that each has ids of its own. */
let figures = 0;

export class Figure {
  readonly element: HTMLElement;
  readonly sheet = element('div', { class: 'sheet', attributes: { role: 'group' } });
  /** Kept by the view between edits and visits. */
  zoom: Zoom = { fit: 'auto', scale: 1 };
  diagram: PreviewDiagram;
  readonly #strip: Strip;
  readonly #tree: ShadowRoot;
  readonly #host = element('div', { class: 'picture' });
  readonly #card: Card;
  /** What the diagram says, for those who do not see it; a list, so that it can be read line by line. */
  readonly #outline = element('ul', { class: 'visually-hidden' });
  readonly #hits = new Hits();
  readonly #focus: PartFocus;
  /** The plane that is lit, by its name. */
  #lit: string | undefined;
  #lightOf = '';
  /** What `update` was told last. */
  #said = '';
  #outlined: readonly string[] = [];
  #picture: Picture | undefined;
  #svg: SVGSVGElement | undefined;
  #parts: PartIndex | undefined;
  #marks: readonly string[] = [];
  #marked: readonly Element[] = [];

  constructor(diagram: PreviewDiagram, texts: Texts, events: FigureEvents) {
    this.diagram = diagram;
    const ways = { retry: () => events.retry(this), anyway: () => events.anyway(this) };
    this.#card = new Card(ways);
    this.#strip = new Strip(texts, {
      ...ways,
      go: () => events.go(this),
      light: (plane) => {
        this.#lit = plane;
        this.#light();
      },
      goFindings: () => events.goFindings(this),
      fix: () => events.fix(this),
    });
    this.#tree = this.#host.attachShadow({ mode: 'open' });
    this.#tree.adoptedStyleSheets = [pictureStyle];
    this.#focus = new PartFocus(this.sheet, this.#tree, {
      go: (names, all) => events.goPart(this, names, all),
      bringIntoView: events.bringIntoView,
    });
    for (const type of ['click', 'auxclick', 'keydown'] as const) {
      this.#tree.addEventListener(type, (event) => followLink(event, events.openLink));
    }
    this.#tree.addEventListener('click', (event) => this.#click(event, events));
    this.sheet.append(this.#host, this.#hits.element, this.#card.element);
    const desk = element('div', { class: 'desk', children: [this.sheet] });
    this.element = element('section', { class: 'figure', children: [this.#strip.element, desk, this.#outline] });
    this.#outline.id = `outline-${(figures += 1)}`;
    this.#outline.hidden = true;
    this.element.dataset['state'] = 'drawing';
    this.#resize();
  }

  /** The picture on the sheet, right or outdated. */
  get picture(): Picture | undefined {
    return this.#picture;
  }

  /** What is on the sheet. */
  get shownSvg(): SVGSVGElement | undefined {
    return this.#svg;
  }

  /** The picture's size in its own pixels; a guess until there is one. */
  get size(): { readonly width: number; readonly height: number } {
    return this.#picture ?? { width: 320, height: 120 };
  }

  /** Puts a picture on the sheet in place of the last one. */
  show(picture: Picture): void {
    if (picture === this.#picture) return;
    this.#picture = picture;
    const svg = picture.take();
    this.#svg = svg;
    const parts = new PartIndex(svg, this.diagram.type);
    this.#focus.follow(parts, () => this.#tree.replaceChildren(svg));
    this.#parts = parts;
    this.#light();
    this.#marked = [];
    this.#applyMarks();
    this.sheet.style.backgroundColor = picture.paper;
    // A number of diagram types leave text to inherit its colour.
    this.#host.style.color = picture.ink;
    this.#resize();
  }

  /** Marks the parts of the picture with these names in place of the ones before, in this picture and in those that follow it. */
  mark(names: readonly string[]): void {
    if (names.join() === this.#marks.join()) return;
    this.#marks = names;
    this.#applyMarks();
  }

  /** Shows where the words that are looked for stand; `current` is the place that is gone to. */
  showHits(ranges: readonly Range[], current: Range | undefined): void {
    this.#hits.show(ranges, current, this.sheet, this.size.width);
  }

  /** What is around the place that is gone to. */
  get currentHit(): Element | undefined {
    return this.#hits.current;
  }

  /** The marked elements that are shown. */
  get marked(): readonly Element[] {
    return this.#marked;
  }

  #applyMarks(): void {
    for (const element of this.#marked) element.removeAttribute('data-marked');
    this.#marked = this.#parts?.elementsNamed(this.#marks) ?? [];
    for (const element of this.#marked) element.setAttribute('data-marked', '');
  }

  /** Lights the chosen plane, if the diagram still has it, and says so in the strip. */
  #light(): void {
    const plane = this.diagram.planes?.find(({ name }) => name === this.#lit);
    this.#strip.showPlanes(this.diagram.planes ?? [], plane?.name);
    if (this.#svg === undefined || this.#parts === undefined) return;
    const wanted = plane === undefined ? '' : JSON.stringify(plane.nodes);
    if (wanted === this.#lightOf && this.#svg.hasAttribute('data-dimmed') === (plane !== undefined)) return;
    this.#lightOf = wanted;
    lightNodes(this.#svg, this.#parts, plane?.nodes);
  }

  #click(event: Event, events: FigureEvents): void {
    const [target] = event.composedPath();
    if (event.defaultPrevented || !(target instanceof Element) || !(event instanceof MouseEvent)) return;
    const names = this.#parts?.namesAt(target) ?? [];
    if (names.length > 0) events.goPart(this, names, event.altKey);
  }

  update(words: FigureWords): void {
    const isEmpty = this.#picture === undefined;
    // Of a hundred diagrams an edit concerns one.
    const said = JSON.stringify([words, isEmpty, this.diagram.planes]);
    if (said === this.#said) return;
    this.#said = said;
    const { state, name, strip, card } = words;
    this.element.dataset['state'] = state;
    this.element.setAttribute('aria-label', name);
    this.sheet.setAttribute('aria-label', name);
    this.element.toggleAttribute('data-empty', isEmpty);
    this.#light();
    // What can be done stands once: on the card, or beside the message where an old picture takes its place.
    this.#card.update(isEmpty ? card : '', isEmpty ? strip.ways : {});
    this.#strip.update(isEmpty ? { ...strip, ways: {} } : strip);
  }

  /** Says in lines what the picture shows. */
  describe(lines: readonly string[]): void {
    if (lines === this.#outlined) return;
    this.#outlined = lines;
    this.#outline.replaceChildren(...lines.map((text) => element('li', { text })));
    this.#outline.hidden = lines.length === 0;
    if (lines.length === 0) this.sheet.removeAttribute('aria-describedby');
    else this.sheet.setAttribute('aria-describedby', this.#outline.id);
  }

  /** Sizes the sheet to `scale` CSS pixels a pixel of the picture. */
  setScale(scale: number): void {
    this.sheet.style.setProperty('--scale', String(scale));
  }

  #resize(): void {
    const { width, height } = this.size;
    this.sheet.style.setProperty('--width', `${width}px`);
    this.sheet.style.setProperty('--height', `${height}px`);
  }
}

/** Links in pictures do nothing by themselves; see sanitise.ts. */
function followLink(event: Event, openLink: (href: string) => void): void {
  // On a part inside a link, Enter means the part.
  if (event instanceof KeyboardEvent && (event.key !== 'Enter' || !isLink(event.composedPath()[0]))) return;
  const link = event.composedPath().find(isLink);
  if (!(link instanceof Element)) return;
  event.preventDefault();
  event.stopPropagation();
  openLink(link.getAttribute('data-link') ?? '');
}

const isLink = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.hasAttribute('data-link');
