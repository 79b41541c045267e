/** DG098: what Mermaid reads and then surely fails to draw. */
import { contentLines } from '../../mermaid/symbols/lines.ts';
import { maskNonContent } from '../../mermaid/symbols/mask.ts';
import type { DiagramSymbols } from '../../mermaid/symbols/model.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG098',
  alias: 'render-error',
  gate: 'renders',
  severity: 'error',
  title: 'Mermaid reads the diagram and then fails while it draws.',
  why: 'The reader sees an error, or nothing, where the picture should be; a parser alone does not notice.',
  fixable: false,
};

export const renderError: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    if (symbols.type === 'c4' || symbols.type === 'requirement') yield* looseEnds(symbols, facts.text);
    else if (symbols.type.startsWith('state')) {
      yield* notesOnNobody(symbols);
      yield* missingRegions(facts.text);
      yield* statesInThemselves(symbols);
    } else if (symbols.type === 'sankey') yield* circularFlows(symbols);
    else if (symbols.type === 'block') yield* linksToDiamonds(symbols);
    else if (symbols.type === 'sequence') yield* linksOfActors(symbols, facts.text);
    else if (symbols.type === 'xychart') yield* missingSeries(symbols, facts.text);
  },
};

function* missingSeries({ header }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const content = maskNonContent(text)
    .slice(header.end)
    .replace(/"[^"]*"/g, '');
  if (header.end === header.start || /\b(?:bar|line)\b/i.test(content)) return;
  yield { message: 'A chart without a `bar` or `line` cannot be drawn. Add one.', span: header };
}

/** A relation must lead from and to something that is declared, anywhere in the diagram. */
function* looseEnds({ type, nodes, groups, edges }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const known = new Set(['global', ...nodes.map(({ id }) => id), ...groups.flatMap(({ id }) => id ?? [])]);
  for (const { from, to, span } of edges) {
    const name = [to, from].find((end) => !known.has(end));
    if (name === undefined) continue;
    // The span of a requirement's relation is its verb, so the names stand beside it.
    const lineStart = text.lastIndexOf('\n', span.start) + 1;
    const inside = type === 'c4' ? text.indexOf('(', span.start) : lineStart;
    const start = name === to ? text.indexOf(name, afterFirst(text, from, inside)) : text.indexOf(name, inside);
    const place = start === -1 ? span : { start, end: start + name.length };
    const nearest = findNearest(name, [...known]);
    const advice = nearest === undefined ? 'Declare it.' : `Did you mean \`${nearest}\`?`;
    yield {
      message: `Nothing named \`${name}\` is declared, so Mermaid fails to draw this relation. ${advice}`,
      span: place,
    };
  }
}

/** Behind the source's name, so that a target that is part of it is not looked for there; `from` where it is missing. */
function afterFirst(text: string, name: string, from: number): number {
  const at = text.indexOf(name, from);
  const lineEnd = text.indexOf('\n', from);
  return at === -1 || (lineEnd !== -1 && at > lineEnd) ? from : at + name.length;
}

/** Mermaid draws a note only when its state was named above it. */
function* notesOnNobody({ nodes, statements }: DiagramSymbols): Iterable<RuleFinding> {
  for (const { keyword, targets, span } of statements) {
    const [target] = targets;
    if (keyword !== 'note' || target === undefined || target.text === '[*]') continue;
    const state = nodes.find(({ id }) => id === target.text);
    if (state?.uses.some(({ start }) => start < span.start) === true) continue;
    const nearest = findNearest(
      target.text,
      nodes.map(({ id }) => id),
    );
    const advice =
      state !== undefined
        ? 'Put the note below it.'
        : nearest === undefined
          ? 'Name a state that is drawn.'
          : `Did you mean \`${nearest}\`?`;
    yield {
      message: `No state \`${target.text}\` stands above this note, so Mermaid fails to draw it. ${advice}`,
      span: target.span,
    };
  }
}

function* circularFlows({ edges }: DiagramSymbols): Iterable<RuleFinding> {
  const targets = new Map<string, string[]>();
  for (const { from, to, span } of edges) {
    if (isReachable(from, to, targets)) {
      const message = `This flow leads back to \`${to}\`: a sankey diagram cannot go in a circle, and Mermaid fails to draw it.`;
      yield { message, span };
    } else {
      targets.set(from, [...(targets.get(from) ?? []), to]);
    }
  }
}

function isReachable(goal: string, start: string, targets: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const queue = [start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === goal) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(targets.get(next) ?? []));
  }
  return false;
}

function* linksToDiamonds({ nodes, edges }: DiagramSymbols): Iterable<RuleFinding> {
  const diamonds = new Set(nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id));
  for (const { from, to, span } of edges) {
    const name = [to, from].find((end) => diamonds.has(end));
    if (name === undefined) continue;
    const message = `Mermaid fails to draw a link of a \`{…}\` block. Give \`${name}\` another shape, such as \`{{…}}\`.`;
    yield { message, span };
  }
}

/** A menu needs a place to hang on, which a plain actor has only below its `properties`. */
function* linksOfActors({ nodes }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const actors = nodes.filter(({ shape, span }) => shape === 'actor' && !/^\s*@\{/.test(text.slice(span.end)));
  const names = new Set(actors.map(({ id }) => id));
  for (const { text: line, span } of contentLines(text)) {
    const match = /^(links?|properties)\s+([^:]+?)\s*:(?!\s*\{\s*\})/i.exec(line);
    const name = match?.[2] ?? '';
    if (match === null || !names.has(name)) continue;
    if (match[1]?.toLowerCase() === 'properties') names.delete(name);
    else yield { message: `Mermaid fails to draw links of an actor. Declare \`${name}\` as a participant.`, span };
  }
}

/** A line of dashes must part one region from another. */
function* missingRegions(text: string): Iterable<RuleFinding> {
  const lines = contentLines(text);
  for (const [index, { text: line, span }] of lines.entries()) {
    if (line !== '--' || lines[index + 1]?.text !== '}') continue;
    yield { message: 'No region stands below this line, so Mermaid fails to draw it. Take the line out.', span };
  }
}

/** A transition inside a composite state that leads from or to that state itself: Mermaid fails, or never ends. */
function* statesInThemselves({ edges, groups }: DiagramSymbols): Iterable<RuleFinding> {
  for (const { from, to, span } of edges) {
    const around = groups.find(
      (group) => group.opener.end <= span.start && span.end <= group.span.end && (group.id === from || group.id === to),
    );
    if (around?.id === undefined) continue;
    const message = `Mermaid cannot draw a transition of \`${around.id}\` inside \`${around.id}\`. Put it behind the closing brace.`;
    yield { message, span };
  }
}
