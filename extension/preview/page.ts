/** Turns a checked document into what the preview is sent. Pure: knows no editor. */
import { mapFromSource } from '../../core/document/edits.ts';
import { outlineOf } from '../../core/linking/outline.ts';
import { partsAt, partsOf } from '../../core/linking/parts.ts';
import type { CheckedDiagram, CheckedDocument, Finding, GateResult } from '../../core/model.ts';
import {
  longestDiagram,
  longestMessage,
  longestOutlineLine,
  mostDiagrams,
  mostOutlineLines,
  mostPartNames,
} from '../../core/protocol.ts';
import type { PreviewDiagram, PreviewDocument, PreviewFault, PreviewGate } from '../../core/protocol.ts';

export interface PageParts {
  /** The document's name for people. */
  readonly name: string;
  /** The 1-based line an offset stands in. */
  readonly lineOf: (offset: number) => number;
  /** Whether the preview has the text under this key; such texts are not sent again. */
  readonly knows: (key: string) => boolean;
  /** Says a gate's name, and what it found, for people. */
  readonly describeGate: (gate: GateResult) => Pick<PreviewGate, 'title' | 'words'>;
  /** Stands for the finding of a diagram without one, since findings can be silenced. */
  readonly unexplained: string;
}

/** The document as the preview is sent it. */
export function pageOf(checked: CheckedDocument, parts: PageParts): PreviewDocument {
  const { name, lineOf, knows } = parts;
  const sent = new Set<string>();
  const diagrams = checked.diagrams.slice(0, mostDiagrams).map((diagram): PreviewDiagram => {
    const isKnown = knows(diagram.key) || sent.has(diagram.key);
    sent.add(diagram.key);
    return {
      key: diagram.key,
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
    };
  });
  const gates = checked.gates.map((gate): PreviewGate => {
    const { title, words } = parts.describeGate(gate);
    const findings = checked.findings.filter((finding) => finding.gate === gate.id).length;
    return { id: gate.id, title, verdict: gate.verdict, words: words.slice(0, longestMessage), findings };
  });
  return { uri: checked.uri, version: checked.version, name, diagrams, gates };
}

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

function faultOf(checked: CheckedDocument, diagram: CheckedDiagram, { lineOf, unexplained }: PageParts): PreviewFault {
  const finding = renderFinding(checked, diagram);
  return finding === undefined
    ? { message: unexplained, line: lineOf(diagram.span.start) }
    : { message: finding.message.slice(0, longestMessage), line: lineOf(finding.span.start) };
}
