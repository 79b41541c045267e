/** DG305: a label can hardly be read on its fill. Said once of each pair of colours in a document. */
import { contrastOf, formatColour, inkOn, leastContrast, parseColour } from '../../colour/colour.ts';
import type { Colour } from '../../colour/colour.ts';
import type { DiagramSymbols, NodeSymbol } from '../../mermaid/symbols/model.ts';
import type { Span, TextEdit } from '../../model.ts';
import type { DiagramFacts, DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { readColours } from './facts/nodeColours.ts';
import type { GivenColour, NodeColours } from './facts/nodeColours.ts';
import { themeTextOf } from './facts/themeText.ts';

const meta: RuleMeta = {
  id: 'DG305',
  alias: 'contrast',
  gate: 'planes',
  severity: 'info',
  title: 'A label can hardly be read on its fill.',
  why: 'Tired eyes on a dimmed screen, or one reader in twelve whose eyes see colours differently: WCAG 2.2 asks for a contrast of 4.5 to 1.',
  fixable: true,
};

const types: ReadonlySet<string> = new Set(['flowchart', 'flowchart-v2', 'flowchart-elk', 'block']);

export const contrast: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const { symbols, verdict } = facts;
    if (!verdict.renders || symbols === undefined || !types.has(symbols.type)) return;
    for (const { key, ratio, ink, better, fill, places, fixable } of findPairs(facts, symbols)) {
      const [first] = [...places.values()].sort((one, other) => one.start - other.start);
      if (first === undefined) continue;
      yield {
        message: `Labels on \`${fill}\` have a contrast of ${format(ratio)}, less than 4.5:1. With \`color:${ink}\` they have ${format(better)}.`,
        sameAs: key,
        span: first,
        fixes: fixable === undefined ? [] : [{ title: `Write labels in \`${ink}\``, edits: inOrder(fixable) }],
      };
    }
  },
};

/** A label colour on a fill, wherever in the diagram the two meet. */
interface Pair extends Judged {
  /** As it is written where it was met first. */
  readonly fill: string;
  /** What says so, by its start. */
  readonly places: Map<number, Span>;
  /** By its start; undefined as soon as one of the places cannot be repaired alone. */
  fixable: Map<number, TextEdit> | undefined;
}

function findPairs(facts: DiagramFacts, symbols: DiagramSymbols): Iterable<Pair> {
  const pairs = new Map<string, Pair>();
  const theme = themeTextOf(facts.text);
  for (const node of symbols.nodes) {
    const colours = readColours(symbols).of(node);
    const { fill, text } = colours;
    if (fill === undefined || colourItself(facts, node)) continue;
    const judged = judge(colours, theme);
    if (judged === undefined) continue;
    const pair = pairs.get(judged.key) ?? begin(judged, fill);
    pairs.set(judged.key, pair);
    const place = text?.statement === fill.statement ? text.declaration : fill.declaration;
    pair.places.set(place.valueSpan.start, place.valueSpan);
    const edit = editOf(fill, text, judged.ink);
    if (edit === undefined) pair.fixable = undefined;
    else pair.fixable?.set(edit.span.start, edit);
  }
  return pairs.values();
}

const begin = (judged: Judged, fill: GivenColour): Pair => ({
  ...judged,
  fill: fill.declaration.value,
  places: new Map(),
  fixable: new Map(),
});

const inOrder = (edits: ReadonlyMap<number, TextEdit>): readonly TextEdit[] =>
  [...edits.values()].sort((one, other) => one.span.start - other.span.start);

interface Judged {
  /** The same for the same two colours, however they are written. */
  readonly key: string;
  readonly ratio: number;
  /** A label colour that reads. */
  readonly ink: string;
  readonly better: number;
}

/** Undefined where the label reads, or where nobody can say. */
function judge({ fill, text }: NodeColours, theme: readonly Colour[]): Judged | undefined {
  const ground = fill && parseColour(fill.declaration.value);
  const given = text && parseColour(text.declaration.value);
  if (ground === undefined || ground.alpha < 1) return undefined;
  const labels = text === undefined ? theme : given === undefined || given.alpha < 1 ? [] : [given];
  if (labels.length === 0) return undefined;
  const ratio = Math.max(...labels.map((label) => contrastOf(label, ground)));
  const ink = inkOn(ground);
  if (ratio >= leastContrast) return undefined;
  const key = `${formatColour(ground)} ${given === undefined ? '' : formatColour(given)}`;
  return { key, ratio, ink: formatColour(ink), better: contrastOf(ink, ground) };
}

/** A label that brings its own colours in HTML, or that has no words. */
function colourItself({ text }: DiagramFacts, { label, id }: NodeSymbol): boolean {
  if ((label?.text ?? id).trim() === '') return true;
  return label !== undefined && /<[^>]*(?:color|style|class)/i.test(text.slice(label.span.start, label.span.end));
}

/** Only where the two colours are said in one place: elsewhere a change would reach further. */
function editOf(fill: GivenColour, text: GivenColour | undefined, ink: string): TextEdit | undefined {
  if (text?.statement === fill.statement) return { span: text.declaration.valueSpan, text: ink };
  if (text !== undefined && text.className !== 'default') return undefined;
  const end = fill.declaration.span.end;
  return { span: { start: end, end }, text: `,color:${ink}` };
}

/** `2.53` is `2.5:1`; rounded down, so that what is too little is never said to be enough. */
const format = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
