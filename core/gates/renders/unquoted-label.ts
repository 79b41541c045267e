/** DG010: a label holds characters that mean something to Mermaid; in double quotes they are only text. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { quoteLabel } from '../../mermaid/diagnosis/quote.ts';
import { readSymbols } from '../../mermaid/symbols/read.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { Label } from '../../mermaid/symbols/model.ts';
import type { Span } from '../../model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG010',
  alias: 'unquoted-label',
  gate: 'renders',
  severity: 'error',
  title: 'A label holds characters that Mermaid reads as syntax.',
  why: 'Nine in ten diagrams that do not render fail for this: a bracket, brace, pipe or quote in a label without quotes ends the label too early.',
  fixable: true,
};

const special = /[()[\]{}|"@]/;
const slash = /[/\\]/;

export const unquotedLabel: FaultRule = {
  scope: 'fault',
  meta,
  *propose(broken: BrokenDiagram): Iterable<Proposal> {
    if (broken.type === 'mindmap' || broken.type === 'kanban') yield* proposeForItems(broken);
    const symbols = readSymbols(broken.text, broken.type === 'agentflow' ? 'flowchart-v2' : broken.type);
    if (symbols === undefined || !/^(?:flowchart|swimlane|agentflow|class|state|er)/.test(broken.type ?? '')) return;
    for (const { label } of symbols.groups) if (label !== undefined) yield* proposeQuotes(broken, label);
    for (const { label } of [...symbols.nodes, ...symbols.edges]) {
      // A label that runs to the end of its line was never closed: that is another rule's matter.
      if (label !== undefined && /^[^\S\n]*[^\s]/.test(broken.text.slice(label.span.end)))
        yield* proposeQuotes(broken, label);
    }
  },
};

/** Mind maps and boards have one item a line, whose label ends with the line. */
const item = /^[^[({"]*(?:\[|\(\(|\(|\{\{|\)\)|\))(.*?)(?:\]|\)\)|\)|\}\}|\(\(|\()(?:@\{.*)?$/d;

function* proposeForItems(broken: BrokenDiagram): Iterable<Proposal> {
  for (const { text, span } of contentLines(broken.masked).slice(1)) {
    const [start, end] = item.exec(text)?.indices?.[1] ?? [0, 0];
    if (text.charAt(start) === '"') continue;
    yield* proposeQuotes(broken, { span: { start: span.start + start, end: span.start + end }, quoted: false });
  }
}

function* proposeQuotes(
  { text, fault }: BrokenDiagram,
  { span, quoted }: Pick<Label, 'span' | 'quoted'>,
): Iterable<Proposal> {
  const raw = text.slice(span.start, span.end);
  if (quoted || hasLoneQuote(raw) || hasStrayCloser(raw, text.charAt(span.end))) return;
  for (const whole of [span, ...longerLabel(text, span)]) {
    const at = readAsSyntax(text, whole, fault.span.start);
    if (at === undefined && !isPiped(text, span)) return;
    if (at === undefined) continue;
    yield {
      span: { start: at, end: at + 1 },
      message: `The label contains \`${text.charAt(at)}\`, which Mermaid reads as syntax: put the label in double quotes.`,
      edits: [{ span: withBlanks(text, whole), text: quoteLabel(text.slice(whole.start, whole.end)) }],
      fix: 'Put the label in double quotes',
      weight: 5,
      group: `label at ${span.start}`,
    };
  }
}

/** The first character of the label that means something to Mermaid, or the one at which it gave up. */
function readAsSyntax(text: string, { start, end }: Span, noticed: number): number | undefined {
  if (noticed >= start && noticed < end && special.test(text.charAt(noticed))) return noticed;
  // At a bracket, a slash leans the side of the shape.
  const isInBracket = text.charAt(start - 1) === '[' && text.charAt(end) === ']';
  if (isInBracket && slash.test(text.charAt(start))) return start;
  const first = text.slice(start, end).search(special);
  if (first !== -1) return start + first;
  return isInBracket && slash.test(text.charAt(end - 1)) ? end - 1 : undefined;
}

/**
 * Up to the last closing bracket of the line, where what follows the first one is nothing that may follow a label; a label
 * between pipes up to the last pipe before the next link.
 */
function* longerLabel(text: string, { start, end }: Span): Iterable<Span> {
  const closer = text.charAt(end);
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline === -1 ? text.length : newline);
  if (isPiped(text, { start, end })) {
    const last = rest.split(/--|==|-\./, 1)[0]?.lastIndexOf('|') ?? 0;
    if (last > rest.indexOf('|')) yield { start, end: end + last };
    return;
  }
  const last = rest.lastIndexOf(closer);
  if (last > 0 && /^[)\]}]/.test(closer) && !/^[)\]}]+\s*(?:$|[-=~<xo.&:;@]|\|)/.test(rest))
    yield { start, end: end + last };
}

const isPiped = (text: string, { end }: Span): boolean => /^[^\S\n]*\|/.test(text.slice(end, end + 20));

/** A quote at one end of a label lost its partner at the other: that is another rule's matter. */
const hasLoneQuote = (raw: string): boolean => /^\s*"[^"]*$|^[^"]*"\s*$/.test(raw);

/** The label's own closing bracket, twice at its very end: one too many rather than a part of the label. */
const hasStrayCloser = (raw: string, closer: string): boolean =>
  raw.endsWith(closer) && /^[^()[\]{}|"@]*[\])}]$/.test(raw);

/** Blanks between a bracket and a quote would be text of their own. */
function withBlanks(text: string, span: Span): Span {
  const before = /\s*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const behind = /^\s*/.exec(text.slice(span.end))?.[0].length ?? 0;
  const isBetweenBrackets = /[[({|>/\\]$/.test(text.slice(0, span.start - before));
  return isBetweenBrackets ? { start: span.start - before, end: span.end + behind } : span;
}
