/** Checks a text with the real engine and a parser of the test's choice. */
import type { CheckRequest } from '../../core/checking/protocol.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import { checkDocument } from '../../core/engine.ts';
import type { CheckDeps } from '../../core/engine.ts';
import { gates as allGates } from '../../core/gates/index.ts';
import type { Gate } from '../../core/gates/rule.ts';
import type { CheckedDocument, Finding, FindingGate } from '../../core/model.ts';
import type { Oracle, OracleVerdict } from '../../core/ports.ts';

/** A parser that refuses what contains `BROKEN`, at that word, and keeps a list of what it was asked. */
export class FakeOracle implements Oracle {
  readonly version = 'fake';
  readonly asked: string[] = [];

  parse(text: string): Promise<OracleVerdict> {
    this.asked.push(text);
    const start = text.indexOf('BROKEN');
    if (start === -1) return Promise.resolve({ renders: true, type: 'flowchart-v2' });
    const fault = { message: 'Parse error', span: { start, end: start + 6 }, found: 'BROKEN', expected: ["'SQE'"] };
    return Promise.resolve({ renders: false, type: 'flowchart-v2', faults: [fault] });
  }
}

export interface CheckSetup {
  readonly request?: Partial<CheckRequest>;
  readonly deps?: Partial<CheckDeps>;
  readonly gates?: readonly Gate[];
}

/**
 * The gates that a diagram of two lines passes: tests of everything but the gates use these, since a page of three lines
 * never holds what the others ask of a page.
 */
export const plainGates: readonly Gate[] = allGates.filter(({ id }) => id === 'renders' || id === 'visual');

/** Checks `text` as Markdown, by `plainGates`, unless the setup says otherwise. */
export function checkText(
  text: string,
  { request, deps, gates = plainGates }: CheckSetup = {},
): Promise<CheckedDocument> {
  return checkDocument(
    { uri: 'page.md', version: 1, kind: 'markdown', text, settings: {}, configFiles: [], ...request },
    {
      oracle: new FakeOracle(),
      cache: new DiagramCache(),
      tooSlow: new Set(),
      cancel: { cancelled: false },
      onParsing: () => undefined,
      onParsed: () => undefined,
      breathe: () => Promise.resolve(),
      ...deps,
    },
    gates,
  );
}

/**
 * The gate an example is about, after gate 0, which every example must pass. What other gates say of it is left to their
 * own examples: a page of three lines never holds everything a page should.
 */
export function gatesAbout(id: FindingGate): readonly Gate[] {
  return allGates.filter((gate) => gate.id === id || gate.id === 'renders');
}

/** Findings in a form that is easy to write by hand: rule, severity and the source they stand on. */
export function brief(text: string, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ alias, severity, span }) => `${severity} ${alias} «${text.slice(span.start, span.end)}»`);
}

/** A page with one diagram for each of `diagrams`, a heading above each and nothing else. */
export function pageWith(...diagrams: readonly string[]): string {
  return diagrams.map((diagram, index) => `# Part ${index + 1}\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`).join('\n');
}
