/** DG037: the first line is nearly the name of a diagram type. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { rankNearest } from '../../nearest.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy } from './facts/edits.ts';
import { findFirstStatement } from './facts/firstStatement.ts';
import { headerWords } from './facts/headers.ts';

const meta: RuleMeta = {
  id: 'DG037',
  alias: 'misspelt-header',
  gate: 'renders',
  severity: 'error',
  title: 'The name of the diagram type is misspelt.',
  why: 'Mermaid chooses the grammar by the first word, letter by letter: `sequencediagram` is not `sequenceDiagram`, and some types need `-beta`.',
  fixable: true,
};

/** What authors call a type whose name is another word. */
const otherNames: Readonly<Record<string, string>> = {
  sequence: 'sequenceDiagram',
  class: 'classDiagram',
  classes: 'classDiagram',
  state: 'stateDiagram-v2',
  statechart: 'stateDiagram-v2',
  er: 'erDiagram',
  erd: 'erDiagram',
  entityrelationshipdiagram: 'erDiagram',
  entityrelationship: 'erDiagram',
  piechart: 'pie',
  ganttchart: 'gantt',
  ganttdiagram: 'gantt',
  userjourney: 'journey',
  journeydiagram: 'journey',
  git: 'gitGraph',
  gitdiagram: 'gitGraph',
  quadrant: 'quadrantChart',
  requirement: 'requirementDiagram',
  requirements: 'requirementDiagram',
  mindmapdiagram: 'mindmap',
  flow: 'flowchart',
  flowdiagram: 'flowchart',
  diagram: 'flowchart',
  barchart: 'xychart',
  linechart: 'xychart',
  swimlanes: 'swimlane-beta',
  c4: 'C4Context',
};

/** What may follow the type on its line: a direction, a title, an option. */
const headerRest = /^\s*(?:[;:]|$|%%|[A-Za-z]{1,10}[;:]?\s*$|title\b|showData\b)/;

export const misspeltHeader: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, fault }: BrokenDiagram): Iterable<Proposal> {
    const statement = findFirstStatement(text);
    if (statement === undefined || fault.span.start > statement.end) return;
    const line = text.slice(statement.start, statement.end);
    const found = /^[A-Za-z][\w-]*(?: ?[dD]iagram\b)?/.exec(line)?.[0] ?? '';
    const word = headerWords.includes(found) && line.startsWith(':', found.length) ? `${found}:` : found;
    if (word === '' || headerWords.includes(word) || !headerRest.test(line.slice(word.length))) return;
    const span = { start: statement.start, end: statement.start + word.length };
    for (const [index, header] of findHeaders(word).entries()) {
      yield {
        span,
        message: `Mermaid knows no diagram type \`${word}\`: write \`${header}\`.`,
        edits: [replaceBy(span, header)],
        fix: `Change to ${header}`,
        hidden: true,
        weight: 20 - index,
        group: 'header',
      };
    }
  },
};

/** At most four headers that may be meant, the likeliest first. */
function findHeaders(written: string): readonly string[] {
  const bare = written.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  const known = headerWords.filter((header) => {
    const plain = header.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
    return plain === bare || plain === `${bare}beta` || plain === `${bare}diagram` || plain === `${bare}v2`;
  });
  const lower = headerWords.map((header) => header.toLowerCase());
  const near = rankNearest(written.toLowerCase(), [...lower, ...lower.map((header) => header.replace('-beta', ''))]);
  const allowed = Math.floor(written.length / 3);
  const nearest = near
    .filter((header) => Math.abs(header.length - written.length) <= allowed)
    .flatMap((header) => headerWords.filter((each) => [header, `${header}-beta`].includes(each.toLowerCase())));
  const other = otherNames[bare];
  return [...new Set([...(other === undefined ? [] : [other]), ...known, ...nearest])].slice(0, 4);
}
