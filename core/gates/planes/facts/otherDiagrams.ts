/** Tells diagrams that look like an architecture and are none: decisions, processes, timelines; and cost trees and comparisons. */
import type { DiagramSymbols, NodeSymbol } from '../../../mermaid/symbols/model.ts';

/** A clock time, a date, "T+5 min", "Day 3", "2019" or "Q3 2024" at the beginning of a name. */
const timeAtStart =
  /^[^\p{L}\d]*(?:(?:[01]?\d|2[0-3]):[0-5]\d|t\s?[+-]\s?\d|\d{4}-\d\d|(?:19|20)\d\d\b|q[1-4]\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|(?:day|week|month|hour|minute|year|phase|step|stage|sprint|wave)\s*\d)/iu;

/** "~5 min later", "0-5 minutes", "after 30 s". */
const spanOfTime =
  /^[^\p{L}\d]*(?:\d+\s*(?:-|–|to)\s*\d+|after\s+\d+|\d+)\s*(?:s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?)\b/iu;

const numbered = /^[^\p{L}\d]*\d{1,2}[.):]\s/u;

const answer =
  /^(?:yes|no|true|false|y|n|hit|miss|success|failure|failed|fail|pass|passed|ok|valid|invalid|approved|rejected)\b/i;

const decisionShapes: ReadonlySet<string> = new Set([
  'diamond',
  'decision',
  'diam',
  'question',
  'hexagon',
  'hex',
  'prepare',
]);

const money = /[$€£¥]\s?\d|\d\s?(?:USD|EUR|GBP)\b/;

/** Who does something, in a chart of an organisation. */
const people =
  /\b(?:teams?|squads?|departments?|engineers?|director|head of|lead|VP|CTO|CEO|CIO|officer)$|^(?:head|VP|director) /i;

const labelOf = ({ label, id }: NodeSymbol): string => label?.text ?? id;

/** Whether the diagram is of a kind that has no planes, whatever its subgraphs are called. */
export function isOtherDiagram({ nodes, edges, groups }: DiagramSymbols): boolean {
  const count = nodes.length;
  const share = (predicate: (node: NodeSymbol) => boolean): number =>
    nodes.filter(predicate).length / Math.max(count, 1);
  const decisions = nodes.filter(({ shape }) => shape === 'diamond' || shape === 'decision' || shape === 'diam').length;
  const answers = edges.filter(({ label }) => label !== undefined && answer.test(label.text.trim())).length;
  if (decisions >= 2 || (decisions === 1 && answers >= 2) || decisions / Math.max(count, 1) > 0.15) return true;
  if (answers >= 3 && answers / Math.max(edges.length, 1) > 0.25) return true;
  const isTime = (text: string): boolean => timeAtStart.test(text) || spanOfTime.test(text);
  if (share((node) => isTime(labelOf(node))) >= 0.3) return true;
  const titles = groups.map(({ label, id }) => label?.text ?? id ?? '');
  if (titles.length > 1 && titles.filter((title) => isTime(title)).length / titles.length >= 0.5) return true;
  if (share((node) => people.test(labelOf(node).split('\n', 1)[0] ?? '')) >= 0.3) return true;
  return share((node) => numbered.test(labelOf(node))) >= 0.5;
}

/** Whether prices are what a diagram shows: in its names, or on nearly every part while hardly any leads anywhere. */
export function isCostTree({ nodes, edges }: Pick<DiagramSymbols, 'nodes' | 'edges'>): boolean {
  const share = (isPriced: (label: string) => boolean): number =>
    nodes.filter((node) => isPriced(labelOf(node))).length / Math.max(nodes.length, 1);
  if (share((label) => money.test(label.split('\n', 1)[0] ?? '')) >= 0.4) return true;
  return edges.length < nodes.length / 2 && share((label) => money.test(label)) >= 0.6;
}

/**
 * Whether a diagram whose subgraphs name no plane only lists things: nothing leads anywhere, most of it is prices, or the
 * same names stand there again and again, as in a comparison.
 */
export function isList({ nodes, edges }: Pick<DiagramSymbols, 'nodes' | 'edges'>): boolean {
  const ids = new Set(nodes.map(({ id }) => id));
  if (!edges.some(({ from, to }) => ids.has(from) || ids.has(to))) return true;
  if (nodes.filter((node) => money.test(labelOf(node))).length >= nodes.length * 0.4) return true;
  const names = new Set(nodes.map((node) => labelOf(node).split('\n')[0]));
  return names.size < nodes.length * 0.7;
}

/** Whether a node asks or decides; never a component. */
export const isDecision = ({ shape, label }: NodeSymbol): boolean =>
  decisionShapes.has(shape) && (shape !== 'hexagon' || label?.text.includes('?') === true);
