/** What a page holds and what it is about, as far as reports on a whole set count it. */
import type { DocumentModel, FrontMatterBlock } from './document/model.ts';
import { depictedBy } from './depiction/depicts.ts';
import type { DiagramFacts, DocumentFacts } from './gates/rule.ts';
import { incidentHeading } from './lexicon/trouble.ts';
import { remember } from './memo.ts';
import type { PageContent, PageTopic } from './model.ts';
import { linkedPages } from './patterns/caseStudy/check.ts';
import { findQuantities } from './quantities/find.ts';
import { blankMarkup } from './quantities/markup.ts';
import { shownLabelsOf } from './words/labelLines.ts';

/** What throws here throws in the rules that look at the same, which then say so: the page counts without it. */
export function describeContent(facts: DocumentFacts): PageContent {
  try {
    return {
      tables: tablesOf(facts.model).length,
      about: topicsOf(facts),
      showsCosts: facts.diagrams.some((diagram) => drawsMoney(diagram.facts)) || hasMoneyInTables(facts.model),
      leadsTo: linkedPages(facts.model.text),
    };
  } catch {
    return { tables: 0, about: [], showsCosts: false, leadsTo: [] };
  }
}

const tablesOf = ({ blocks }: DocumentModel) => blocks.filter((block) => block.kind === 'table');

const topics: readonly { readonly topic: PageTopic; readonly kind: RegExp; readonly title: RegExp }[] = [
  { topic: 'incident', kind: /\b(?:incident|outage|post-?mortem)s?\b/i, title: incidentHeading },
  {
    topic: 'cost',
    kind: /\b(?:costs?|pricing|finops|budget)\b/i,
    title: /\b(?:costs?|pricing|spend(?:ing)?|bill(?:ing)?|budget|economics|finops|savings|tco)\b/i,
  },
];

/** What the front matter says of the kind of page, its title, or what most of its diagrams depict. */
function topicsOf({ model, diagrams }: DocumentFacts): readonly PageTopic[] {
  const { kind, title } = readHead(model);
  const depicted = diagrams.map(({ facts }) => depictedBy(facts));
  return topics
    .filter((topic) => {
      if (topic.kind.test(kind) || topic.title.test(title)) return true;
      const many = depicted.filter((each) => each === topic.topic).length;
      return many * 2 > depicted.length;
    })
    .map(({ topic }) => topic);
}

/** About incidents in general, and none of them. */
const aboutIncidents = /\bincident (?:map|response|management|process|template|playbook|runbook)s?\b/gi;

/** What the front matter says of the kind of page, and the page's title. */
function readHead({ blocks, text }: DocumentModel): { readonly kind: string; readonly title: string } {
  const matter = blocks.find((block): block is FrontMatterBlock => block.kind === 'front-matter');
  const lines = matter === undefined ? '' : text.slice(matter.content.start, matter.content.end);
  const valueOf = (keys: string): string =>
    new RegExp(`^(?:${keys})[ \\t]*[:=][ \\t]*(.*)$`, 'im').exec(lines)?.[1] ?? '';
  const headings = blocks.filter((block) => block.kind === 'heading');
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  const title = heading?.text ?? valueOf('title');
  return { kind: valueOf('type|kind|category|tags?'), title: title.replace(aboutIncidents, '') };
}

const hasMoney = (text: string): boolean =>
  findQuantities(blankMarkup(text)).some(({ unit }) => unit.dimension === 'currency');

const drawsMoney = remember((facts: DiagramFacts): boolean =>
  shownLabelsOf(facts).some(({ lines }) => lines.some(({ text }) => hasMoney(text))),
);

const hasMoneyInTables = (model: DocumentModel): boolean =>
  tablesOf(model).some(({ header, rows }) =>
    [header, ...rows].some(({ cells }) => cells.some(({ text }) => hasMoney(text))),
  );
