/**
 * Finds every fault of a refused diagram: propose, apply, ask Mermaid again, go on from the repaired text.
 * A proposal counts only when Mermaid gets further with it, so nothing is ever reported that Mermaid does not mind.
 */
import type { Fix, Span, TextEdit } from '../../model.ts';
import type { ParserFault, OracleVerdict } from '../../ports.ts';
import { maskNonContent } from '../symbols/mask.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { keepsWords } from './keepsWords.ts';
import type { BrokenDiagram, Fault, FaultFinder, Proposal } from './model.ts';
import { PatchedText } from './patchedText.ts';

export interface DiagnosisLimits {
  /** How many faults are reported at most. */
  readonly faults: number;
  /** How often Mermaid may be asked for one diagram. */
  readonly parses: number;
}

const defaultLimits: DiagnosisLimits = { faults: 50, parses: 400 };

type Refusal = Extract<OracleVerdict, { renders: false }>;

interface Step<Finder> {
  readonly patched: PatchedText;
  readonly verdict: OracleVerdict;
  readonly fault: Fault<Finder>;
  readonly structural?: boolean;
}

/** Explains `refusal`, Mermaid's verdict on `text`. Faults come in the order in which Mermaid meets them. */
export async function diagnose<Finder extends FaultFinder>(
  text: string,
  refusal: Refusal,
  finders: readonly Finder[],
  parse: (text: string) => Promise<OracleVerdict>,
  limits: DiagnosisLimits = defaultLimits,
): Promise<readonly Fault<Finder>[]> {
  const faults: Fault<Finder>[] = [];
  let patched = PatchedText.of(text);
  let verdict: OracleVerdict = refusal;
  let parsesLeft = limits.parses;
  let hasSkipped = false;
  const ask = (candidate: string): Promise<OracleVerdict> => {
    parsesLeft -= 1;
    return parse(candidate);
  };

  while (!verdict.renders && faults.length < limits.faults && parsesLeft > 0) {
    const step: Step<Finder> | undefined =
      (await explain(patched, verdict, finders, ask, () => parsesLeft > 0)) ?? (await skip(patched, verdict, ask));
    if (step === undefined) {
      faults.push(unexplained(patched, verdict.faults[0]));
      break;
    }
    if (step.structural !== true || !hasSkipped) faults.push(step.fault);
    hasSkipped ||= step.fault.finder === undefined;
    patched = step.patched;
    verdict = step.verdict;
  }
  return faults;
}

/** Tries the finders' proposals, nearest to where Mermaid gave up first, and takes the first that helps. */
async function explain<Finder extends FaultFinder>(
  patched: PatchedText,
  refusal: Refusal,
  finders: readonly Finder[],
  ask: (text: string) => Promise<OracleVerdict>,
  mayAsk: () => boolean,
): Promise<Step<Finder> | undefined> {
  const broken = describe(patched.text, refusal);
  let best: Step<Finder> | undefined;
  let group: string | undefined;
  for (const { finder, proposal } of ranked(broken, finders)) {
    if (best !== undefined && proposal.group !== group) break;
    if (!mayAsk()) break;
    const next = patched.with(proposal.edits);
    const edits = patched.editsToOriginal(proposal.edits);
    if (next === undefined || edits === undefined || next.text === patched.text) continue;
    const verdict = await ask(next.text);
    if (!getsFurther(patched, refusal, next, verdict)) continue;
    if (best !== undefined && !isBetter(next, verdict, best)) continue;
    const fault: Fault<Finder> = {
      finder,
      span: patched.spanToOriginal(proposal.span),
      message: proposal.message,
      fix: offer(patched.text, proposal, edits),
      parser: inOriginal(patched, refusal.faults[0]),
    };
    best = { patched: next, verdict, fault, structural: proposal.structural === true };
    group = proposal.group;
    if (group === undefined || verdict.renders) break;
  }
  return best;
}

const isBetter = <Finder>(patched: PatchedText, verdict: OracleVerdict, best: Step<Finder>): boolean =>
  !best.verdict.renders && getsFurther(best.patched, best.verdict, patched, verdict);

/** The repair as it may be offered: with every word a reader sees, apart from what the proposal declares. */
function offer(text: string, proposal: Proposal, edits: readonly TextEdit[]): Fix | undefined {
  const { fix: title, byHand, hidden } = proposal;
  if (title === undefined || (hidden !== true && !keepsWords(text, proposal.edits))) return undefined;
  return byHand === undefined ? { title, edits } : { title, edits, byHand };
}

