/**
 * Finds every fault of a refused diagram: propose, apply, ask Mermaid again, go on from the repaired text.
 * A proposal counts only when Mermaid gets further with it, so nothing is ever reported that Mermaid does not mind.
 */
import type { Fix, Span, TextEdit } from '../../model.ts';
import type { ParserFault, OracleVerdict } from '../../ports.ts';
import { maskNonContent } from '../symbols/mask.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { keepsSymbols } from './keepsSymbols.ts';
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
  /** What was changed to go on, in the original text. */
  readonly edits: readonly TextEdit[];
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
  const original = PatchedText.of(text);
  const steps: Step<Finder>[] = [];
  let unexplainable: Fault<Finder> | undefined;
  let patched = original;
  let verdict: OracleVerdict = refusal;
  let parsesLeft = limits.parses;
  const ask = (candidate: string): Promise<OracleVerdict> => {
    parsesLeft -= 1;
    return parse(candidate);
  };

  while (!verdict.renders && steps.length < limits.faults && parsesLeft > 0) {
    const step: Step<Finder> | undefined =
      (await explain(patched, verdict, finders, ask, () => parsesLeft > 0)) ?? (await skip(patched, verdict, ask));
    if (step === undefined) {
      unexplainable = unexplained(patched, verdict.faults[0]);
      break;
    }
    steps.push(step);
    patched = step.patched;
    verdict = step.verdict;
  }
  const mayAsk = (): boolean => parsesLeft > 0;
  const needed = verdict.renders ? await withoutNeedless(original, steps, ask, mayAsk) : steps;
  const faults = needed.filter((step, index) => step.structural !== true || !needed.slice(0, index).some(isSkipped));
  const found = [...faults.map(({ fault }) => fault), ...(unexplainable === undefined ? [] : [unexplainable])];
  return helpfulAlone(original, refusal, found, ask, mayAsk);
}

const isSkipped = <Finder>({ fault }: Step<Finder>): boolean => fault.finder === undefined;

/** The steps without which Mermaid still refuses the diagram: others were a consequence of a fault found only later. */
async function withoutNeedless<Finder extends FaultFinder>(
  original: PatchedText,
  steps: readonly Step<Finder>[],
  ask: (text: string) => Promise<OracleVerdict>,
  mayAsk: () => boolean,
): Promise<readonly Step<Finder>[]> {
  let needed = steps;
  // The last one made the diagram render.
  for (const step of steps.slice(0, -1)) {
    const others = needed.filter((each) => each !== step);
    const without = original.with(others.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start));
    if (without !== undefined && mayAsk() && (await ask(without.text)).renders) needed = others;
  }
  return needed;
}

/** A fix was tried behind those of the faults above it. Made alone, it must not let Mermaid fail earlier than it did. */
async function helpfulAlone<Finder extends FaultFinder>(
  original: PatchedText,
  refusal: Refusal,
  faults: readonly Fault<Finder>[],
  ask: (text: string) => Promise<OracleVerdict>,
  mayAsk: () => boolean,
): Promise<readonly Fault<Finder>[]> {
  const [first, ...others] = faults;
  if (first === undefined) return faults;
  const checked: Fault<Finder>[] = [first];
  for (const fault of others) {
    const alone = fault.fix === undefined ? undefined : original.with(fault.fix.edits);
    const isHelpful =
      alone === undefined || (mayAsk() && !failsEarlier(original, refusal, alone, await ask(alone.text)));
    checked.push(isHelpful ? fault : { ...fault, fix: undefined });
  }
  return checked;
}

function failsEarlier(before: PatchedText, refusal: Refusal, after: PatchedText, verdict: OracleVerdict): boolean {
  if (verdict.renders) return false;
  const [was, is] = [refusal.faults[0], verdict.faults[0]];
  if (isLetter(was) !== isLetter(is)) return isLetter(is);
  return after.editedOrOriginal(is.span.start) < before.editedOrOriginal(was.span.start);
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
      fix: offer(patched.text, proposal, edits, next.text, verdict.type ?? refusal.type),
      parser: inOriginal(patched, refusal.faults[0]),
    };
    best = { patched: next, verdict, fault, edits, structural: proposal.structural === true };
    group = proposal.group;
    if (group === undefined || verdict.renders) break;
  }
  return best;
}

const isBetter = <Finder>(patched: PatchedText, verdict: OracleVerdict, best: Step<Finder>): boolean =>
  !best.verdict.renders && getsFurther(best.patched, best.verdict, patched, verdict);

/** The repair as it may be offered: it keeps every word, node and edge, apart from what the proposal declares. */
function offer(
  text: string,
  proposal: Proposal,
  edits: readonly TextEdit[],
  repaired: string,
  type: string | undefined,
): Fix | undefined {
  const { fix: title, byHand, hidden } = proposal;
  if (title === undefined || (hidden !== true && !keepsWords(text, proposal.edits))) return undefined;
  if (byHand !== true && type !== undefined && !keepsSymbols(text, proposal.edits, repaired, type)) return undefined;
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
    // All that stands on one line is equally far.
    return lineStart - broken.text.indexOf('\n', span.end);
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
  const edit = { span: { start, end }, text: neutralLine(line, refusal.type) };
  const next = patched.with([edit]);
  const edits = patched.editsToOriginal([edit]);
  if (next === undefined || edits === undefined) return undefined;
  const verdict = await ask(next.text);
  if (!getsFurther(patched, refusal, next, verdict)) return undefined;
  return { patched: next, verdict, edits, fault: unexplained(patched, parser) };
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
