/** DG305: a label can hardly be read on its fill. */
import { contrastOf, formatColour, inkOn, leastContrast, parseColour } from '../../colour/colour.ts';
import type { Colour } from '../../colour/colour.ts';
import type { NodeSymbol } from '../../mermaid/symbols/model.ts';
import type { Fix } from '../../model.ts';
import type { DiagramFacts, DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { readColours } from './facts/nodeColours.ts';
import type { GivenColour, NodeColours } from './facts/nodeColours.ts';
import { themeTextOf } from './facts/themeText.ts';

const meta: RuleMeta = {
  id: 'DG305',
  alias: 'contrast',
  gate: 'planes',
  severity: 'warning',
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
    const told = new Set<string>();
    const theme = themeTextOf(facts.text);
    for (const node of symbols.nodes) {
      const colours = readColours(symbols).of(node);
      const { fill, text } = colours;
      if (fill === undefined || colourItself(facts, node)) continue;
      const place = text?.statement === fill.statement ? text.declaration : fill.declaration;
      const key = `${place.valueSpan.start} ${text?.declaration.valueSpan.start ?? ''}`;
      if (told.has(key)) continue;
      told.add(key);
      const judged = judge(colours, theme);
      if (judged === undefined) continue;
      const { ratio, ink, better } = judged;
      yield {
        message: `The label has a contrast of ${format(ratio)} on \`${fill.declaration.value}\`, less than 4.5:1. With \`color:${ink}\` it has ${format(better)}.`,
        span: place.valueSpan,
        fixes: fixesOf(fill, text, ink),
      };
    }
  },
};

interface Judged {
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
  return ratio >= leastContrast ? undefined : { ratio, ink: formatColour(ink), better: contrastOf(ink, ground) };
}

/** A label that brings its own colours in HTML, or that has no words. */
function colourItself({ text }: DiagramFacts, { label, id }: NodeSymbol): boolean {
  if ((label?.text ?? id).trim() === '') return true;
  return label !== undefined && /<[^>]*(?:color|style|class)/i.test(text.slice(label.span.start, label.span.end));
}

/** Only where the two colours are said in one place: elsewhere a change would reach further. */
function fixesOf(fill: GivenColour, text: GivenColour | undefined, ink: string): readonly Fix[] {
  const title = `Write labels in \`${ink}\``;
  if (text?.statement === fill.statement) {
    return [{ title, edits: [{ span: text.declaration.valueSpan, text: ink }] }];
  }
  if (text !== undefined && text.className !== 'default') return [];
  const end = fill.declaration.span.end;
  return [{ title, edits: [{ span: { start: end, end }, text: `,color:${ink}` }] }];
}

/** `2.53` is `2.5:1`; rounded down, so that what is too little is never said to be enough. */
const format = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