function describe(text: string, refusal: Refusal): BrokenDiagram {
  return { text, masked: maskNonContent(text), type: refusal.type, fault: refusal.faults[0] };
}

/** Where a proposal stands matters most: the cause is on the line where Mermaid gave up or not far above it. */
function ranked<Finder extends FaultFinder>(
  broken: BrokenDiagram,
  finders: readonly Finder[],
): { finder: Finder; proposal: Proposal }[] {
  const noticed = broken.fault.span.start;
  const lineStart = broken.text.lastIndexOf('\n', noticed - 1) + 1;
  const nextLine = broken.text.indexOf('\n', noticed);
  const lineEnd = nextLine === -1 ? broken.text.length : nextLine;
  const distanceOf = (span: Span): number => {
    if (span.start > lineEnd) return 1_000_000 + span.start - lineEnd;
    if (span.end >= lineStart) return 0;
    return lineStart - span.end;
  };
  // What is missing may belong right where Mermaid noticed, far below the place that asks for it.
  const distance = ({ span, edits }: Proposal): number =>
    Math.min(distanceOf(span), ...edits.map((edit) => distanceOf(edit.span)));
  return finders
    .flatMap((finder) => [...finder.propose(broken)].map((proposal) => ({ finder, proposal })))
    .map((entry) => ({ ...entry, distance: distance(entry.proposal), weight: entry.proposal.weight ?? 0 }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        b.weight - a.weight ||
        Math.abs(a.proposal.span.start - noticed) - Math.abs(b.proposal.span.start - noticed),
    )
    .slice(0, 40);
}

/** In the original's places, so that what an edit adds or takes away is no progress by itself. */
function getsFurther(before: PatchedText, refusal: Refusal, after: PatchedText, verdict: OracleVerdict): boolean {
  if (verdict.renders) return true;
  const [was, is] = [refusal.faults[0], verdict.faults[0]];
  // Some parsers name every letter they cannot read before they look at the statements.
  if (isLetter(was) !== isLetter(is)) return isLetter(was);
  return after.editedOrOriginal(is.span.start) > before.editedOrOriginal(was.span.start);
}

const isLetter = ({ message }: ParserFault): boolean => message.startsWith('unexpected character');

function unexplained<Finder>(patched: PatchedText, parser: ParserFault): Fault<Finder> {
  const original = inOriginal(patched, parser);
  return { finder: undefined, span: original.span, message: parser.message, fix: undefined, parser: original };
}

const inOriginal = (patched: PatchedText, parser: ParserFault): ParserFault => ({
  ...parser,
  span: patched.spanToOriginal(parser.span),
});

/** Nobody can explain the fault: reports the parser's words and goes on without the line they speak of. */
async function skip<Finder>(
  patched: PatchedText,
  refusal: Refusal,
  ask: (text: string) => Promise<OracleVerdict>,
): Promise<Step<Finder> | undefined> {
  const parser = refusal.faults[0];
  const text = patched.text;
  const start = text.lastIndexOf('\n', parser.span.start - 1) + 1;
  const newline = text.indexOf('\n', parser.span.start);
  const end = newline === -1 ? text.length : newline;
  const line = text.slice(start, end);
  const isHeader = maskNonContent(text).slice(0, start).trim() === '';
  if (refusal.type === undefined || line.trim() === '' || isHeader) return undefined;
  const next = patched.with([{ span: { start, end }, text: neutralLine(line, refusal.type) }]);
  if (next === undefined) return undefined;
  const verdict = await ask(next.text);
  if (!getsFurther(patched, refusal, next, verdict)) return undefined;
  return { patched: next, verdict, fault: unexplained(patched, parser) };
}

/** What can stand for a line that nobody understands: blanks, or an opener when its block goes on below. */
function neutralLine(line: string, type: string): string {
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  if (line.trimEnd().endsWith('{')) return `${indentation}${neutralBraces[type] ?? 'skipped'} {`;
  const opener = vocabularyOf(type)?.openers.find((word) => new RegExp(`^\\s*${word}\\b`).test(line));
  return opener === undefined ? ' '.repeat(line.length) : `${indentation}${opener} skipped`;
}

const neutralBraces: Readonly<Record<string, string>> = {
  class: 'class skipped',
  classDiagram: 'class skipped',
  state: 'state skipped',
  stateDiagram: 'state skipped',
  requirement: 'element skipped',
  c4: 'Boundary(skipped, "skipped")',
};
