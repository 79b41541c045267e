/** DG030: a label's bracket is opened and never closed. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { quoteLabel } from '../../mermaid/diagnosis/quote.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import { readShapedLabel } from '../../mermaid/symbols/shapes.ts';
import type { ShapedLabel } from '../../mermaid/symbols/shapes.ts';
import type { Span } from '../../model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG030',
  alias: 'unclosed-bracket',
  gate: 'renders',
  severity: 'error',
  title: 'A bracket is opened and not closed.',
  why: 'An open label swallows everything up to the next closing bracket, so Mermaid complains far below the place that is wrong.',
  fixable: true,
};

const opener = /[\w"'.)\u00a0-\uffff](?=[[({>])/g;
const link = /\s+(?:[xo<]?--|[xo<]?==|[xo<]?-\.|~~~|&\s|:::)/;

export const unclosedBracket: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    if (type === undefined) return;
    if (!/^(?:flowchart|swimlane|agentflow|mindmap|kanban|state|sequence|gantt|timeline|journey|pie)/.test(type))
      yield* proposeForValues(masked);
    if (!/^(?:flowchart|swimlane|agentflow|block|mindmap|kanban|state|class)/.test(type)) return;
    for (const line of contentLines(masked)) {
      for (const match of matchesOf(opener, line.text)) {
        const start = line.span.start + match.index + 1;
        const label = readShapedLabel(masked, start);
        if (label === undefined || (label.opener === '>' && !/^>\S/.test(masked.slice(start)))) continue;
        yield* proposeCloser(masked, label, { start, end: line.span.end });
      }
    }
  },
};

/** The closer belongs before the next link, or at the end of the line; the reader's words stay as they are. */
function* proposeCloser(text: string, label: ShapedLabel, line: Span): Iterable<Proposal> {
  const closer = closers[label.opener] ?? ']';
  const from = line.start + label.opener.length;
  const rest = text.slice(from, line.end);
  // A quote that was never closed explains more than the bracket behind it.
  if (/^\s*"[^"]*$/.test(rest.replace(/"[^"]*"(?=\S*\s*(?:$|[-=&]))/g, '')) && rest.split('"').length % 2 === 0) return;
  const isClosed = /^[^()[\]{}|"]*/.exec(rest)?.[0].length;
  if (isClosed !== undefined && rest.startsWith(closer, isClosed)) return;
  if (rest.startsWith(label.closer ?? closer, /^\s*"[^"]*"\s*/.exec(rest)?.[0].length)) return;
  const span = { start: line.start, end: from };
  const message = `\`${label.opener}\` is opened here and not closed: end the label with \`${closer}\`.`;
  const cut = link.exec(rest)?.index;
  for (const end of cut === undefined ? [rest.length] : [cut, rest.length]) {
    const raw = rest.slice(0, end);
    const proposal = { span, message, fix: `Close the label with \`${closer}\`` };
    // A quote at the end stands where the bracket should: `A[label"`.
    if (/^[^"]*"$/.test(raw)) {
      yield { ...proposal, edits: insertions(from, '"', from + end, closer), weight: 3 };
    }
    if (/^"[^"]*"$/.test(raw) || !/[()[\]{}|"<>]/.test(raw)) {
      yield { ...proposal, edits: [{ span: { start: from + end, end: from + end }, text: closer }], weight: 2 };
    }
    if (/^[^()[\]{}|"<>]+[)\]}]$/.test(raw) && !raw.endsWith(closer)) {
      const at = { start: from + end - 1, end: from + end };
      const wrong = text.charAt(at.start);
      const about = `This \`${wrong}\` does not close the label that \`${label.opener}\` opens: write \`${closer}\`.`;
      if (closer.length === 1)
        yield { ...proposal, span: at, message: about, edits: [{ span: at, text: closer }], weight: 4 };
    }
    const partly = closingPart(raw, closer);
    const quoted = {
      span: { start: from, end: from + end },
      text: `${quoteLabel(raw.slice(0, raw.length - partly))}${closer}`,
    };
    yield { ...proposal, edits: [quoted], weight: 1 };
  }
}

const closers: Readonly<Record<string, string>> = {
  '(((': ')))',
  '((': '))',
  '([': '])',
  '(-': '-)',
  '(': ')',
  '[[': ']]',
  '[(': ')]',
  '[/': '/]',
  '[\\': '\\]',
  '[': ']',
  '{{': '}}',
  '{': '}',
  '>': ']',
};

/** How many characters of the closer are already there, as in `A((label)`; all of them when the label only needs quotes. */
function closingPart(raw: string, closer: string): number {
  for (let length = closer.length; length > 0; length -= 1) {
    if (raw.endsWith(closer.slice(0, length))) return length;
  }
  return 0;
}

function insertions(first: number, before: string, second: number, behind: string): Proposal['edits'] {
  return [
    { span: { start: first, end: first }, text: before },
    { span: { start: second, end: second }, text: behind },
  ];
}

const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Lists, calls and coordinates: the bracket that is open at the end of its line, quoted text left alone. */
function* proposeForValues(masked: string): Iterable<Proposal> {
  for (const { text, span } of contentLines(masked)) {
    const plain = text.replace(/"[^"]*"/g, (quoted) => '"'.repeat(quoted.length));
    const open: number[] = [];
    for (let index = 0; index < plain.length; index++) {
      const char = plain.charAt(index);
      if (partners[char] !== undefined) open.push(index);
      else if (open.length > 0 && partners[plain.charAt(open.at(-1) ?? 0)] === char) open.pop();
    }
    const block = plain.endsWith('{') ? plain.length - 1 : plain.length;
    const after = matchesOf(/[[(](?="+(?![\])"]))/g, plain).map(({ index }) => index);
    for (const at of [...after, ...open].filter((index) => index < block)) {
      const opener = plain.charAt(at);
      const closer = partners[opener] ?? ']';
      const quoted = /^"+/.exec(plain.slice(at + 1))?.[0].length ?? 0;
      const end = /\s*[;,]?\s*\{?$/.exec(plain)?.index ?? plain.length;
      for (const [index, place] of [...(quoted > 0 ? [at + 1 + quoted] : []), end].entries()) {
        const offset = span.start + place;
        yield {
          span: { start: span.start + at, end: span.start + at + 1 },
          message: `\`${opener}\` is opened here and not closed: end it with \`${closer}\`.`,
          edits: [{ span: { start: offset, end: offset }, text: closer }],
          fix: `Add the missing ${closer}`,
          weight: 2 - index / 10,
        };
      }
    }
  }
}
