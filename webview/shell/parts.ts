/**
 * Reads off a picture which part of the diagram an element shows, in the names both sides agree on. Mermaid keeps no
 * positions in its SVG, but most diagram types leave ids, an order, or at least the words themselves.
 */
import { partNames } from '../../core/protocol.ts';

/** What Mermaid puts in front of the ids in a picture; see pictureId in the frame. */
const prefix = /^(?:usecase-)?diagram-/;

/** The names in one picture, read once; the picture's elements never change. */
export class PartIndex {
  readonly #svg: SVGSVGElement;
  readonly #type: string | undefined;
  readonly #orders = new Map<string, ReadonlyMap<Element, number>>();
  #named: ReadonlyMap<string, readonly Element[]> | undefined;
  /** What the legend says of each colour; nothing of a colour that stands there twice. */
  #legend: ReadonlyMap<string, string | undefined> | undefined;

  constructor(svg: SVGSVGElement, type: string | undefined) {
    this.#svg = svg;
    this.#type = type;
  }

  /** The names of the part at `element` and of what is around it, the innermost first. */
  namesAt(element: Element): readonly string[] {
    const names = new Set<string>();
    for (let at: Element | null = element; at !== null && at !== this.#svg; at = at.parentElement) {
      for (const name of this.#namesOf(at)) names.add(name);
    }
    return [...names];
  }

  /** The parts to walk over, each once: nodes and rows; where there are none, whatever has words. Measures the picture. */
  stops(): readonly Element[] {
    this.#named ??= this.#readAll();
    const of = (wanted: (name: string) => boolean): readonly Element[] => [
      ...new Set(
        [...(this.#named ?? [])].flatMap(([name, elements]) => (wanted(name) ? (topmost(elements) ?? []) : [])),
      ),
    ];
    const things = of(
      (name) => /^(?:node|group|row)\b/.test(name) || (this.#type === 'sequence' && name.startsWith('edge')),
    );
    return things.length > 0 ? things : of(() => true);
  }

  /** What a part says; else the name it goes by. */
  labelOf(element: Element): string {
    const say = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ').trim();
    const own = say(element.textContent);
    if (own !== '') return own;
    const names = this.namesAt(element);
    const others = this.elementsNamed(names).map((other) => say(other.textContent));
    return others.find((words) => words !== '') ?? names[0]?.replace(/^\w+[:#]/, '') ?? '';
  }

  /** The elements that show a part with one of `names`; where ids tell, words do not count. */
  elementsNamed(names: readonly string[]): readonly Element[] {
    if (names.length === 0) return [];
    this.#named ??= this.#readAll();
    const find = (wanted: readonly string[]): readonly Element[] => [
      ...new Set(wanted.flatMap((name) => this.#named?.get(name) ?? [])),
    ];
    const sure = find(names.filter((name) => !isWords(name)));
    return sure.length > 0 ? sure : find(names.filter(isWords));
  }

  #readAll(): ReadonlyMap<string, readonly Element[]> {
    const named = new Map<string, Element[]>();
    for (const element of this.#svg.querySelectorAll(nameable)) {
      for (const name of this.#namesOf(element)) {
        const elements = named.get(name);
        if (elements === undefined) named.set(name, [element]);
        else elements.push(element);
      }
    }
    return named;
  }

  #namesOf(element: Element): readonly string[] {
    const id = element.id.replace(prefix, '');
    // The ids of a sankey's nodes go on counting from picture to picture.
    if (this.#type === 'sankey' && element.matches('g.node')) return this.#inOrder(element, 'g.node', partNames.nodeAt);
    return [
      ...nodeNames(element, id),
      ...this.#edgeNames(element, id),
      ...this.#rowNames(element, id),
      ...words(element),
    ];
  }

  #edgeNames(element: Element, id: string): readonly string[] {
    const kind = element.getAttribute('data-et');
    if (kind === 'message') return this.#inOrder(element, '[data-et="message"]', partNames.edgeAt);
    const { classList } = element;
    if (classList.contains('messageText')) return this.#inOrder(element, '.messageText', partNames.edgeAt);
    const drawn = this.#type === undefined ? undefined : edgesInOrder[this.#type];
    if (drawn !== undefined && element.matches(drawn)) return this.#inOrder(element, drawn, partNames.edgeAt);
    const given = element.getAttribute('data-id');
    const isLabel = classList.contains('label') && given !== null;
    if (kind !== 'edge' && !isLabel && this.#type !== 'architecture') return [];
    const name = given ?? id;
    const number = this.#type === undefined ? undefined : counted[this.#type]?.exec(name)?.[1];
    if (number !== undefined) return [partNames.edgeAt(Number(number))];
    // A block diagram puts a number of its own between the picture's id and the two nodes.
    const own = name.replace(/^diagram-\d+-/, '');
    return own === '' ? [] : [partNames.edge(own)];
  }

  #rowNames(element: Element, id: string): readonly string[] {
    const classes = element.getAttribute('class') ?? '';
    switch (this.#type) {
      case 'gantt':
        return /\btask/.test(classes) && id !== '' ? [partNames.row(id.replace(/-text$/, ''))] : [];
      case 'journey':
        return element.matches('rect.task') ? this.#inOrder(element, 'rect.task', partNames.rowAt) : [];
      case 'pie':
        return element.classList.contains('pieCircle') ? this.#legendWords(element) : [];
      case 'radar':
        return numberIn(classes, /\bradarCurve-(\d+)/, partNames.rowAt);
      case 'eventmodeling':
        return element.matches('g.em-box') ? this.#inOrder(element, 'g.em-box', partNames.rowAt) : [];
      case 'venn': {
        const sets = element.getAttribute('data-venn-sets')?.split('_').toSorted().join(',');
        return sets === undefined ? [] : [sets.includes(',') ? partNames.row(sets) : partNames.node(sets)];
      }
      case 'xychart':
        return numberIn(classes, /-plot-(\d+)/, (index) => partNames.row(`plot${index}`));
      case 'gitGraph': {
        const commit = /^commit (?:commit-merge )?(.+?) commit[-\d]/.exec(classes)?.[1];
        if (commit === undefined) return [];
        // Commits without an id are named by their number and a random one.
        return [partNames.row(commit), ...numberIn(commit, /^(\d+)-[0-9a-f]{7}$/, partNames.rowAt)];
      }
      default:
        return [];
    }
  }

  /** A slice has no name; the legend's square of the same colour has. */
  #legendWords(slice: Element): readonly string[] {
    this.#legend ??= readLegend(this.#svg);
    const words = this.#legend.get(normaliseColour(slice.getAttribute('fill') ?? ''));
    return words === undefined ? [] : [partNames.words(words)];
  }

  /** For what the picture lists in the order of the text. */
  #inOrder(element: Element, selector: string, name: (index: number) => string): readonly string[] {
    let order = this.#orders.get(selector);
    if (order === undefined) {
      order = new Map([...this.#svg.querySelectorAll(selector)].map((each, index) => [each, index]));
      this.#orders.set(selector, order);
    }
    const index = order.get(element);
    return index === undefined ? [] : [name(index)];
  }
}

/** A participant stands above and below its line, a task has a bar and a name. */
const topmost = (elements: readonly Element[]): Element | undefined =>
  elements.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];

const isWords = (name: string): boolean => name.startsWith('words');

/** All elements that may have a name; a picture has thousands that never do. */
const nameable =
  '[id], [data-id], [data-et], [data-venn-sets], .wardley-link, .em-box, g[class*="-plot-"], .messageText, .commit, .pieCircle, .task, .link, path[class], polygon[class], text, foreignObject';

const numbered = /^(?:flowchart|agentflow|classId|entity|state)-(.+)-\d+$/;

function nodeNames(element: Element, id: string): readonly string[] {
  if (element.getAttribute('data-et') === 'participant' || element.getAttribute('data-et') === 'life-line') {
    return [partNames.node(element.getAttribute('data-id') ?? '')];
  }
  if (element.classList.contains('cluster') || element.classList.contains('statediagram-cluster')) {
    const own = (numbered.exec(id)?.[1] ?? id).replace(/^usecase-/, '');
    return own === '' ? [] : [partNames.group(own), partNames.node(own)];
  }
  const group = /^group-(.+)$/.exec(id)?.[1];
  if (group !== undefined) return [partNames.group(group)];
  const service = /^service-(.+)$/.exec(id)?.[1];
  if (service !== undefined) return [partNames.node(service)];
  if (!element.classList.contains('node')) return [];
  const place = /^node_(\d+)$/.exec(id)?.[1];
  if (place !== undefined) return [partNames.nodeAt(Number(place))];
  const own = (numbered.exec(id)?.[1] ?? id).replace(/^usecase-/, '');
  return own === '' ? [] : [partNames.node(own), partNames.group(own)];
}

/** Types whose edges have neither id nor number, and are drawn in the order of the text. */
const edgesInOrder: Readonly<Record<string, string>> = {
  sankey: 'g.link',
  wardley: 'line.wardley-link',
  cynefin: 'path.cynefinArrowLine',
};

/** Types whose edges end in their number; in others the number counts edges between the same two nodes. */
const counted: Readonly<Record<string, RegExp>> = {
  er: /_(\d+)$/,
  stateDiagram: /^edge(\d+)$/,
  state: /^edge(\d+)$/,
  requirement: /-(\d+)$/,
  usecase: /^edge-(\d+)$/,
};

function readLegend(svg: SVGSVGElement): ReadonlyMap<string, string | undefined> {
  const legend = new Map<string, string | undefined>();
  for (const entry of svg.querySelectorAll('g.legend')) {
    const square = entry.querySelector('rect');
    if (square === null) continue;
    const colour = normaliseColour(square.style.fill);
    legend.set(colour, legend.has(colour) ? undefined : entry.textContent);
  }
  return legend;
}

/** Colours as the browser writes them, whichever way the picture did. */
function normaliseColour(colour: string): string {
  const probe = new Option().style;
  probe.color = colour;
  return probe.color;
}

const numberIn = (text: string, pattern: RegExp, name: (index: number) => string): readonly string[] => {
  const number = pattern.exec(text)?.[1];
  return number === undefined ? [] : [name(Number(number))];
};

const longestWords = 200;

/** What the element says; only of the smallest ones, since a group says all that is in it. */
function words(element: Element): readonly string[] {
  if (element.localName !== 'text' && element.localName !== 'foreignObject') return [];
  const shown = element.textContent.trim();
  return shown === '' || shown.length > longestWords ? [] : [partNames.words(shown)];
}
