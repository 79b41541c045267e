/** DG036: the diagram begins without the line that names its type. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { indentationAt, insertAt } from './facts/edits.ts';
import { findFirstStatement } from './facts/firstStatement.ts';
import { headerWords } from './facts/headers.ts';

const meta: RuleMeta = {
  id: 'DG036',
  alias: 'missing-header',
  gate: 'renders',
  severity: 'error',
  title: 'The line that names the diagram’s type is missing.',
  why: 'Mermaid chooses the grammar by the first word. Without it nothing below is drawn, however right it is.',
  fixable: true,
};

/** What the lines of a type look like; the type with the most such lines is tried first. */
const signs: readonly (readonly [string, RegExp])[] = [
  [
    'sequenceDiagram',
    /^(?:participant|actor|activate|deactivate|autonumber|Note (?:over|left of|right of))\b|(?:-?->>|--?x|-?-\))[+-]?\s*\S+\s*:/,
  ],
  ['stateDiagram-v2', /\[\*\]|^state\b.*(?:\bas\b|\{|<<)/],
  ['classDiagram', /<\|--|--\|>|\*--|o--|<\|\.\.|^class\s+[\w~`]+(?:\s*\{|$|\[)|^<<\w+>>/],
  ['erDiagram', /[|}][|o](?:--|\.\.)[|o][|{]|^[\w-]+(?:\[[^\]]*\])?\s*\{$|^\w+\s+\w+\s+(?:PK|FK|UK)\b/],
  [
    'gantt',
    /^(?:dateFormat|axisFormat|excludes|todayMarker)\b|:\s*(?:(?:done|active|crit|milestone)\s*,|.*,\s*(?:\d+[dhwm]|\d{4}-\d\d)|.*\bafter\s+\w)/,
  ],
  ['gitGraph', /^(?:commit|branch|checkout|merge|cherry-pick)\b/],
  ['journey', /^[^:]+:\s*\d\s*:\s*\S/],
  ['quadrantChart', /^quadrant-\d\b|^[xy]-axis\s+[^[\d]*-->|:\s*\[\s*[\d.]+\s*,\s*[\d.]+\s*\]/],
  [
    'requirementDiagram',
    /^(?:\w*[rR]equirement|designConstraint|element)\s+\S+\s*\{|-\s*(?:satisfies|verifies|traces|contains|derives|refines|copies)\s*->|^(?:verifymethod|risk|docref)\s*:/,
  ],
  ['xychart', /^[xy]-axis\b.*(?:\[|\d\s*-->)|^(?:bar|line)\b.*\[/],
  ['sankey', /^[^,:]+,[^,:]+,\s*[\d.]+$/],
  ['architecture-beta', /^(?:group|service|junction)\s+\w+|\w+:[LRTB]\s*<?--?>?\s*[LRTB]:\w+/],
  ['pie', /^"[^"]*"\s*:\s*[\d.]+$|^showData\b/],
  ['packet', /^\d+(?:-\d+)?\s*:\s*"/],
  ['timeline', /^[^:[\]{}()>-]+\s:\s*\S/],
  ['kanban', /^\w+\[[^\]]*\](?:@\{.*\})?$|@\{.*(?:ticket|assigned|priority)\s*:/],
  ['C4Context', /^(?:Person|System|Container|Component|Rel|BiRel)\w*\(/],
  ['radar-beta', /^(?:axis|curve)\s+\w+/],
  ['mindmap', /^root\s*[[({]|^::icon/],
  ['flowchart TD', /(?:--+>|--+|==+>|-\.+->|~~~)|^(?:subgraph|classDef|linkStyle)\b|^\w+[[({>].*[\])}]$/],
];

export const missingHeader: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type, fault }: BrokenDiagram): Iterable<Proposal> {
    const statement = findFirstStatement(text);
    if (statement === undefined || fault.span.start > statement.end) return;
    const word = /^[\w-]+/.exec(text.slice(statement.start))?.[0] ?? '';
    if (headerWords.includes(word) || (type !== undefined && !/^(?:requirement|c4|state|class)/.test(type))) return;
    const line = text.slice(statement.start, statement.end);
    if (!/^(?:title|accTitle|accDescr)\b/.test(line) && !signs.some(([, sign]) => sign.test(line))) return;
    for (const [index, header] of guessHeaders(masked).entries()) {
      yield {
        span: statement,
        message: `The type of the diagram is missing: begin with a line such as \`${header}\`.`,
        edits: [insertAt(statement.start, `${header}\n${indentationAt(text, statement.start)}`)],
        fix: `Add the line ${header}`,
        hidden: true,
        weight: 10 - index,
        group: 'header',
      };
    }
  },
};

/** At most three headers, the one that most lines speak for first. */
function guessHeaders(masked: string): readonly string[] {
  const lines = contentLines(masked);
  return signs
    .map(([header, sign]) => ({ header, count: lines.filter(({ text }) => sign.test(text)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ header }) => header);
}
