/** What a diagram depicts, as far as its own text tells: a system, an incident, a cost, or something that needs no figure. */
import type { DiagramFacts } from '../gates/rule.ts';
import { recogniseComponent } from '../lexicon/components.ts';
import type { OwnComponents } from '../lexicon/ownWords.ts';
import { trouble } from '../lexicon/trouble.ts';
import { remember } from '../memo.ts';
import type { DiagramSymbols, GroupSymbol, NodeSymbol } from '../mermaid/symbols/model.ts';
import { carriesMetric } from '../quantities/diagramMetrics.ts';
import { shownLabelsOf } from '../words/labelLines.ts';

/**
 * `plot` is a chart or plan, which draws figures; `measured` is whatever else has one; `other` is a taxonomy, an
 * algorithm, a pure flow, or unclear.
 */
export type Depicted = 'system' | 'incident' | 'cost' | 'plot' | 'measured' | 'other';

export const depictedBy: (facts: DiagramFacts) => Depicted = remember((facts) =>
  facts.symbols === undefined ? 'other' : depict(facts, facts.symbols),
);

const plots: ReadonlySet<string> = new Set(['gantt', 'pie', 'xychart']);
/** Plots whose values Mermaid gives no place for a unit: they count where they say one. */
const loosePlots: ReadonlySet<string> = new Set(['quadrantChart', 'radar', 'sankey', 'treemap']);
const systems: ReadonlySet<string> = new Set(['architecture', 'block', 'c4']);
const flowcharts: ReadonlySet<string> = new Set(['flowchart', 'flowchart-elk', 'flowchart-v2', 'swimlane']);

function depict(facts: DiagramFacts, symbols: DiagramSymbols): Depicted {
  const { type, nodes } = symbols;
  if (plots.has(type)) return 'plot';
  if (loosePlots.has(type)) return carriesMetric(facts) ? 'plot' : 'other';
  if (systems.has(type)) return nodes.length >= leastComponents ? 'system' : 'other';
  if (type === 'timeline') return tellsOfTrouble(facts) ? 'incident' : fallback(facts);
  if (type === 'sequence') return depictSequence(facts, nodes);
  return flowcharts.has(type) ? depictFlowchart(facts, symbols) : 'other';
}

/** What nothing else is known of measures something when it has a figure. */
const fallback = (facts: DiagramFacts): Depicted => (carriesMetric(facts) ? 'measured' : 'other');

const leastComponents = 3;

function depictFlowchart(facts: DiagramFacts, symbols: DiagramSymbols): Depicted {
  // A subgraph that edges lead to is listed among the nodes, too.
  const groups = new Set(symbols.groups.map(({ id }) => id));
  const nodes = symbols.nodes.filter(({ id }) => !groups.has(id));
  if (isDecisionFlow(nodes)) return 'other';
  const kinds = nodes.flatMap((node) => kindOf(node, facts.words?.components) ?? []);
  const isBuilt = kinds.length >= leastComponents && kinds.length >= nodes.length * leastShare(symbols);
  if (isBuilt && new Set(kinds).size >= 2) return 'system';
  if (shareOf(nodes, (label) => money.test(label)) >= 0.3) return 'cost';
  if (isChronicle(facts) && tellsOfTrouble(facts)) return 'incident';
  return fallback(facts);
}

function depictSequence(facts: DiagramFacts, participants: readonly NodeSymbol[]): Depicted {
  const components = participants.filter((node) => kindOf(node, facts.words?.components) !== undefined).length;
  return components >= 2 && components >= participants.length / 2 ? 'system' : fallback(facts);
}

/** Where the subgraphs are planes, layers or tiers, fewer of the boxes need a name that everybody knows. */
const leastShare = ({ groups }: DiagramSymbols): number =>
  groups.filter((group) => isTier(group) || isColoured(group)).length >= 2 ? 0.2 : 0.4;

/** "Identity edge - #3B82F6": whoever writes the colour down means a plane. */
const isColoured = ({ label }: GroupSymbol): boolean => /#[\da-f]{6}\b/i.test(label?.text ?? '');

export const isTier = ({ label, id }: GroupSymbol): boolean =>
  /plane|\blayer\b|\btier\b/i.test(label?.text ?? id ?? '');

const labelOf = ({ label, id }: NodeSymbol): string => label?.text ?? id;

/** What kind of part a node is; `OrderService` is read as it is spoken, `PostgreSQL` as it is written. */
function kindOf(node: NodeSymbol, own: OwnComponents | undefined): string | undefined {
  const label = labelOf(node);
  const spoken = label.replace(/([a-z])([A-Z])/g, '$1 $2');
  return (recogniseComponent(label, own) ?? (spoken === label ? undefined : recogniseComponent(spoken, own)))?.kind;
}

const shareOf = (nodes: readonly NodeSymbol[], test: (label: string) => boolean): number =>
  nodes.filter((node) => test(labelOf(node))).length / Math.max(nodes.length, 1);

const money = /[$€£]\s?\d|\b(?:budget|costs?|price|pricing|revenue|savings?|spend)\b/i;

/** Asks more than it shows: a process or a search for a cause. */
function isDecisionFlow(nodes: readonly NodeSymbol[]): boolean {
  const questions = nodes.filter((node) => node.shape === 'diamond' || labelOf(node).includes('?')).length;
  return questions >= 2 && questions >= nodes.length * 0.1;
}

const time = /(?:^|[^\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)|\bT\s?[+-]\s?\d|\b(?:19|20)\d\d\b/;

/** Whether it tells, hour by hour or day by day, of something that went wrong. */
export function isChronicle(facts: DiagramFacts): boolean {
  const labels = shownLabelsOf(facts);
  const count = (pattern: RegExp): number =>
    labels.filter(({ lines }) => lines.some(({ text }) => pattern.test(text))).length;
  return count(time) >= leastComponents && count(trouble) >= 2;
}

/** Whether at least three of its labels, and a quarter of them, speak of trouble. */
export function tellsOfTrouble(facts: DiagramFacts): boolean {
  const labels = shownLabelsOf(facts);
  const troubled = labels.filter(({ lines }) => lines.some(({ text }) => trouble.test(text))).length;
  return troubled >= leastComponents && troubled >= labels.length / 4;
}
