/** Merges the layers that configure one document, and reports what in the document's own layer is not understood. */
import type { CheckRequest } from '../checking/protocol.ts';
import type { Config } from '../config.ts';
import type { DocumentModel } from '../document/model.ts';
import type { RuleNames } from '../gates/names.ts';
import type { RuleFinding, RuleMeta } from '../gates/rule.ts';
import type { Span } from '../model.ts';
import { parseConfigFile } from './configFile.ts';
import type { ConfigProblem } from './configFile.ts';
import type { Directives, NamedRule } from './directives.ts';
import { directiveVerbs } from './directives.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { describeUnknownRule } from './layer.ts';
import { mergeConfig } from './merge.ts';
import { invalidConfiguration, unknownRule } from './rules.ts';

/** A finding about the configuration and the rule it belongs to. */
export interface ConfigurationFinding {
  readonly rule: RuleMeta;
  readonly finding: RuleFinding;
}

/** What is configured outside the document: files over settings over defaults. The hosts report what is wrong with these. */
export function readOuterConfig(request: CheckRequest, names: RuleNames): Config {
  return mergeConfig([...fileLayers(request, names), request.settings], names);
}

/** The whole configuration of a document, its front matter on top, with the problems of the latter. */
export function readConfig(
  request: CheckRequest,
  model: DocumentModel,
  names: RuleNames,
): { readonly config: Config; readonly findings: readonly ConfigurationFinding[] } {
  const block = model.blocks.find(({ kind }) => kind === 'front-matter');
  const content = block?.kind === 'front-matter' ? block.content : undefined;
  const parsed =
    content === undefined ? undefined : parseFrontMatter(model.text.slice(content.start, content.end), names);
  const layers = parsed === undefined ? [] : [parsed.layer];
  return {
    config: mergeConfig([...layers, ...fileLayers(request, names), request.settings], names),
    findings: (parsed?.problems ?? []).map((problem) => reportProblem(problem, content?.start ?? 0)),
  };
}

const fileLayers = ({ configFiles }: CheckRequest, names: RuleNames) =>
  configFiles.map(({ text }) => parseConfigFile(text, names).layer);

function reportProblem(problem: ConfigProblem, offset: number): ConfigurationFinding {
  const span = { start: problem.span.start + offset, end: problem.span.end + offset };
  if (problem.unknownRule === undefined)
    return { rule: invalidConfiguration, finding: { message: problem.message, span } };
  return {
    rule: unknownRule,
    finding: { message: problem.message, span, fixes: offerName(span, problem.unknownRule.suggestion) },
  };
}

/** What is wrong with the comments themselves: rules and words nobody knows. */
export function checkDirectives(
  { directives, misspelt }: Directives,
  names: RuleNames,
): readonly ConfigurationFinding[] {
  const unknown = directives.flatMap(({ rules }) => rules.filter(({ rule }) => rule === undefined));
  return [
    ...unknown.map((named) => reportUnknown(named, names)),
    ...misspelt.map(({ span, verb }) => ({
      rule: invalidConfiguration,
      finding: {
        message: `There is no comment \`diagram-gates-${verb}\`: it must be ${directiveVerbs.map((each) => `\`${each}\``).join(', ')}.`,
        span,
      },
    })),
  ];
}

function reportUnknown({ name, span }: NamedRule, names: RuleNames): ConfigurationFinding {
  const suggestion = names.suggest(name);
  return {
    rule: unknownRule,
    finding: { message: describeUnknownRule(name, suggestion), span, fixes: offerName(span, suggestion) },
  };
}

const offerName = (span: Span, suggestion: string | undefined) =>
  suggestion === undefined ? [] : [{ title: `Change to \`${suggestion}\``, edits: [{ span, text: suggestion }] }];
