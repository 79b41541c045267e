/** DG097: a line that looks like a statement of another diagram type and is drawn as content. */
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { changeTo, insertAt } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG097',
  alias: 'not-a-statement',
  gate: 'renders',
  severity: 'warning',
  title: 'A line is no statement of this diagram type and is drawn as content, or ignored.',
  why: 'A title becomes a box, a direction becomes a state: the picture shows things that do not exist.',
  fixable: true,
};

const withoutTitle = /^(?:state|class|block|kanban|mindmap)/;
const withDirection = /^(?:state|class|er$)/;

export const notAStatement: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ text, verdict }): Iterable<RuleFinding> {
    if (!verdict.renders) return;
    const lines = contentLines(text);
    const [header] = lines;
    if (header !== undefined && verdict.type === 'timeline') yield* judgeTimeline(header);
    if (verdict.type.startsWith('class')) yield* ignoredLines(lines);
    if (verdict.type === 'c4') yield* swallowedLines(lines);
    if (verdict.type === 'gantt') yield* hiddenLines(lines);
    for (const line of lines.slice(1)) {
      const problem = judge(line, verdict.type, lines);
      if (problem !== undefined) yield { message: problem, span: line.span };
    }
  },
};

/** A timeline goes LR or TD; any other word behind its header is a period. */
function* judgeTimeline({ text, span }: ContentLine): Iterable<RuleFinding> {
  const word = /^timeline\s+(TB|BT|RL|UP|DOWN|LEFT|RIGHT)$/i.exec(text)?.[1];
  if (word === undefined) return;
  const place = { start: span.end - word.length, end: span.end };
  yield { message: `\`${word}\` is drawn as a period. A timeline goes \`LR\` or \`TD\`.`, span: place };
}

const classWords: readonly string[] = ['class', 'namespace', 'direction'];

/** Class diagrams pass over a line of two words that they do not understand. */
function* ignoredLines(lines: readonly ContentLine[]): Iterable<RuleFinding> {
  for (const { text, span } of lines) {
    const word = /^([a-z]+)\s+[\w~.]+\s*\{?$/.exec(text)?.[1];
    const nearest = word === undefined || classWords.includes(word) ? undefined : findNearest(word, classWords);
    if (word === undefined || nearest === undefined) continue;
    const place = { start: span.start, end: span.start + word.length };
    const message = `Mermaid passes over this line: \`${word}\` is no keyword. Did you mean \`${nearest}\`?`;
    yield { message, span: place, fixes: changeTo(nearest, place) };
  }
}

const openCall = /^[A-Z]\w*\((?:"[^"]*"|[^()"])*$/;
const nextCall = /^(?:[A-Z]\w*\(|\}$)/;

/** C4 reads on over the end of the line: the next element becomes a part of this one. */
function* swallowedLines(lines: readonly ContentLine[]): Iterable<RuleFinding> {
  for (const [index, { text, span }] of lines.entries()) {
    const next = lines[index + 1]?.text;
    if (next === undefined || !openCall.test(text) || !nextCall.test(next)) continue;
    const start = span.start + text.indexOf('(');
    yield {
      message: 'This `(` is not closed, so Mermaid takes the next line for a part of it: end the line with `)`.',
      span: { start, end: start + 1 },
      fixes: [{ title: 'Close it with `)`', edits: [insertAt(span.end, ')')], byHand: true }],
    };
  }
}

/** In a Gantt diagram one sign and a `%` begin a comment: a task named "5% of users" is not drawn. */
function* hiddenLines(lines: readonly ContentLine[]): Iterable<RuleFinding> {
  for (const { text, span } of lines) {
    if (!/^\d%(?!%)/.test(text)) continue;
    yield {
      message: `Mermaid takes this line for a comment, because of the \`%\` behind its first sign. Write \`${text.slice(0, 1)} %\`.`,
      span: { start: span.start, end: span.start + 2 },
      fixes: [{ title: 'Put a space before `%`', edits: [insertAt(span.start + 1, ' ')], byHand: true }],
    };
  }
}

function judge({ text, span }: ContentLine, type: string, lines: readonly ContentLine[]): string | undefined {
  const isSecond = lines[1]?.span.start === span.start;
  if (isSecond && withoutTitle.test(type) && /^title\s+\S/.test(text) && !/^title\s*(?:-->|:|\{)/.test(text)) {
    return 'This diagram type has no `title` statement, so the words are drawn as content. Put the title into front matter: `---`, `title: …`, `---`.';
  }
  const direction = withDirection.test(type) ? /^(?:direction|dir\w{4,9})\s+(\S+)$/.exec(text) : null;
  if (direction !== null && !/^direction\s+(?:TB|TD|BT|LR|RL)$/.test(text)) {
    return `\`${text}\` is drawn as content. Write \`direction\` with TB, BT, LR or RL.`;
  }
  if (type === 'mindmap' && /^::(?!icon\()\w*\(/.test(text))
    return `\`${text}\` is drawn as a box. Write \`::icon(…)\`.`;
  const columns = type === 'block' ? /^columns\s+(\S+)$/.exec(text)?.[1] : undefined;
  if (columns !== undefined && !/^(?:\d+|auto)$/.test(columns)) {
    return `\`${text}\` is drawn as boxes. Write \`columns\` with a number or \`auto\`.`;
  }
  if (!type.startsWith('state')) return undefined;
  if (text === '}' && isUnopened(lines, span.start)) return 'This `}` closes nothing. Take it out.';
  return /^[\w[\]*]+\s*(?:=+>|->|-->>)\s*[\w[\]*]+/.test(text)
    ? 'This is no transition: write it with `-->`.'
    : undefined;
}

function isUnopened(lines: readonly ContentLine[], until: number): boolean {
  let open = 0;
  for (const { text, span } of lines) {
    if (text.endsWith('{')) open += 1;
    if (/^\}+$/.test(text)) open -= text.length;
    if (span.start === until) return open < 0;
  }
  return false;
}
