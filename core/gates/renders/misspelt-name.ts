/** DG060: a name that stands in one place only and is nearly that of something else. */
import type { DiagramSymbols, NodeSymbol } from '../../mermaid/symbols/model.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG060',
  alias: 'misspelt-name',
  gate: 'renders',
  severity: 'warning',
  title: 'A name is nearly, but not quite, that of something defined.',
  why: 'A slip in a name becomes a box of its own, and the link that was meant leads to nowhere.',
  fixable: true,
};

export const misspeltName: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    const message = (name: string, nearest: string): string =>
      `\`${name}\` is defined nowhere. Did you mean \`${nearest}\`?`;
    if (/^(?:flowchart|swimlane|block)/.test(symbols.type)) {
      const defined = symbols.nodes.filter(isDefined).map(({ id }) => id);
      const linked = new Set(symbols.edges.flatMap(({ from, to }) => [from, to]));
      for (const node of symbols.nodes) {
        if (isDefined(node) || !linked.has(node.id)) continue;
        const nearest = nearestSlip(node.id, defined);
        if (nearest === undefined) continue;
        yield { message: message(node.id, nearest), span: node.span, fixes: changeTo(nearest, node.span) };
      }
    }
    for (const { node, known } of symbols.type === 'er'
      ? lonelyEntities(symbols)
      : undeclaredClasses(symbols, facts.text)) {
      const nearest = nearestSlip(node.id, known);
      if (nearest === undefined) continue;
      yield {
        message: `\`${node.id}\` stands alone. Did you mean \`${nearest}\`?`,
        span: node.span,
        fixes: changeTo(nearest, node.span),
      };
    }
    if (symbols.type.startsWith('railroad')) {
      const rules = symbols.nodes.map(({ id }) => id);
      for (const { to, span } of symbols.edges) {
        const nearest = rules.includes(to) ? undefined : nearestSlip(to, rules);
        if (nearest !== undefined) yield { message: message(to, nearest), span };
      }
    }
  },
};

interface Suspect {
  readonly node: NodeSymbol;
  /** What it may have been meant to be. */
  readonly known: readonly string[];
}

/** Entities with attributes and no relationship, beside entities with relationships and no attributes. */
function* lonelyEntities({ nodes, edges, rows }: DiagramSymbols): Iterable<Suspect> {
  const described = new Set(rows.map(({ id }) => id));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const known = [...linked].filter((id) => !described.has(id));
  for (const node of nodes) if (described.has(node.id) && !linked.has(node.id)) yield { node, known };
}

/** Classes that stand in one relation only, where others are declared. */
function* undeclaredClasses({ type, nodes, rows }: DiagramSymbols, text: string): Iterable<Suspect> {
  if (!type.startsWith('class')) return;
  const described = new Set(rows.map(({ id }) => id));
  const isDeclared = ({ id, uses }: NodeSymbol): boolean =>
    described.has(id) || uses.some(({ start }) => /\bclass[^\S\n]+$/.test(text.slice(Math.max(0, start - 20), start)));
  const known = nodes.filter(isDeclared).map(({ id }) => id);
  for (const node of nodes) if (node.uses.length === 1 && !isDeclared(node)) yield { node, known };
}

/** A box with a label, or one that is named again and again, is no slip. */
const isDefined = ({ label, uses }: NodeSymbol): boolean => label !== undefined || uses.length > 1;

/** Names that count (`db1`, `db2`), differ in case or number, or go on (`digit`, `digits`) are different on purpose. */
function nearestSlip(name: string, known: readonly string[]): string | undefined {
  if (name.length < 5 || /\d/.test(name)) return undefined;
  const nearest = findNearest(name, known);
  if (nearest === undefined || /\d/.test(nearest)) return undefined;
  const [one, other] = [name.toLowerCase(), nearest.toLowerCase()];
  if (one === other || one.startsWith(other) || other.startsWith(one)) return undefined;
  // The first letter is hardly ever the wrong one, and a slip changes one letter or swaps two.
  return one.startsWith(other.charAt(0)) && Math.abs(one.length - other.length) <= 1 && haveSameLetters(one, other)
    ? nearest
    : undefined;
}

/** Whether two words have the same letters but for one at most. */
function haveSameLetters(one: string, other: string): boolean {
  let rest = other;
  let missing = 0;
  for (const letter of one) {
    if (rest.includes(letter)) rest = rest.replace(letter, '');
    else missing += 1;
  }
  return missing + rest.length <= 1;
}
