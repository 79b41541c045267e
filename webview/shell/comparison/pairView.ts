/** One diagram of a comparison: what became of it, its two pictures with what changed marked, and the changes as a list. */
import type { ComparedPair, ComparedPart, ComparedSide } from '../../../core/comparisonProtocol.ts';
import { element } from '../elements.ts';
import { icon } from '../icons.ts';
import type { Outcome, Wanted } from '../pictures.ts';
import type { Texts } from '../texts.ts';
import { SideView } from './sideView.ts';
import type { Marks } from './sideView.ts';

/** What stands before each kind of change; colour alone says it to few. */
const signs = { added: '+', removed: '−', changed: '~' } as const;

export class PairView {
  /** Equal for pairs that say the same. */
  readonly identity: string;
  readonly element: HTMLElement;
  /** The texts that are to be drawn. */
  readonly wanted: readonly Wanted[];
  readonly #sides: readonly SideView[];

  constructor(pair: ComparedPair, texts: Texts, go: (diagram: number) => void) {
    this.identity = JSON.stringify(pair);
    const { status, title, before, after, changes = [] } = pair;
    const sides = [
      new SideView(before, texts('versionBefore'), texts('notThereBefore'), marksOf(changes, 'before'), texts),
      new SideView(after, texts('versionNow'), texts('notThereNow'), marksOf(changes, 'after'), texts),
    ];
    const isUnchanged = status === 'unchanged';
    this.#sides = isUnchanged ? [] : sides;
    this.wanted = isUnchanged ? [] : [before, after].flatMap((side) => wish(side));
    const heading = element('h2', { class: 'pair-title', text: title });
    this.element = element('section', {
      class: 'pair',
      attributes: { 'data-status': status, 'aria-label': `${title}: ${texts(status)}` },
      children: [
        element('div', {
          class: 'pair-head',
          children: [element('span', { class: 'badge', text: texts(status) }), heading, ...goButton(pair, texts, go)],
        }),
        ...(isUnchanged
          ? []
          : [element('div', { class: 'sides', children: sides.map((side) => side.element) }), list(pair, texts)]),
      ],
    });
  }

  show(outcomeOf: (key: string) => Outcome | undefined): void {
    for (const side of this.#sides) side.show(outcomeOf);
    // Both at one scale, or a diagram that grew would look as if it shrank.
    const widest = Math.max(...this.#sides.map(({ width }) => width));
    for (const side of this.#sides) side.shrink(side.width / widest);
  }
}

const wish = (side: ComparedSide | undefined): readonly Wanted[] =>
  side === undefined || side.fault !== undefined ? [] : [{ key: side.key, text: side.text, type: side.type }];

function goButton({ diagram }: ComparedPair, texts: Texts, go: (diagram: number) => void): readonly HTMLElement[] {
  if (diagram === undefined) return [];
  const label = texts('goToText');
  const button = element('button', {
    class: 'tool',
    attributes: { type: 'button', title: label, 'aria-label': label },
    children: [icon('file')],
  });
  button.addEventListener('click', () => go(diagram));
  return [button];
}

function list({ status, changes }: ComparedPair, texts: Texts): HTMLElement {
  if (changes?.length === 0 && status === 'changed') {
    return element('p', { class: 'look-only', text: texts('lookOnly') });
  }
  // Of a diagram that came or went the whole picture says it.
  const told = status === 'changed' ? (changes ?? []) : [];
  return element('ul', {
    class: 'changes',
    children: told.map(({ kind, words, was }) =>
      element('li', {
        attributes: { 'data-kind': kind },
        children: [
          element('span', { class: 'sign', text: signs[kind], attributes: { 'aria-hidden': 'true' } }),
          element('span', { class: 'visually-hidden', text: `${texts(kind)}: ` }),
          document.createTextNode(was === undefined ? words : texts('wasBefore', words, was)),
        ],
      }),
    ),
  });
}

/** What is marked in one of the two pictures. */
const marksOf = (changes: readonly ComparedPart[], side: 'before' | 'after'): Marks =>
  changes.map((change) => ({ kind: change.kind, names: change[side] })).filter(({ names }) => names.length > 0);
