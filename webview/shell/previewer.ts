/** The panel's one state: which page, which of its diagrams, and what is known of each; keeps figures and drawings in step. */
import { longestDiagram } from '../../core/protocol.ts';
import type { HostToShell, Palette, PreviewDocument, PreviewState } from '../../core/protocol.ts';
import type { Figure } from './figure.ts';
import { sayFigure } from './figureWords.ts';
import type { FigureWords } from './figureWords.ts';
import type { Film } from './filmstrip.ts';
import type { FigureList } from './list.ts';
import type { Outcome, Pictures, Wanted } from './pictures.ts';
import { menuContext } from './menuContext.ts';
import type { Texts } from './texts.ts';
import { Told } from './told.ts';
import type { View } from './view.ts';

export type ShowMessage = Extract<HostToShell, { readonly type: 'show' }>;
export type NothingMessage = Extract<HostToShell, { readonly type: 'nothing' }>;

/** The answer to a message of the host's, once it is known. */
export interface Shown {
  readonly seq: number;
  readonly version: number;
  readonly outcome: 'settled' | 'superseded';
  readonly failures: readonly {
    readonly diagram: number;
    readonly problem: Extract<Outcome, { kind: 'problem' }>['problem'];
  }[];
}

/** Somebody waits for the picture of the diagram with this key, in the panel's colours unless others are named. */
interface Asked {
  readonly key: string;
  readonly palette?: Palette;
  readonly resolve: (outcome: Outcome) => void;
}

export interface PreviewerParts {
  readonly list: FigureList;
  readonly view: View;
  readonly pictures: Pictures;
  readonly texts: Texts;
  readonly announce: (text: string) => void;
  readonly answer: (shown: Shown) => void;
  /** Called after anything that is seen changed. */
  readonly onChange: () => void;
}

export class Previewer {
  readonly #parts: PreviewerParts;
  readonly #told = new Told();
  #palette: Palette;
  #document: PreviewDocument | undefined;
  #nothing: NothingMessage | undefined;
  /** Who waits for pictures that need not be in sight, nor in the panel's colours. */
  readonly #asked = new Set<Asked>();
  #current: number | undefined;
  /** The names of the parts that the text at the cursor speaks of. */
  #marked: readonly string[] = [];
  /** Diagrams out of sight that are to be drawn, too, by key. */
  #drawnToo: ReadonlySet<string> = new Set();
  #films: readonly Film[] = [];
  /** The host's last message that was not answered yet. */
  #open: { readonly seq: number; readonly version: number } | undefined;

  constructor(parts: PreviewerParts, palette: Palette) {
    this.#parts = parts;
    this.#palette = palette;
  }

  get document(): PreviewDocument | undefined {
    return this.#document;
  }

  /** Why there is no document; `undefined` while there is one, and before the host spoke. */
  get nothing(): NothingMessage | undefined {
    return this.#nothing;
  }

  get current(): number | undefined {
    return this.#current;
  }

  /** The page's diagrams as they are listed. */
  get films(): readonly Film[] {
    return this.#films;
  }

