/** Holds what our engine and Mermaid say of a broken diagram against what is known to be wrong with it. */
import type { Finding, Span } from '../../../core/model.ts';
import type { Oracle } from '../../../core/ports.ts';
import type { Dressed, DressingName } from './dressings.ts';
import { dress, mustStandFirst } from './dressings.ts';
import type { Mutant } from './mutants.ts';
import type { PlainMermaid } from './plainMermaid.ts';
import { lineNamedIn } from './plainMermaid.ts';
import type { Subject } from './subject.ts';
import { wordsOf } from './words.ts';

export interface Measured {
  readonly mutant: Mutant;
  readonly dressing: DressingName;
  readonly findings: readonly Finding[];
  /** The first finding begins on the fault's line. */
  readonly line: boolean;
  /** Some finding overlaps the token and is at most three times as long. */
  readonly token: boolean;
  /** How many of the planted faults have a finding on their line. */
  readonly linesFound: number;
  /** Mermaid's message names the fault's line. */
  readonly mermaidLine: boolean;
  readonly fixes: boolean;
  /** The text after *Fix all*, where there was anything to fix. */
  readonly fixed: string | undefined;
  readonly rendersFixed: boolean;
  readonly wordsKept: boolean;
}

export interface Judges {
  readonly oracle: Oracle;
  readonly subject: Subject;
  readonly mermaid: PlainMermaid;
}

/** Measures one mutant in one dressing; undefined where the two do not go together. */
export async function measure(mutant: Mutant, dressing: DressingName, judges: Judges): Promise<Measured | undefined> {
  if (dressing !== 'bare' && dressing !== 'list item, CRLF' && mustStandFirst(mutant.text)) return undefined;
  const dressed = dress(mutant.text, dressing);
  const tokens = mutant.tokens.map((token) => dressed.place(token));
  const shown = dressed.kind === 'mermaid' ? dressed.text : mutant.text;
  const message = await judges.mermaid.refuse(shown);
  // What stands above can hide a fault, such as a comment after front matter that then is one.
  if (message === undefined) return undefined;

  const checked = await judges.subject.check(dressed.text, dressed.kind);
  const findings = checked.findings.filter(({ gate, severity }) => gate === 'renders' && severity !== 'info');
  const trueLines = tokens.map(({ start }) => lineAt(dressed.text, start));
  const lines = findings.map(({ span }) => lineAt(dressed.text, span.start));
  const named = lineNamedIn(message);
  const fixable = findings.some(({ fixes }) => fixes.length > 0);
  const fixed = fixable ? await judges.subject.fix(dressed.text, dressed.kind) : undefined;
  return {
    mutant,
    dressing,
    findings,
    line: lines[0] !== undefined && trueLines.includes(lines[0]),
    token: findings.some(({ span }) => tokens.some((token) => isThatToken(span, token))),
    linesFound: trueLines.filter((line) => lines.includes(line)).length,
    mermaidLine: named !== undefined && trueLines.includes(named + dressed.linesAbove),
    fixes: fixable,
    fixed,
    rendersFixed: fixed !== undefined && (await renders(fixed, dressed, judges)),
    wordsKept: fixed !== undefined && keepsWords(fixed, mutant, dressing),
  };
}

async function renders(fixed: string, { kind }: Dressed, { subject }: Judges): Promise<boolean> {
  const { diagrams } = await subject.check(fixed, kind);
  return diagrams.length > 0 && diagrams.every((diagram) => diagram.renders);
}

function keepsWords(fixed: string, mutant: Mutant, dressing: DressingName): boolean {
  const words = wordsOf(withoutVersion(fixed));
  return [mutant.text, mutant.repaired].some((text) => wordsOf(withoutVersion(dress(text, dressing).text)) === words);
}

/** `stateDiagram` repairs as well as `stateDiagram-v2`: the header is nothing a reader sees. */
const withoutVersion = (text: string): string => text.replace(/^(\s*\w+)-(?:v2|beta)\b/m, '$1');

/** Whether `span` points at `token` and at little else; an empty token is the place between its neighbours. */
function isThatToken(span: Span, token: Span): boolean {
  const wide = token.end > token.start ? token : { start: Math.max(0, token.start - 1), end: token.end + 1 };
  const overlaps =
    span.start < wide.end && wide.start < span.end
      ? true
      : span.start === span.end && wide.start <= span.start && span.start <= wide.end;
  return overlaps && span.end - span.start <= 3 * (wide.end - wide.start);
}

/** The 1-based line of `offset`. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
