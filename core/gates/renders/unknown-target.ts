/** DG080: a style, class, click, link or note speaks of something that is not in the diagram. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import type { DiagramSymbols, RowSymbol, StatementSymbol } from '../../mermaid/symbols/model.ts';
import { findNearest } from '../../nearest.ts';
import type { FaultRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo, replaceBy } from './facts/edits.ts';
import { danglingReferences } from './facts/references.ts';
import type { Reference } from './facts/references.ts';

const meta: RuleMeta = {
  id: 'DG080',
  alias: 'unknown-target',
  gate: 'renders',
  severity: 'warning',
  title: 'A statement speaks of something that is not in the diagram.',
  why: 'Mermaid refuses the diagram, silently ignores the statement, or draws an empty box of that name: the colour or link that matters is missing where it is needed.',
  fixable: true,
};

type Field = RowSymbol['values'][number];

export const unknownTarget: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    for (const reference of danglingReferences(masked, type)) yield* proposeNames(reference);
  },
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    const known = knownNames(symbols);
    yield* unknownEdges(symbols, facts.text);
    yield* unknownOrigins(symbols, known, facts.text);
    for (const statement of symbols.statements) {
      if (statement.keyword === 'classDef') continue;
      // A note on no state is worse: see render-error.
      if (statement.keyword === 'note' && symbols.type.startsWith('state')) continue;
      for (const { text, span } of statement.targets) {
        if (statement.keyword === 'linkStyle') {
          const problem = judgeLinkNumber(text, symbols.edges.length);
          if (problem !== undefined) yield { message: problem, span };
        } else if (!known.has(text) && !isPseudoState(text, symbols.type)) {
          yield speaksOf(`\`${wordOf(statement, symbols.type, facts.text)}\``, { text, span }, known);
        }
      }
    }
  },
};

/** Any name that is there proves what is wrong; only the nearest may be what was meant. */
function* proposeNames({ what, name, span, known }: Reference): Iterable<Proposal> {
  const nearest = findNearest(name, known);
  const advice = nearest === undefined ? 'Declare it above, or name one that is.' : `Did you mean \`${nearest}\`?`;
  const others = known.filter((each) => each !== nearest).slice(0, 3);
  for (const instead of [...(nearest === undefined ? [] : [nearest]), ...others]) {
    yield {
      span,
      message: `No ${what} \`${name}\` is declared above. ${advice}`,
      edits: [replaceBy(span, instead)],
      fix: nearest === undefined ? undefined : `Change to \`${nearest}\``,
      byHand: true,
      hidden: true,
      weight: 6,
    };
  }
}

function speaksOf(who: string, { text, span }: Field, known: ReadonlySet<string>): RuleFinding {
  const nearest = findNearest(text, [...known]);
  const advice = nearest === undefined ? 'Name something that is drawn.' : `Did you mean \`${nearest}\`?`;
  return {
    message: `${who} speaks of \`${text}\`, which is not in this diagram. ${advice}`,
    span,
    fixes: changeTo(nearest, span),
  };
}

/** The statement's own word: C4 styles by a call, and other types write theirs as it is named here. */
const wordOf = ({ keyword, span }: StatementSymbol, type: string, text: string): string =>
  type === 'c4' ? (/^\w+/.exec(text.slice(span.start))?.[0] ?? keyword) : keyword;

/** Authors call the two ends `start` and `end`, and Mermaid's own pages do so too. */
const isPseudoState = (name: string, type: string): boolean => type.startsWith('state') && /^(?:start|end)$/.test(name);

/** `e2@{ animate: true }` for a link that has no such id becomes a box. */
function* unknownEdges({ type, nodes, edges }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  if (!/^(?:flowchart|swimlane)/.test(type)) return;
  const ids = new Set(edges.flatMap(({ id }) => id ?? []));
  for (const { id, uses } of nodes) {
    const span = uses.find(({ end }) => /^@\{\s*(?:animate|animation|curve)\b/.test(text.slice(end)));
    if (span !== undefined && !ids.has(id)) yield speaksOf('This line', { text: id, span }, ids);
  }
}

/** Links and frames that come from nowhere, and evolutions of nothing, in types that only leave them out. */
function* unknownOrigins(symbols: DiagramSymbols, known: ReadonlySet<string>, text: string): Iterable<RuleFinding> {
  const { type, edges, rows, properties } = symbols;
  if (type === 'wardley') {
    for (const { from, to, span } of edges) {
      const name = [to, from].find((end) => !known.has(end));
      if (name === undefined) continue;
      const line = text.slice(span.start, span.end);
      const start = span.start + (name === to ? line.replace(/;.*$/, '').lastIndexOf(name) : line.indexOf(name));
      yield speaksOf('This link', { text: name, span: { start, end: start + name.length } }, known);
    }
    for (const { name, value, valueSpan } of properties) {
      const target = value.replace(/\s*->.*$/, '').replace(/\s+[\d.]+\s*$/, '');
      if (name !== 'evolve' || known.has(target)) continue;
      const span = { start: valueSpan.start, end: valueSpan.start + target.length };
      yield speaksOf('`evolve`', { text: target, span }, known);
    }
  }
  if (type === 'eventmodeling') {
    const frames = new Set(rows.flatMap(({ id }) => id ?? []));
    for (const source of rows.flatMap(({ values }) => values)) {
      if (!frames.has(source.text)) yield speaksOf('This frame', source, frames);
    }
  }
}

/** Everything that is drawn: a name that only stands in notes and activations is not. */
function knownNames({ type, nodes, edges, groups, rows, statements }: DiagramSymbols): ReadonlySet<string> {
  const isAside = (start: number): boolean =>
    statements.some(({ keyword, span }) => keyword !== 'create' && span.start <= start && start < span.end);
  const isEdgeEnd = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = nodes.filter(({ id, uses }) => isEdgeEnd.has(id) || uses.some(({ start }) => !isAside(start)));
  return new Set([
    ...drawn.map(({ id }) => id),
    ...groups.flatMap(({ id, label }) => [id, label?.text]).filter((id) => id !== undefined),
    ...edges.flatMap(({ id }) => id ?? []),
    ...(type === 'venn' || type === 'gantt' ? rows.flatMap(({ id }) => id ?? []) : []),
  ]);
}

function judgeLinkNumber(text: string, count: number): string | undefined {
  if (!/^\d+$/.test(text) || Number(text) < count) return undefined;
  const range = count === 0 ? 'has no links' : `has links 0 to ${count - 1}`;
  return `There is no link number ${text}: this diagram ${range}.`;
}