  /** Goes to a diagram of the page. */
  goTo(index: number): void {
    if (index !== this.#current) this.#marked = [];
    this.#current = index;
    this.refresh();
    this.#parts.view.showCurrent();
  }

  show(message: ShowMessage): void {
    this.#supersede({ seq: message.seq, version: message.document.version });
    this.#told.learn(message.document.diagrams);
    if (this.#document?.uri !== message.document.uri) this.#parts.list.update([]);
    this.#document = message.document;
    this.#nothing = undefined;
    this.#current = message.current;
    this.#marked = message.marked;
    this.#parts.list.update(message.document.diagrams);
    this.refresh();
  }

  showNothing(message: NothingMessage): void {
    this.#supersede({ seq: message.seq, version: 0 });
    this.#document = undefined;
    this.#nothing = message;
    this.#current = undefined;
    this.#marked = [];
    this.#parts.list.update([]);
    this.refresh();
  }

  /** The cursor went elsewhere; a message about another version is late and says nothing about what is seen. */
  moveTo(message: Extract<HostToShell, { readonly type: 'cursor' }>): void {
    const { uri, version } = this.#document ?? {};
    if (message.uri !== uri || message.version !== version) return;
    this.#marked = message.marked;
    if (message.current === this.#current) this.#mark();
    else {
      this.#current = message.current;
      this.refresh();
    }
    this.#parts.view.bringIntoView(this.#currentFigure()?.marked ?? []);
  }

  setPalette(palette: Palette): void {
    if (JSON.stringify(palette) === JSON.stringify(this.#palette)) return;
    this.#palette = palette;
    this.refresh();
  }

  /** Shows what was kept from before, until the host sends the page. */
  restore(state: PreviewState): void {
    this.#document = {
      ...state,
      diagrams: state.pictures.map(({ diagram }) => ({ ...untold, ...diagram })),
      gates: [],
    };
    this.#current = state.current;
    this.#parts.list.update(this.#document.diagrams);
  }

  indexOf(figure: Figure): number {
    return this.#parts.list.figures.indexOf(figure);
  }

  /** The picture of a diagram of the page, drawn now where it is not known yet, in sight or not. */
  pictureOf(index: number, palette?: Palette): Promise<Outcome> {
    const diagram = this.#document?.diagrams[index];
    if (diagram === undefined) return Promise.resolve(mermaidProblem(this.#parts.texts('changedMeanwhile')));
    if (diagram.fault !== undefined) return Promise.resolve(mermaidProblem(diagram.fault.message));
    return new Promise((resolve) => {
      this.#asked.add({ key: diagram.key, ...(palette === undefined ? {} : { palette }), resolve });
      this.refresh();
    });
  }

  /** The text of a diagram of the page, as far as it is known. */
  textOf(figure: Figure): string | undefined {
    return this.#told.textOf(figure.diagram.key);
  }

  /** Whether a diagram may still get a picture. */
  isAwaited({ diagram }: Figure): boolean {
    return diagram.fault === undefined && this.#parts.pictures.get(diagram.key) === undefined;
  }

  /** Draws these as well, after what is in sight; in place of those of before. */
  drawToo(figures: readonly Figure[]): void {
    const keys = new Set(figures.map(({ diagram }) => diagram.key));
    if (keys.size === this.#drawnToo.size && [...keys].every((key) => this.#drawnToo.has(key))) return;
    this.#drawnToo = keys;
    this.#want();
  }

  retry(figure: Figure): void {
    this.#parts.pictures.forget(figure.diagram.key);
    this.refresh();
  }

  /** Draws what took too long or was too much, with more time and higher limits. */
  insist(figure: Figure): void {
    this.#parts.pictures.insist(figure.diagram.key);
    this.refresh();
  }

  /** Brings figures and wishes in step with what is known; called after each change. */
  refresh(): void {
    const { list, view } = this.#parts;
    const { figures } = list;
    const current = this.#currentFigure();
    this.#want();
    this.#films = figures.map((figure, index) => this.#updateFigure(figure, index, figures.length));
    view.setFigures(figures, current);
    this.#mark();
    this.#answerAsked();
    this.#answerIfSettled();
    this.#parts.onChange();
  }

  #currentFigure(): Figure | undefined {
    const { figures } = this.#parts.list;
    return this.#current === undefined ? undefined : (figures[this.#current] ?? figures[0]);
  }

  /** Marks what the cursor speaks of, in the diagram where it is. */
  #mark(): void {
    const current = this.#currentFigure();
    for (const figure of this.#parts.list.figures) figure.mark(figure === current ? this.#marked : []);
  }

  #want(): void {
    this.#parts.pictures.want(this.#wanted(), this.#palette);
  }

  #wanted(): readonly Wanted[] {
    const { list, view } = this.#parts;
    const { figures } = list;
    const current = this.#currentFigure();
    const seen = view.mode === 'one' ? [] : figures.filter((figure) => list.isNear(figure));
    const too = figures.filter(({ diagram }) => this.#drawnToo.has(diagram.key));
    const withText = ({ key, type, palette }: Pick<Wanted, 'key' | 'type' | 'palette'>): readonly Wanted[] => {
      const text = this.#told.textOf(key);
      return text === undefined ? [] : [{ key, text, type, ...(palette === undefined ? {} : { palette }) }];
    };
    const drawable = (figure: Figure): readonly Wanted[] =>
      figure.diagram.fault === undefined ? withText(figure.diagram) : [];
    return [
      ...(current === undefined ? [] : drawable(current)),
      ...[...this.#asked].flatMap(withText),
      ...seen.flatMap(drawable),
      ...too.flatMap(drawable),
    ];
  }

  #updateFigure(figure: Figure, index: number, count: number): Film {
    const { texts, pictures } = this.#parts;
    const { diagram } = figure;
    figure.element.dataset['vscodeContext'] = menuContext(index);
    const outcome = diagram.fault === undefined ? pictures.get(diagram.key) : undefined;
    if (outcome?.kind === 'picture') figure.show(outcome.picture);

    const blocked = figure.picture?.blocked ?? 0;
    const mayInsist = !pictures.isInsisted(diagram.key) && (this.textOf(figure)?.length ?? 0) < longestDiagram;
    const words = sayFigure({ diagram, index, count, outcome, blocked, mayInsist }, texts);
    this.#announceChange(figure, words);
    figure.describe(this.#told.outlineOf(diagram.key));
    figure.update(words);
    return words.film;
  }

  #announceChange(figure: Figure, { state, title, message }: FigureWords): void {
    const before = figure.element.dataset['state'];
    if (state === before) return;
    if (message !== undefined) this.#parts.announce(this.#parts.texts('broken', title, message));
    else if (state === 'drawn' && before === 'broken') this.#parts.announce(this.#parts.texts('drawn', title));
  }

  #supersede(next: { readonly seq: number; readonly version: number }): void {
    if (this.#open !== undefined) this.#parts.answer({ ...this.#open, outcome: 'superseded', failures: [] });
    this.#open = next;
  }

  /** Gives what is known by now to those who asked for it; of a diagram that left the page nothing will ever be known. */
  #answerAsked(): void {
    for (const asked of [...this.#asked]) {
      const outcome = this.#told.has(asked.key)
        ? this.#parts.pictures.get(asked.key, asked.palette)
        : mermaidProblem(this.#parts.texts('changedMeanwhile'));
      if (outcome === undefined) continue;
      this.#asked.delete(asked);
      asked.resolve(outcome);
    }
  }

  #answerIfSettled(): void {
    if (this.#open === undefined || this.#parts.pictures.isBusy) return;
    const failures = (this.#document?.diagrams ?? []).flatMap(({ key, fault }, diagram) => {
      const outcome = fault === undefined ? this.#parts.pictures.get(key) : undefined;
      return outcome?.kind === 'problem' ? [{ diagram, problem: outcome.problem }] : [];
    });
    this.#parts.answer({ ...this.#open, outcome: 'settled', failures });
    this.#open = undefined;
  }
}

/** What the host will tell of a diagram that was kept. */
const untold = { text: undefined, outline: undefined, fault: undefined, findings: undefined, planes: undefined };

const mermaidProblem = (message: string): Outcome => ({ kind: 'problem', problem: { kind: 'mermaid', message } });
