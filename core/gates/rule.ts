/** What a rule and a gate are. A rule is one file; a gate's `gate.ts` holds its verdict and lists its rules. */
import type { Config } from '../config.ts';
import type { DiagramBlock, DocumentModel } from '../document/model.ts';
import type { OwnWords } from '../lexicon/ownWords.ts';
import type { Fault, FaultFinder } from '../mermaid/diagnosis/model.ts';
import type { DiagramSymbols } from '../mermaid/symbols/model.ts';
import type { Evidence, FindingGate, Fix, GateId, RelatedNote, Severity, Span, Verdict } from '../model.ts';
import type { OracleVerdict, PlacesAsked } from '../ports.ts';
import type { Places } from '../workspace/places.ts';
import type { GateWords } from './words.ts';

/** The one source for docs, schema, help and reports about a rule. */
export interface RuleMeta {
  /** `DG` + gate digit + two digits; never used again for another rule. */
  readonly id: string;
  /** The kebab-case name authors write in configuration and comments; also the name of its page `docs/gates/<alias>.md`. */
  readonly alias: string;
  readonly gate: FindingGate;
  /** The severity unless configuration says otherwise; `off` rules run only when asked for. */
  readonly severity: Severity | 'off';
  /** One short sentence: what the rule finds. */
  readonly title: string;
  /** One paragraph: why it matters to the reader at 3 AM. */
  readonly why: string;
  readonly fixable: boolean;
  /** Set where the rule says one thing of a whole page: which line it stands on is then no part of what it says. */
  readonly aboutPage?: true;
}

/** What a rule reports; the engine adds the rule's identity and severity. */
export interface RuleFinding {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedNote[];
  /** A document says it once for all of its diagrams whose findings say the same here; the fixes are made as one. */
  readonly sameAs?: string;
  /** The diagram is not drawn for it: an error unless configuration says otherwise. */
  readonly fatal?: true;
}

/** A diagram Mermaid's parser did not answer about in time; it is not asked again. */
export interface Unparsed {
  readonly renders: false;
  readonly type: undefined;
  readonly faults: readonly [];
  readonly unparsed: 'too-slow';
}

/** What is known of one diagram before rules run; equal texts share it. Spans in it are offsets into `block.text`. */
export interface DiagramFacts {
  readonly text: string;
  readonly verdict: OracleVerdict | Unparsed;
  /** What Mermaid 11 says of a diagram that Mermaid 12 takes, where both are asked. */
  readonly older?: { readonly verdict: OracleVerdict | Unparsed; readonly faults: readonly Fault<FaultRule>[] };
  /** Why Mermaid refuses it, explained by the fault rules where they can; empty when it does not. */
  readonly faults: readonly Fault<FaultRule>[];
  /** What the diagram says; undefined for a type nobody reads yet. Of a broken diagram, what could be read. */
  readonly symbols: DiagramSymbols | undefined;
  /** What the configuration adds to the lists of the gates; absent when that is nothing. */
  readonly words?: OwnWords;
}

/** Explains and repairs one kind of fault of diagrams that Mermaid refuses; Mermaid confirms each proposal. */
export interface FaultRule extends FaultFinder {
  readonly scope: 'fault';
  readonly meta: RuleMeta;
  /** Finds the same where Mermaid takes it all the same, and draws something else than was meant. */
  check?(facts: DiagramFacts, config: Config): Iterable<RuleFinding>;
}

/** Looks at one diagram; its findings' spans are offsets into the diagram's text and are cached with it. */
export interface DiagramRule {
  readonly scope: 'diagram';
  readonly meta: RuleMeta;
  check(facts: DiagramFacts, config: Config): Iterable<RuleFinding>;
}

/** A document and what Mermaid said of each of its diagrams. Spans are offsets into `model.text`. */
export interface DocumentFacts {
  readonly model: DocumentModel;
  readonly diagrams: readonly { readonly block: DiagramBlock; readonly facts: DiagramFacts }[];
  /** Set where the text is a part of a page, such as a notebook's cell. */
  readonly isPart?: true;
  /** Where the document stands in its workspace, and what is known of the files around it; absent outside of one. */
  readonly surroundings?: { readonly path: string; readonly places: Places };
  /** What the configuration adds to the lists of the gates; absent when that is nothing. */
  readonly words?: OwnWords;
}

/** Looks at the whole document; cheap, since it runs at every edit. */
export interface DocumentRule {
  readonly scope: 'document';
  readonly meta: RuleMeta;
  check(facts: DocumentFacts, config: Config): Iterable<RuleFinding>;
}

export type Rule = DiagramRule | FaultRule | DocumentRule;

export interface Gate extends GateWords {
  readonly id: GateId;
  readonly rules: readonly Rule[];
  /** What the gate has to know of the workspace of the document at `path`: asked before its rules run. */
  readonly asks?: (facts: DocumentFacts, path: string) => Omit<PlacesAsked, 'root'>;
  /** The verdict with what was counted; `evidence` keys are part of the command line's contract. */
  judge(facts: DocumentFacts, config: Config): { readonly verdict: Verdict; readonly evidence: Evidence };
}
