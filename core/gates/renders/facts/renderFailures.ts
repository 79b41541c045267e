/** What Mermaid reads and then fails to draw, or never finishes, as seen in a browser and decided from the text alone. */
import { contentLines } from '../../../mermaid/symbols/lines.ts';
import { maskNonContent } from '../../../mermaid/symbols/mask.ts';
import type { DiagramSymbols } from '../../../mermaid/symbols/model.ts';
import { remember } from '../../../memo.ts';
import { findNearest } from '../../../nearest.ts';
import type { DiagramFacts, RuleFinding } from '../../rule.ts';
import { acceptedSymbols } from './acceptedSymbols.ts';
import { changeTo, insertAt } from './edits.ts';
import { failingTasks } from './failingTasks.ts';

/** The failures of an accepted diagram; none where nobody reads its type. */
export const renderFailures: (facts: DiagramFacts) => readonly RuleFinding[] = remember((facts) => {
  const symbols = acceptedSymbols(facts);
  return symbols === undefined ? [] : [...findFailures(symbols, facts.text)];
});

function* findFailures(symbols: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const { type } = symbols;
  if (type === 'c4' || type === 'requirement') {
    const missing = type === 'c4' ? [...missingLabels(text)] : [];
    yield* missing;
    // Without its label a relation takes the next line for a part of its target.
    if (missing.length === 0) yield* looseEnds(symbols, text);
  } else if (type === 'gantt') yield* failingTasks(symbols, text);
  else if (type === 'sankey') yield* circularFlows(symbols);
  else if (type === 'block') yield* failingBlocks(symbols, text);
  else if (type === 'sequence') yield* linksOfActors(symbols, text);
  else if (type === 'xychart') yield* missingSeries(symbols, text);
  else if (type === 'architecture') yield* doubleLinks(symbols, text);
  else if (type === 'venn') yield* missingSets(symbols);
  else if (/^(?:flowchart|swimlane)/.test(type)) {
    yield* circularSubgraphs(symbols);
    if (type === 'swimlane') yield* stepsToThemselves(symbols);
  } else if (type.startsWith('state')) {
    yield* notesOnNobody(symbols);
    yield* missingRegions(text);
    yield* statesInThemselves(symbols);
  }
}

function* missingSeries({ header }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const content = maskNonContent(text)
    .slice(header.end)
    .replace(/"[^"]*"/g, '');
  if (header.end === header.start || /\b(?:bar|line)\b/i.test(content)) return;
  yield { message: 'A chart without a `bar` or `line` cannot be drawn. Add one.', span: header };
}

/** `Rel(a, b)`: the third argument may be empty, and must be there. */
function* missingLabels(text: string): Iterable<RuleFinding> {
  for (const { text: line, span } of contentLines(text)) {
    const call = /^(?:Bi)?Rel\w*\(\s*[\w.-]+\s*,\s*[\w.-]+(?=\s*\)$)/.exec(line)?.[0];
    if (call === undefined) continue;
    yield {
      message:
        'This relation has no label, so Mermaid fails to draw it. Write one behind the two names, or an empty one: `""`.',
      span: { start: span.start + call.length, end: span.end },
      fixes: [{ title: 'Add an empty label', edits: [insertAt(span.start + call.length, ', ""')] }],
    };
  }
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
      fixes: start === -1 ? [] : changeTo(nearest, place),
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
      fixes: state === undefined ? changeTo(nearest, target.span) : [],
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

function* failingBlocks({ nodes, edges }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  for (const { text: line, span } of contentLines(text)) {
    if (/^columns\s+0+$/.test(line))
      yield { message: 'A grid has one column at least. Write `columns 1`, or more.', span };
  }
  const diamonds = new Set(nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id));
  for (const { from, to, span } of edges) {
    const name = [to, from].find((end) => diamonds.has(end));
    if (name === undefined) continue;
    const message = `Mermaid fails to draw a link of a \`{…}\` block. Give \`${name}\` another shape, such as \`{{…}}\`.`;
    yield { message, span };
  }
}

/** A menu needs a place to hang on, which the figure of an actor does not have. */
function* linksOfActors({ nodes }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const isActor = (shape: string, end: number): boolean =>
    /^\s*@\{/.test(text.slice(end)) ? /^\s*@\{[^}]*\btype"?\s*:\s*"actor"/.test(text.slice(end)) : shape === 'actor';
  const names = new Set(nodes.filter(({ shape, span }) => isActor(shape, span.end)).map(({ id }) => id));
  for (const { text: line, span } of contentLines(text)) {
    const name = /^links?\s+([^:]+?)\s*:(?!\s*\{\s*\})/i.exec(line)?.[1];
    if (name === undefined || !names.has(name)) continue;
    yield { message: `Mermaid fails to draw links of an actor. Declare \`${name}\` as a participant.`, span };
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

/** Mermaid names a link by its two ends, and cannot draw two of one name. */
function* doubleLinks({ edges }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const known = new Set<string>();
  for (const { from, to, span } of edges) {
    const lineStart = text.lastIndexOf('\n', span.start) + 1;
    const newline = text.indexOf('\n', span.end);
    // The link of a group is named in another way.
    if (text.slice(lineStart, newline === -1 ? text.length : newline).includes('{group}')) continue;
    const name = `${from} ${to}`;
    if (known.has(name)) {
      const message = `\`${from}\` is joined with \`${to}\` already, and Mermaid fails to draw two links from one to the other. Take this one out, or write it from \`${to}\` to \`${from}\`.`;
      yield { message, span };
    }
    known.add(name);
  }
}

function* missingSets({ header, nodes }: DiagramSymbols): Iterable<RuleFinding> {
  if (nodes.some(({ shape }) => shape === 'set') || header.end === header.start) return;
  yield { message: 'A Venn diagram without a `set` cannot be drawn. Add one.', span: header };
}

/** With more subgraphs than this the search would cost more than it finds. */
const mostSubgraphs = 200;

/** Subgraphs that stand in each other, when a link leads to one of them: Mermaid fails, or never ends. */
function* circularSubgraphs({ groups, nodes, edges }: DiagramSymbols): Iterable<RuleFinding> {
  if (groups.length > mostSubgraphs) return;
  const ids = new Set(groups.flatMap(({ id }) => id ?? []));
  const inside = new Map<string, string[]>();
  const put = (inner: string, outer: string | undefined): void => {
    if (outer !== undefined && outer !== inner) inside.set(outer, [...(inside.get(outer) ?? []), inner]);
  };
  for (const { id, parent } of groups) if (id !== undefined && parent !== undefined) put(id, groups[parent]?.id);
  for (const { id, group } of nodes) if (ids.has(id) && group !== undefined) put(id, groups[group]?.id);
  const circular = new Set(
    [...ids].filter((id) => (inside.get(id) ?? []).some((inner) => isReachable(id, inner, inside))),
  );
  const edge = edges.find(({ from, to }) => circular.has(from) || circular.has(to));
  const group = groups.find(({ id }) => id !== undefined && circular.has(id));
  if (edge === undefined || group?.id === undefined) return;
  const message = `The subgraph \`${group.id}\` stands in one that stands in it, so Mermaid fails to draw the link to it, or never ends. Take it out of the other, or give a box another id.`;
  yield { message, span: group.opener };
}

function* stepsToThemselves({ edges }: DiagramSymbols): Iterable<RuleFinding> {
  for (const { from, to, span } of edges) {
    if (from !== to) continue;
    yield {
      message: `Mermaid fails to draw a link from \`${from}\` to itself between lanes. Name another step.`,
      span,
    };
  }
}
