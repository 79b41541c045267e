/** Merges the layers that configure one document, and reports what in a document or in a configuration file is not understood. */
import type { CheckRequest } from '../checking/protocol.ts';
import type { Config, SettingsLayer } from '../config.ts';
import type { DocumentModel } from '../document/model.ts';
import type { RuleNames } from '../gates/names.ts';
import type { RuleFinding, RuleMeta } from '../gates/rule.ts';
import type { Span } from '../model.ts';
import { layersFor, parseConfigFile } from './configFile.ts';
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

/** What is configured outside of a document, the strongest layer first: files, then settings. What is wrong there is said there. */
export function readOuterLayers({ configFiles, settings }: CheckRequest, names: RuleNames): readonly SettingsLayer[] {
  return [...configFiles.flatMap(({ text, document }) => layersFor(parseConfigFile(text, names), document)), settings];
}

/** The whole configuration of a document, its front matter on top, with the problems of the latter. */
export function readConfig(
  outer: readonly SettingsLayer[],
  model: DocumentModel,
  names: RuleNames,
): { readonly config: Config; readonly findings: readonly ConfigurationFinding[] } {
  const block = model.blocks.find(({ kind }) => kind === 'front-matter');
  const content = block?.kind === 'front-matter' ? block.content : undefined;
  const parsed =
    content === undefined ? undefined : parseFrontMatter(model.text.slice(content.start, content.end), names);
  return {
    config: mergeConfig([...(parsed === undefined ? [] : [parsed.layer]), ...outer], names),
    findings: (parsed?.problems ?? []).map((problem) => reportProblem(problem, content?.start ?? 0, asItIs)),
  };
}

/** What is wrong in a configuration file, and how loud the file itself wants that to be: whatever its profile, it says so. */
export function checkConfigFile(
  { text, extendsProblem }: CheckRequest,
  names: RuleNames,
): { readonly config: Config; readonly findings: readonly ConfigurationFinding[] } {
  const { layer, problems, extendsSpan } = parseConfigFile(text, names);
  const chain =
    extendsSpan === undefined || extendsProblem === undefined ? [] : [{ span: extendsSpan, message: extendsProblem }];
  return {
    config: mergeConfig(layer.rules === undefined ? [] : [{ rules: layer.rules }], names),
    findings: [...problems, ...chain].map((problem) => reportProblem(problem, 0, JSON.stringify)),
  };
}

/** `write` gives a rule's name the form it has at its place. */
function reportProblem(problem: ConfigProblem, offset: number, write: (name: string) => string): ConfigurationFinding {
  const span = { start: problem.span.start + offset, end: problem.span.end + offset };
  if (problem.unknownRule === undefined)
    return { rule: invalidConfiguration, finding: { message: problem.message, span } };
  const fixes = offerName(span, problem.unknownRule.suggestion, write);
  return { rule: unknownRule, finding: { message: problem.message, span, fixes } };
}

const asItIs = (name: string): string => name;

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
    finding: { message: describeUnknownRule(name, suggestion), span, fixes: offerName(span, suggestion, asItIs) },
  };
}

const offerName = (span: Span, suggestion: string | undefined, write: (name: string) => string) =>
  suggestion === undefined
    ? []
    : [{ title: `Change to \`${suggestion}\``, edits: [{ span, text: write(suggestion) }] }];
