/** The words every part of Diagram Gates shares: spans, findings, verdicts and the checked document. */
import type { KnownFinding } from './baseline/model.ts';

/** A half-open range of UTF-16 offsets into a text: `start` is 0-based, `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** The gates in the order in which they are judged. */
export const gateIds = [
  'renders',
  'visual',
  'metrics',
  'planes',
  'example',
  'three-am',
  'numbers',
  'references',
] as const;
export type GateId = (typeof gateIds)[number];

/** Where a finding belongs: to a gate, or to the configuration itself (an unknown rule name, an unused suppression). */
export type FindingGate = GateId | 'configuration';

export type Verdict = 'pass' | 'fail' | 'not-applicable';

/** What a whole file is: Markdown with diagrams inside, or one Mermaid diagram. */
export type DocumentKind = 'markdown' | 'mermaid';

/** What is checked: a document, or a configuration file of ours. */
export type FileKind = DocumentKind | 'configuration';

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A repair an author may choose. Its edits never overlap and are sorted by `span.start`. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Set where only its author can say whether this is what was meant: *Fix all* leaves such a fix alone. */
  readonly byHand?: true;
}

/** A second place that helps to understand a finding, such as the parser's own words. */
export interface RelatedNote {
  readonly span: Span;
  readonly message: string;
  /** The parser's own words, for those who want to know more than the message says. */
  readonly fromParser?: true;
}

/** One fault at one place of the document's source text. */
export interface Finding {
  /** `DG` + gate digit + two digits. */
  readonly rule: string;
  readonly alias: string;
  readonly gate: FindingGate;
  readonly severity: Severity;
  /** Says what is wrong and what would pass. */
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedNote[];
}

/** What was counted to reach a verdict; plain JSON, its keys are part of the command line's contract. */
export type Evidence = Readonly<Record<string, unknown>>;

export interface GateResult {
  readonly id: GateId;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
}

/** What may be made of a diagram though nothing need be wrong with it; absent where there is nothing to do. */
export interface DiagramOffers {
  /** Every component in the colour of its plane. */
  readonly colours?: Fix;
  /** The same with a legend, or the legend alone. */
  readonly legend?: Fix;
}

/** A plane of an architecture and the nodes that live in it. */
export interface DiagramPlane {
  readonly name: string;
  /** Its colour in the palette that the diagram uses, as `#RRGGBB`. */
  readonly fill: string;
  /** The nodes' ids, in order of place. */
  readonly nodes: readonly string[];
}

/** A diagram of a checked document. */
export interface CheckedDiagram {
  /** The whole block in the source, fences included. */
  readonly span: Span;
  /** What Mermaid is given: the block's content with container prefixes and fence indentation removed. */
  readonly text: string;
  /** Where each line of `text` stands in the source, in order, without line endings. */
  readonly lines: readonly Span[];
  /** Identifies `text`; equal texts have equal keys. */
  readonly key: string;
  /** Mermaid's own name of the diagram type, such as `flowchart-v2`; undefined when the header is not understood. */
  readonly type: string | undefined;
  /** What it is called: by itself, else by the heading it stands under; absent where neither says anything. */
  readonly title?: string;
  /** The headings it stands under, the nearest first; absent where there is none. */
  readonly headings?: readonly string[];
  /** Mermaid's own verdict. */
  readonly renders: boolean;
  /** Mermaid did not finish with it in time, so that the verdict is one of this machine at this moment. */
  readonly isUnfinished?: true;
  /** Whether this diagram depicts an architecture whose parts have planes, and its colours mean nothing else. */
  readonly architecture: boolean;
  readonly offers?: DiagramOffers;
  /** Of an architecture: which of its nodes live in which plane; absent where none is known. */
  readonly planes?: readonly DiagramPlane[];
}

/** What reports on a set of pages count of a page, beside what its gates say. */
export interface PageContent {
  readonly tables: number;
  /** What the page itself says that it is about, by its front matter, title or most of its diagrams. */
  readonly about: readonly PageTopic[];
  /** Whether a diagram or a table names an amount of money. */
  readonly showsCosts: boolean;
  /** The names of the pages of its folder that it leads to. */
  readonly leadsTo: readonly string[];
}

export type PageTopic = 'incident' | 'cost';

/** The one result of checking one version of one document; every view is drawn from it. */
export interface CheckedDocument {
  readonly uri: string;
  /** The editor's version number of the text that was checked. */
  readonly version: number;
  readonly kind: FileKind;
  readonly diagrams: readonly CheckedDiagram[];
  /** Absent of a configuration file. */
  readonly content?: PageContent;
  /** In order of place, then rule; without those that the baseline knows. */
  readonly findings: readonly Finding[];
  /** Where there is a baseline: how many findings it hides, and which of those it knows are gone. */
  readonly baseline?: { readonly hidden: number; readonly gone: readonly KnownFinding[] };
  readonly gates: readonly GateResult[];
  /** The share of applicable gates passed, 0 to 100, rounded; undefined when none applies. */
  readonly score: number | undefined;
  /** The folders and pages of its workspace folder that the result depends on; absent when there are none. */
  readonly lookedAt?: readonly string[];
}

/** Makes the compiler prove that a switch is exhaustive. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
