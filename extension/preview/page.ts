/** Turns a checked document into what the preview is sent. Pure: knows no editor. */
import { mapFromSource } from '../../core/document/edits.ts';
import { outlineOf } from '../../core/linking/outline.ts';
import { partsAt, partsOf } from '../../core/linking/parts.ts';
import { severities } from '../../core/model.ts';
import type { CheckedDiagram, CheckedDocument, Finding, Fix, GateResult, Severity } from '../../core/model.ts';
import {
  longestDiagram,
  longestMessage,
  longestOutlineLine,
  longestPartName,
  mostDiagrams,
  mostOutlineLines,
  mostPartNames,
  mostToldFindings,
  planeLimits,
} from '../../core/protocol.ts';
import type {
  DiagramFindings,
  PreviewDiagram,
  PreviewDocument,
  PreviewFault,
  PreviewGate,
  PreviewPlane,
} from '../../core/protocol.ts';

export interface PageParts {
  /** The document's name for people. */
  readonly name: string;
  /** The 1-based line an offset stands in. */
  readonly lineOf: (offset: number) => number;
  /** Whether the preview has the text under this key; such texts are not sent again. */
  readonly knows: (key: string) => boolean;
  /** Says a gate's name, and what it found, for people. */
  readonly describeGate: (gate: GateResult) => Pick<PreviewGate, 'title' | 'words'>;
  /** Says a finding with its line, for people. */
  readonly sayFinding: (line: number, message: string) => string;
  /** Stands for the finding of a diagram without one, since findings can be silenced. */
  readonly unexplained: string;
}

/** The document as the preview is sent it. */
export function pageOf(checked: CheckedDocument, parts: PageParts): PreviewDocument {
  const { name, lineOf, knows } = parts;
  const sent = new Set<string>();
  const found = findingsByDiagram(checked);
  const diagrams = checked.diagrams.slice(0, mostDiagrams).map((diagram, index): PreviewDiagram => {
    const isKnown = knows(diagram.key) || sent.has(diagram.key);
    sent.add(diagram.key);
    return {
      key: diagram.key,
      title: diagram.title,
      // The preview's guard refuses texts that are far shorter; what is cut off is never seen.
      text: isKnown ? undefined : diagram.text.slice(0, longestDiagram),
      outline: isKnown
        ? undefined
        : outlineOf(diagram)
            ?.slice(0, mostOutlineLines)
            .map((line) => line.slice(0, longestOutlineLine)),
      type: diagram.type,
      line: lineOf(diagram.span.start),
      fault: diagram.renders ? undefined : faultOf(checked, diagram, parts),
      planes: planesOf(diagram),
      findings: tell(found[index] ?? [], parts),
    };
  });
  const gates = checked.gates.map((gate): PreviewGate => {
    const { title, words } = parts.describeGate(gate);
    const findings = checked.findings.filter((finding) => finding.gate === gate.id).length;
    return { id: gate.id, title, verdict: gate.verdict, words: words.slice(0, longestMessage), findings };
  });
  return { uri: checked.uri, version: checked.version, name, diagrams, gates };
}

/** As many as the preview accepts; nobody reads a longer legend. */
const planesOf = ({ planes }: CheckedDiagram): readonly PreviewPlane[] | undefined =>
  planes?.slice(0, planeLimits.planes).map(({ name, fill, nodes }) => ({
    name: name.slice(0, planeLimits.name),
    fill,
    nodes: nodes.slice(0, planeLimits.nodes).map((id) => id.slice(0, longestPartName)),
  }));

/** The findings in each diagram of the page, in order of place. */
export function findingsByDiagram({ diagrams, findings }: CheckedDocument): readonly (readonly Finding[])[] {
  const found: Finding[][] = diagrams.map(() => []);
  let at = 0;
  // Both are in order of place, so that one walk sorts them all.
  for (const finding of findings) {
    const { start } = finding.span;
    while ((diagrams[at]?.span.end ?? Infinity) < start) at += 1;
    if ((diagrams[at]?.span.start ?? Infinity) <= start) found[at]?.push(finding);
  }
  return found;
}

function tell(
  findings: readonly Finding[],
  { lineOf, sayFinding }: Pick<PageParts, 'lineOf' | 'sayFinding'>,
): DiagramFindings | undefined {
  if (findings.length === 0) return undefined;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const words = gravestFirst(findings)
    .slice(0, mostToldFindings)
    .map(({ message, span }) => sayFinding(lineOf(span.start), message).slice(0, longestMessage));
  return { error: count('error'), warning: count('warning'), info: count('info'), words };
}

export const gravestFirst = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** The first finding that explains why a diagram has no picture; undefined when none does. */
export const renderFinding = (checked: CheckedDocument, diagram: CheckedDiagram): Finding | undefined =>
  checked.findings.find(
    (finding) =>
      finding.gate === 'renders' && finding.span.start >= diagram.span.start && finding.span.start <= diagram.span.end,
  );

/** The diagram at the offset, else the last one before it, else the first. */
export function diagramAt(diagrams: readonly CheckedDiagram[], offset: number): number | undefined {
  if (diagrams.length === 0) return undefined;
  const before = diagrams.findLastIndex(({ span }) => span.start <= offset);
  return Math.min(Math.max(0, before), mostDiagrams - 1);
}

/** Where a panel that stays with its diagram is, in the page as it is now: with the cursor while that is in the diagram, else at its start. */
export function stayAt(
  before: readonly CheckedDiagram[],
  kept: number,
  now: readonly CheckedDiagram[],
  cursor: number,
): number {
  const at = diagramAt(before, kept);
  if (at === undefined) return cursor;
  const key = before[at]?.key;
  const moved = now[at]?.key === key ? at : now.findIndex((diagram) => diagram.key === key);
  const index = Math.min(moved === -1 ? at : moved, now.length - 1);
  return diagramAt(now, cursor) === index ? cursor : (now[index]?.span.start ?? cursor);
}

/** The names of the parts that the text at an offset speaks of; none outside the diagram. */
export function namesAt(diagram: CheckedDiagram | undefined, offset: number): readonly string[] {
  const place = diagram && mapFromSource(diagram, offset);
  if (place === undefined || diagram === undefined) return [];
  const names = partsAt(partsOf(diagram), diagram.text, place).flatMap(({ names, owner }) =>
    owner === undefined ? names.slice(0, mostNamesOfPart) : [owner],
  );
  return names.slice(0, mostPartNames);
}

/** Enough to find a part by its id, its place or its words. */
const mostNamesOfPart = 4;

/** The repair that the lamp offers first; undefined where only the author can choose. */
export const preferredFix = (finding: Finding | undefined): Fix | undefined => {
  const [first] = finding?.fixes ?? [];
  return first?.byHand === true ? undefined : first;
};

function faultOf(checked: CheckedDocument, diagram: CheckedDiagram, { lineOf, unexplained }: PageParts): PreviewFault {
  const finding = renderFinding(checked, diagram);
  if (finding === undefined) return { message: unexplained, fix: undefined, line: lineOf(diagram.span.start) };
  return {
    message: finding.message.slice(0, longestMessage),
    fix: preferredFix(finding)?.title.slice(0, longestMessage),
    line: lineOf(finding.span.start),
  };
}
