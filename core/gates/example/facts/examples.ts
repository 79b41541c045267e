/** Finds the real organisations, systems and incidents that a document ties to a figure. */
import { mapSpanToSource } from '../../../document/edits.ts';
import type { OwnWords } from '../../../lexicon/ownWords.ts';
import { matchesOf } from '../../../matches.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { hasMetric } from '../../../quantities/concrete.ts';
import { carriesMetric } from '../../../quantities/diagramMetrics.ts';
import { shownLabelsOf } from '../../../words/labelLines.ts';
import type { ShownLabel } from '../../../words/labelLines.ts';
import type { Passage, Words } from '../../../words/passages.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { mentionsIn, opensWith, tellsOfThem } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { sectionsOf } from './sections.ts';
import type { Section } from './sections.ts';

export interface Example {
  /** As the page writes it. */
  readonly name: string;
  readonly span: Span;
}

export interface NamedExamples {
  /** Each name that is tied to a figure, where it is so first, in order of place. */
  readonly tied: readonly Example[];
  /** The first operator that is named, when none is tied to a figure. */
  readonly untied: Example | undefined;
}

interface Candidate extends Example {
  readonly isTied: boolean;
}

/** The examples of a document; a name is tied by its sentence, row, diagram or section. */
export const examplesOf: (facts: DocumentFacts) => NamedExamples = remember((facts) => {
  const found = sectionsOf(facts)
    .flatMap((section) => [...findInSection(section, facts.words)])
    .sort((a, b) => a.span.start - b.span.start);
  const byName = new Map<string, Example>();
  for (const { name, span, isTied } of found) if (isTied && !byName.has(name)) byName.set(name, { name, span });
  const tied = [...byName.values()];
  return { tied, untied: tied.length > 0 ? undefined : found[0] };
});

function* findInSection(section: Section, own: OwnWords | undefined): Iterable<Candidate> {
  if (section.heading !== undefined) yield* findInHeading(section.heading, section, own);
  for (const passage of section.passages) {
    yield* passage.kind === 'row' ? findInRow(passage, section, own) : findInText(passage, section, own);
  }
  for (const { block, facts } of section.diagrams) {
    const isTied = carriesMetric(facts);
    for (const { name, span } of namedInDiagram(facts)) yield { name, span: mapSpanToSource(block, span), isTied };
  }
}

function* findInHeading(
  { words }: Passage,
  { reachesMetric: isTied }: Section,
  own: OwnWords | undefined,
): Iterable<Candidate> {
  for (const each of words) {
    for (const mention of mentionsIn(each.text, own)) {
      const counts = mention.isOperator || opensWith(each.text, mention) || tellsOfThem(each.text, mention);
      if (counts) yield { ...place(mention, each), isTied };
    }
  }
}

function* findInRow({ words }: Passage, section: Section, own: OwnWords | undefined): Iterable<Candidate> {
  const isTied = words.some(({ raw }) => hasMetric(raw));
  for (const each of words) {
    for (const mention of mentionsIn(each.text, own)) {
      if (mention.isOperator) yield { ...place(mention, each), isTied: isTied || section.hasMetric };
      else if (tellsOfThem(each.text, mention)) yield { ...place(mention, each), isTied };
    }
  }
}

function* findInText({ words }: Passage, section: Section, own: OwnWords | undefined): Iterable<Candidate> {
  for (const each of words) {
    const mentions = mentionsIn(each.text, own);
    const sentences = mentions.length === 0 ? [] : sentencesOf(each);
    let current = 0;
    for (const mention of mentions) {
      while ((sentences[current]?.end ?? mention.end) < mention.end) current += 1;
      const isTied = sentences[current]?.hasMetric === true;
      if (mention.isOperator) yield { ...place(mention, each), isTied: isTied || section.hasMetric };
      else if (tellsOfThem(each.text, mention)) yield { ...place(mention, each), isTied };
    }
  }
}

/** The names in a diagram's labels, in offsets into its text. */
const namedInDiagram: (facts: DiagramFacts) => readonly Example[] = remember((facts) =>
  shownLabelsOf(facts).flatMap((label) => [...findInLabel(label, facts.words)]),
);

/** In a box an operator's name is a system where it leads; further down it may be a supplier: "Payments / Stripe, PayPal". */
function* findInLabel({ owner, lines }: ShownLabel, own: OwnWords | undefined): Iterable<Example> {
  for (const [index, { text, span }] of lines.entries()) {
    for (const mention of mentionsIn(text, own)) {
      const leads = index === 0 || owner === 'note' || owner === 'row';
      if (!(mention.isOperator && leads) && !tellsOfThem(text, mention)) continue;
      yield { name: mention.name, span: { start: span.start + mention.start, end: span.start + mention.end } };
    }
  }
}

const place = ({ name, start, end }: Mention, { toSource }: Words): Example => ({
  name,
  span: toSource({ start, end }),
});

interface Sentence {
  readonly end: number;
  readonly hasMetric: boolean;
}

function sentencesOf({ raw, text }: Words): readonly Sentence[] {
  const ends = matchesOf(/[.!?](?=\s)/g, text).map(({ index }) => index + 1);
  return [...ends, text.length].map((end, index) => ({
    end,
    hasMetric: hasMetric(raw.slice(ends[index - 1] ?? 0, end)),
  }));
}
