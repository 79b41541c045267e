/** Checks one document: text in, everything that is known of it out. */
import { recognise, rulesAboutPages } from './baseline/recognise.ts';
import type { CheckRequest } from './checking/protocol.ts';
import { limits } from './config.ts';
import type { Config } from './config.ts';
import { findDirectives } from './configuration/directives.ts';
import { checkConfigFile, checkDirectives, readConfig, readOuterLayers } from './configuration/read.ts';
import { mergeConfig } from './configuration/merge.ts';
import { configurationRules, unusedSuppression } from './configuration/rules.ts';
import { describeContent } from './describeContent.ts';
import { describeDiagrams } from './describeDiagram.ts';
import type { DocumentModel } from './document/model.ts';
import { parseDocument } from './document/parse.ts';
import { gates as allGates } from './gates/index.ts';
import { createRuleNames } from './gates/names.ts';
import type { RuleNames } from './gates/names.ts';
import type { DocumentFacts, Gate, RuleFinding, RuleMeta } from './gates/rule.ts';
import { CheckCancelled, judgeDiagrams } from './judgeDiagrams.ts';
import type { JudgeDeps } from './judgeDiagrams.ts';
import type { CheckedDocument, DocumentKind, Finding, GateResult } from './model.ts';
import { identify, runRules } from './runRules.ts';
import { scoreGates } from './score.ts';
import { isGateAsked, severityOf } from './severity.ts';
import { Suppressions } from './suppress.ts';
import { lookAround } from './workspace/lookAround.ts';
import type { KnownPlaces } from './workspace/places.ts';

/** What checking a document needs from its surroundings. */
export interface CheckDeps extends JudgeDeps {
  /** The files of the workspace; absent where there is none to be seen. */
  readonly places?: Pick<KnownPlaces, 'learn'>;
}

/**
 * Checks one version of one document. Throws `CheckCancelled` when `deps.cancel` says so between two diagrams;
 * bad input is a finding, never an exception.
 */
export async function checkDocument(
  request: CheckRequest,
  deps: CheckDeps,
  gates: readonly Gate[] = allGates,
): Promise<CheckedDocument> {
  const rules = gates.flatMap((gate) => gate.rules);
  const metas = [...rules.map(({ meta }) => meta), ...configurationRules];
  const names = createRuleNames(metas);
  const { kind } = request;
  if (kind === 'configuration') return describeConfigFile(request, names);
  const outer = readOuterLayers(request, names);
  const model = readModel(kind, request.text, mergeConfig(outer, names));
  const { config, findings: configFindings } = readConfig(outer, model, names);
  const finders = rules
    .filter((rule) => rule.scope === 'fault')
    .filter(({ meta }) => severityOf(meta, config) !== 'off');
  const judged = await judgeDiagrams(model, finders, config, deps);
  const read: DocumentFacts = {
    model,
    diagrams: judged.map(({ block, known }) => ({ block, facts: known.facts })),
    ...(config.words === undefined ? {} : { words: config.words }),
    ...(request.isPart === true ? { isPart: true } : {}),
  };
  const asking = gates.filter(({ id }) => isGateAsked(id, config));
  const { facts, lookedAt } = await lookAround(read, request.place, asking, deps.places);
  if (deps.cancel.cancelled) throw new CheckCancelled();

  const directives = findDirectives(model, names);
  const suppressions = new Suppressions(model, directives.directives);
  const found = [
    ...runRules(rules, facts, judged, config),
    ...[...configFindings, ...checkDirectives(directives, names)].flatMap(({ rule, finding }) =>
      name(rule, [finding], config),
    ),
  ];
  const kept = found.filter((finding) => !suppressions.covers(finding));
  const unused = suppressions
    .findUnused((rule) => rule.id !== unusedSuppression.id && severityOf(rule, config) !== 'off')
    .map(({ span, name: ruleName }) => ({ span, message: describeUnused(ruleName) }));
  kept.push(...name(unusedSuppression, unused, config).filter((finding) => !suppressions.covers(finding)));

  kept.sort(byPlace);
  const { findings, ...hidden } = hideKnown(kept, request, metas, config);

  const results = gates.map((gate) => judgeGate(gate, facts, config, found, findings));
  return {
    uri: request.uri,
    version: request.version,
    kind,
    diagrams: describeDiagrams(judged, model, config),
    content: describeContent(facts),
    findings,
    ...hidden,
    gates: results,
    score: scoreGates(results),
    ...(lookedAt.length === 0 ? {} : { lookedAt }),
  };
}

