/** Runs the rules over a document's facts and gives their findings identity, severity and place. */
import type { Config } from './config.ts';
import type { KnownDiagram } from './diagramCache.ts';
import { mapEditToSource, mapSpanToSource } from './document/edits.ts';
import type { DiagramBlock, DocumentModel } from './document/model.ts';
import type { DocumentFacts, FaultRule, Rule, RuleFinding, RuleMeta } from './gates/rule.ts';
import { findInDiagram } from './judgeDiagrams.ts';
import type { JudgedDiagram } from './judgeDiagrams.ts';
import type { Fault } from './mermaid/diagnosis/model.ts';
import type { Finding, Severity, Span } from './model.ts';
import { severityOf } from './severity.ts';

/** Everything `rules` find, in no order. A rule that throws is reported under its own name; the others go on. */
export function runRules(
  rules: readonly Rule[],
  facts: DocumentFacts,
  judged: readonly JudgedDiagram[],
  config: Config,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule.meta, config);
    if (severity === 'off') continue;
    try {
      // Taken whole before it counts: what a rule found before it threw may be half the truth.
      const found = findAll(rule, facts, judged, config);
      const fatal = severityOf(rule.meta, config, true);
      findings.push(
        ...found.map((finding) =>
          identify(finding, rule.meta, finding.fatal === true && fatal !== 'off' ? fatal : severity),
        ),
      );
    } catch (problem) {
      findings.push(identify(reportCrash(rule.meta, problem, facts.model), rule.meta, severity));
    }
  }
  return findings;
}

/** A rule's finding with the rule's name on it. */
export function identify(finding: RuleFinding, rule: RuleMeta, severity: Severity): Finding {
  return {
    rule: rule.id,
    alias: rule.alias,
    gate: rule.gate,
    severity,
    message: finding.message,
    span: finding.span,
    fixes: finding.fixes ?? [],
    related: finding.related ?? [],
  };
}

function findAll(
  rule: Rule,
  facts: DocumentFacts,
  judged: readonly JudgedDiagram[],
  config: Config,
): readonly RuleFinding[] {
  switch (rule.scope) {
    case 'document':
      return [...rule.check(facts, config)];
    case 'diagram':
      return sayOnce(
        judged.flatMap(({ block, known }) =>
          findInDiagram(rule, known, config).map((finding) => toSource(finding, block, facts.model)),
        ),
      );
    case 'fault':
      for (const { known } of judged) if (known.crashes.has(rule.meta.id)) throw known.crashes.get(rule.meta.id);
      return judged.flatMap(({ block, known }) =>
        [...explainedBy(rule, known), ...findInDiagram(rule, known, config)].map((finding) =>
          toSource(finding, block, facts.model),
        ),
      );
  }
}

/** Of findings that are the same, the first; its first fix makes those of all. They come in order of place. */
function sayOnce(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  if (findings.every(({ sameAs }) => sameAs === undefined)) return findings;
  const groups = new Map<string | RuleFinding, [RuleFinding, ...RuleFinding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.sameAs ?? finding);
    if (group === undefined) groups.set(finding.sameAs ?? finding, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(([first, ...others]) => {
    const [fix, ...alternatives] = first.fixes ?? [];
    if (fix === undefined || others.length === 0) return first;
    const edits = [fix, ...others.flatMap(({ fixes }) => fixes?.[0] ?? [])].flatMap((each) => each.edits);
    return { ...first, fixes: [{ ...fix, edits }, ...alternatives] };
  });
}

/** The faults Mermaid confirmed to this rule. */
const explainedBy = (rule: FaultRule, { facts }: KnownDiagram): readonly RuleFinding[] =>
  facts.faults.filter(({ finder }) => finder?.meta.id === rule.meta.id).map(describeFault);

/** A fault Mermaid confirmed, with its repair and the parser's own words. */
function describeFault({ message, span, fix, parser }: Fault<FaultRule>): RuleFinding {
  return {
    message,
    span,
    fatal: true,
    fixes: fix === undefined ? [] : [fix],
    related: [{ span: parser.span, message: parser.message, fromParser: true }],
  };
}

/** Moves a finding from a diagram's text to the document the diagram stands in. */
function toSource(finding: RuleFinding, block: DiagramBlock, { text: source }: DocumentModel): RuleFinding {
  const move = (span: Span): Span => (block.text.trim() === '' ? headOf(block) : mapSpanToSource(block, span));
  return {
    ...finding,
    span: move(finding.span),
    fixes: (finding.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => mapEditToSource(block, edit, source)),
    })),
    related: (finding.related ?? []).map((note) => ({ ...note, span: move(note.span) })),
  };
}

/** Where an empty diagram is seen: at its opening. */
const headOf = (block: DiagramBlock): Span => block.info ?? { start: block.span.start, end: block.span.start };

function reportCrash(rule: RuleMeta, problem: unknown, model: DocumentModel): RuleFinding {
  const words = problem instanceof Error ? problem.message : String(problem);
  const newline = model.text.indexOf('\n');
  return {
    message: `The rule \`${rule.alias}\` failed on this document: ${words}. The other rules ran; please report this one.`,
    span: { start: 0, end: newline === -1 ? model.text.length : newline },
  };
}
