/** Which diagrams of a document are asked for a figure, and which have one. */
import { depictedBy, isChronicle, tellsOfTrouble } from '../../../depiction/depicts.ts';
import type { Depicted } from '../../../depiction/depicts.ts';
import { incidentHeading } from '../../../lexicon/trouble.ts';
import { remember } from '../../../memo.ts';
import { carriesMetric } from '../../../quantities/diagramMetrics.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';

export interface MeasuredDiagram {
  readonly diagram: DocumentFacts['diagrams'][number];
  readonly depicts: Exclude<Depicted, 'other'>;
  readonly hasMetric: boolean;
}

/** Every diagram that depicts a system, an incident or a cost, in order. */
export const measuredDiagrams: (facts: DocumentFacts) => readonly MeasuredDiagram[] = remember((facts) => {
  const isInIncident = incidentsAround(facts);
  return facts.diagrams.flatMap((diagram, index) => {
    const depicts = depictsHere(diagram.facts, isInIncident[index] === true);
    return depicts === 'other' ? [] : [{ diagram, depicts, hasMetric: carriesMetric(diagram.facts) }];
  });
});

/** Under the heading of an incident, a flow of what went wrong is the incident. */
function depictsHere(facts: DiagramFacts, isInIncident: boolean): Depicted {
  const depicts = depictedBy(facts);
  if (depicts !== 'other' || !isInIncident) return depicts;
  const isFlow = flows.has(facts.symbols?.type ?? '') && !asks(facts);
  return isFlow && (tellsOfTrouble(facts) || isChronicle(facts)) ? 'incident' : 'other';
}

const flows: ReadonlySet<string> = new Set(['flowchart', 'flowchart-elk', 'flowchart-v2', 'sequence', 'timeline']);

const asks = ({ symbols }: DiagramFacts): boolean =>
  symbols?.nodes.some(({ shape, label }) => shape === 'diamond' || label?.text.includes('?') === true) === true;

/** For each diagram in order whether the page, or a heading above it, tells of an incident. */
function incidentsAround({ model, diagrams }: DocumentFacts): readonly boolean[] {
  const known = new Set<unknown>(diagrams.map(({ block }) => block));
  const around: boolean[] = [];
  /** By heading level: whether the open heading of that level tells of one. */
  const open: boolean[] = [];
  for (const block of model.blocks) {
    if (block.kind === 'heading') {
      open.length = Math.min(open.length, block.level);
      open[block.level] = incidentHeading.test(block.text);
    } else if (known.has(block)) around.push(open.includes(true));
  }
  return around;
}
