/** A document's sections: what stands under which heading, and whether it holds a figure. */
import { remember } from '../../../memo.ts';
import { hasMetric } from '../../../quantities/concrete.ts';
import { carriesMetric } from '../../../quantities/diagramMetrics.ts';
import { passagesOf } from '../../../words/passages.ts';
import type { Passage } from '../../../words/passages.ts';
import type { DocumentFacts } from '../../rule.ts';

/** A heading with what follows it up to the next heading of any level; the first one has no heading. */
export interface Section {
  readonly heading: Passage | undefined;
  /** Everything but the heading, in order. */
  readonly passages: readonly Passage[];
  readonly diagrams: DocumentFacts['diagrams'];
  /** Whether a figure stands directly in it: in words, a diagram, or listed data. */
  readonly hasMetric: boolean;
  /** The same, of the sections below its heading too. */
  readonly reachesMetric: boolean;
}

interface OpenSection {
  heading: Passage | undefined;
  level: number;
  passages: Passage[];
  diagrams: DocumentFacts['diagrams'][number][];
  data: string[];
}

/** Every section of a document, in order. */
export const sectionsOf: (facts: DocumentFacts) => readonly Section[] = remember((facts) => measure(split(facts)));

/** Languages in which figures are listed, not computed with. */
const dataLanguages: ReadonlySet<string> = new Set(['', 'json', 'text', 'txt', 'yaml', 'yml']);

function split({ model, diagrams }: DocumentFacts): readonly OpenSection[] {
  const passages = new Map(passagesOf(model).map((passage) => [passage.span.start, passage]));
  const drawn = new Map(diagrams.map((diagram) => [diagram.block, diagram]));
  let open: OpenSection = { heading: undefined, level: 0, passages: [], diagrams: [], data: [] };
  const sections = [open];
  for (const block of model.blocks) {
    if (block.kind === 'heading') {
      const heading = passages.get(block.span.start);
      sections.push((open = { heading, level: block.level, passages: [], diagrams: [], data: [] }));
    } else if (block.kind === 'diagram') {
      const diagram = drawn.get(block);
      if (diagram !== undefined) open.diagrams.push(diagram);
    } else if (block.kind === 'code') {
      if (dataLanguages.has(block.language)) open.data.push(block.text);
    } else if (block.kind === 'table') {
      for (const row of [block.header, ...block.rows]) {
        const passage = passages.get(row.span.start);
        if (passage !== undefined) open.passages.push(passage);
      }
    } else {
      const passage = passages.get(block.span.start);
      if (passage !== undefined) open.passages.push(passage);
    }
  }
  return sections;
}

/** From the last section to the first: one reaches what those of deeper headings behind it reach. */
function measure(sections: readonly OpenSection[]): readonly Section[] {
  const measured: Section[] = [];
  /** For each heading level: whether a section of that level since the last shallower one has a figure, or reaches one. */
  const reached: boolean[] = [];
  for (const section of sections.toReversed()) {
    const { heading, level, passages, diagrams } = section;
    const own = hasFigure(section);
    const isTitled = heading?.words.some(({ raw }) => hasMetric(raw)) === true;
    const reaches = own || isTitled || reached.slice(level + 1).includes(true);
    measured.push({ heading, passages, diagrams, hasMetric: own, reachesMetric: reaches });
    reached.length = Math.min(reached.length, level + 1);
    reached[level] = reached[level] === true || reaches;
  }
  return measured.reverse();
}

const hasFigure = ({ passages, diagrams, data }: OpenSection): boolean =>
  diagrams.some(({ facts }) => carriesMetric(facts)) ||
  passages.some(({ words }) => words.some(({ raw }) => hasMetric(raw))) ||
  data.some((text) => hasMetric(text));
