/** DG097: a line that looks like a statement of another diagram type and is drawn as content. */
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG097',
  alias: 'not-a-statement',
  gate: 'renders',
  severity: 'warning',
  title: 'A line is no statement of this diagram type and is drawn as content, or ignored.',
  why: 'A title becomes a box, a direction becomes a state: the picture shows things that do not exist.',
  fixable: false,
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