/** Leaves out what the baseline knows. Of a rule that did not run nobody can say whether its findings are gone. */
function hideKnown(
  findings: readonly Finding[],
  { text, baseline }: CheckRequest,
  rules: readonly RuleMeta[],
  config: Config,
): Pick<CheckedDocument, 'findings' | 'baseline'> {
  if (baseline === undefined) return { findings };
  const { fresh, gone } = recognise(findings, text, baseline, rulesAboutPages(rules));
  const didRun = new Set(rules.filter((rule) => severityOf(rule, config) !== 'off').map(({ id }) => id));
  const hidden = findings.length - fresh.length;
  return { findings: fresh, baseline: { hidden, gone: gone.filter(({ rule }) => didRun.has(rule)) } };
}

/** A configuration file has findings, and nothing that gates could judge. */
function describeConfigFile(request: CheckRequest, names: RuleNames): CheckedDocument {
  const { config, findings } = checkConfigFile(request, names);
  const { uri, version, kind } = request;
  return {
    ...{ uri, version, kind },
    diagrams: [],
    findings: findings.flatMap(({ rule, finding }) => name(rule, [finding], config)).sort(byPlace),
    gates: [],
    score: undefined,
  };
}

/** The findings with their rule's name on them; none of a rule that is switched off. */
function name(rule: RuleMeta, found: readonly RuleFinding[], config: Config): readonly Finding[] {
  const severity = severityOf(rule, config);
  return severity === 'off' ? [] : found.map((finding) => identify(finding, rule, severity));
}

/** A document beyond the limit is not read at all; a rule of gate 0 says so. */
function readModel(kind: DocumentKind, text: string, { fenceLanguages }: Config): DocumentModel {
  if (text.length > limits.documentLength) return { kind, text, blocks: [], links: [], definitions: [] };
  return parseDocument(text, kind, { fenceLanguages });
}

/** A gate that fails only by what is switched off, or was there before the baseline, does not count: neither passed nor failed. */
function judgeGate(
  gate: Gate,
  facts: DocumentFacts,
  config: Config,
  found: readonly Finding[],
  kept: readonly Finding[],
): GateResult {
  const { verdict, evidence } = judgeSafely(gate, facts, config);
  const isSilenced = found.some(({ gate: id }) => id === gate.id) || gate.rules.some(({ meta }) => isOff(meta, config));
  const isHeard = kept.some(({ gate: id }) => id === gate.id);
  const isExcused = verdict === 'fail' && isSilenced && !isHeard;
  const isAsked = isGateAsked(gate.id, config);
  return { id: gate.id, verdict: isAsked && !isExcused ? verdict : 'not-applicable', evidence };
}

function judgeSafely(gate: Gate, facts: DocumentFacts, config: Config): Pick<GateResult, 'verdict' | 'evidence'> {
  try {
    return gate.judge(facts, config);
  } catch (problem) {
    return { verdict: 'not-applicable', evidence: { problem: String(problem) } };
  }
}

const isOff = (rule: RuleMeta, config: Config): boolean => severityOf(rule, config) === 'off';

function describeUnused(rule: string | undefined): string {
  const what = rule === undefined ? 'Nothing' : `Nothing of \`${rule}\``;
  return `${what} is found where this comment suppresses it. Take it away.`;
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
