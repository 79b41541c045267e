/** The figures of a page, and of many pages together: what the reports on a set, its goals and its history count. */
import type { CheckedDiagram, FileKind, Finding, GateId, GateResult, PageContent, Verdict } from '../model.ts';
import { remember } from '../memo.ts';

/** What counts of a checked document where many are looked at together. */
export interface CountedDocument {
  readonly kind: FileKind;
  readonly score: number | undefined;
  readonly content?: PageContent;
  readonly gates: readonly GateResult[];
  readonly diagrams: readonly Pick<CheckedDiagram, 'renders' | 'type' | 'headings'>[];
  readonly findings: readonly Pick<Finding, 'gate' | 'severity'>[];
}

/** A document of a set, by the name it goes by in reports. */
export interface CountedPage {
  readonly path: string;
  readonly checked: CountedDocument;
}

/** The same without what does not count: it is all that is kept of each page of a large set. */
export const countedOnly = ({ kind, score, content, gates, diagrams, findings }: CountedDocument): CountedDocument => ({
  kind,
  score,
  ...(content === undefined ? {} : { content }),
  gates: gates.map(({ id, verdict, evidence }) => ({ id, verdict, evidence: id === 'visual' ? evidence : {} })),
  diagrams: diagrams.map(({ renders, type, headings }) => ({
    renders,
    type,
    ...(headings === undefined ? {} : { headings }),
  })),
  findings: findings.map(({ gate, severity }) => ({ gate, severity })),
});

/** Plain JSON, and small: it is all that is kept of a page of the past. */
export interface PageFigures {
  readonly diagrams: number;
  /** Diagrams that do not render. */
  readonly broken: number;
  readonly tables: number;
  readonly incident: boolean;
  readonly costPage: boolean;
  readonly showsCosts: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly score: number | null;
  /** Units that are shown and told, where the gate of that name judges the page. */
  readonly visual: number;
  readonly text: number;
  readonly threeAm: Verdict;
}

/** Of many pages; a mean or share is null where nothing counts. */
export interface SetFigures {
  readonly documents: number;
  readonly diagrams: number;
  readonly broken: number;
  readonly tables: number;
  readonly incidents: number;
  readonly costPages: number;
  readonly errors: number;
  readonly warnings: number;
  /** The mean of the documents' scores, in whole percent. */
  readonly score: number | null;
  /** What is shown over all that is shown or told, 0 to 1. */
  readonly visualRatio: number | null;
  /** Pages that pass the 3 AM test over those it applies to, 0 to 1. */
  readonly threeAmRatio: number | null;
  /** Pages with an amount of money in a diagram or table over all pages, 0 to 1. */
  readonly costRatio: number | null;
}

/** Worked out once for each result of a check. */
export const figuresOf = remember((checked: CountedDocument): PageFigures => {
  const { diagrams, content, findings, gates, score } = checked;
  const visual = gates.find(({ id }) => id === 'visual');
  const many = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    diagrams: diagrams.length,
    broken: diagrams.filter(({ renders }) => !renders).length,
    tables: content?.tables ?? 0,
    incident: content?.about.includes('incident') === true,
    costPage: content?.about.includes('cost') === true,
    showsCosts: content?.showsCosts === true,
    errors: many('error'),
    warnings: many('warning'),
    score: score ?? null,
    visual: unitsOf(visual, 'visual'),
    text: unitsOf(visual, 'text'),
    threeAm: verdictOf(gates, 'three-am'),
  };
});

const verdictOf = (gates: readonly GateResult[], wanted: GateId): Verdict =>
  gates.find(({ id }) => id === wanted)?.verdict ?? 'not-applicable';

const unitsOf = (result: GateResult | undefined, key: string): number => {
  const value = result?.evidence[key];
  return typeof value === 'number' ? value : 0;
};

/** All of `pages` together. */
export function addUp(pages: readonly PageFigures[]): SetFigures {
  const sum = (of: (page: PageFigures) => number): number => pages.reduce((total, page) => total + of(page), 0);
  const count = (is: (page: PageFigures) => boolean): number => pages.filter(is).length;
  const scores = pages.flatMap(({ score }) => score ?? []);
  const passed = count(({ threeAm }) => threeAm === 'pass');
  const failed = count(({ threeAm }) => threeAm === 'fail');
  const visual = sum((page) => page.visual);
  return {
    documents: pages.length,
    diagrams: sum(({ diagrams }) => diagrams),
    broken: sum(({ broken }) => broken),
    tables: sum(({ tables }) => tables),
    incidents: count(({ incident }) => incident),
    costPages: count(({ costPage }) => costPage),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    score: scores.length === 0 ? null : Math.round(scores.reduce((total, score) => total + score, 0) / scores.length),
    visualRatio: ratioOf(visual, visual + sum((page) => page.text)),
    threeAmRatio: ratioOf(passed, passed + failed),
    costRatio: ratioOf(
      count(({ showsCosts }) => showsCosts),
      pages.length,
    ),
  };
}

const digits = 10_000;
const ratioOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((digits * part) / whole) / digits;
