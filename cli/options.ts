/** Reads the command line's arguments. */
import { parseArgs } from 'node:util';
import { profiles, targets } from '../core/config.ts';
import { allRules } from '../core/gates/index.ts';
import { createRuleNames } from '../core/gates/names.ts';
import type { RuleMeta } from '../core/gates/rule.ts';
import { severities } from '../core/model.ts';
import type { Severity } from '../core/model.ts';
import { reportFormats } from '../core/report/formats.ts';
import type { ReportFormat } from '../core/report/formats.ts';
import { sources } from '../core/sources/library.ts';
import type { OptionValues, Source } from '../core/sources/source.ts';
import { setReportFormats } from '../core/report/setReport.ts';
import type { SetReportFormat } from '../core/report/setReport.ts';
import { findNearest } from '../core/nearest.ts';
import { fixFormats, helpOptions, optionsOf, verbs } from './optionTable.ts';
import type { Verb } from './optionTable.ts';
import { parseRender } from './render/parseRender.ts';
import type { RenderOptions } from './render/render.ts';
import { selected, shardOf } from './selection.ts';
import type { RunOptions } from './run.ts';

export interface CheckOptions extends RunOptions {
  readonly format: ReportFormat;
  /** The file to write the report to; standard output when undefined. */
  readonly output: string | undefined;
  /** Report errors only. */
  readonly quiet: boolean;
  /** With more warnings than these the run fails; undefined sets no limit. */
  readonly maxWarnings: number | undefined;
  /** The name under which standard input is checked. */
  readonly stdinFilename: string;
}

export interface FixOptions extends RunOptions {
  readonly format: (typeof fixFormats)[number];
  /** Show what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** The ids of the rules whose faults are repaired; all when undefined. */
  readonly rules: readonly string[] | undefined;
}

export interface ReportOptions extends RunOptions {
  readonly format: SetReportFormat;
  readonly output: string | undefined;
  /** How many commits of the past are looked at; none when undefined. */
  readonly history: number | undefined;
}

export interface MergeOptions {
  /** The JSON reports of the shards. */
  readonly paths: readonly string[];
  readonly output: string | undefined;
  readonly failOn: Severity;
}

export interface BaselineOptions extends Pick<RunOptions, 'paths' | 'config' | 'profile' | 'target' | 'cache'> {
  /** Take out what is gone, and add nothing. */
  readonly prune: boolean;
}

export interface FromOptions {
  /** Undefined where the text itself is to say what it is. */
  readonly source: Source | undefined;
  /** `-` is standard input. */
  readonly path: string;
  /** By name: the title, and what the kind asks for. */
  readonly values: OptionValues;
}

export type Command =
  /** Of one command where one is named. */
  | { readonly kind: 'help'; readonly verb: Verb | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'fix'; readonly options: FixOptions }
  | { readonly kind: 'baseline'; readonly options: BaselineOptions }
  | { readonly kind: 'explain'; readonly rule: RuleMeta }
  | { readonly kind: 'from'; readonly options: FromOptions }
  | { readonly kind: 'report'; readonly options: ReportOptions }
  | { readonly kind: 'merge'; readonly options: MergeOptions }
  | { readonly kind: 'render'; readonly options: RenderOptions }
  | { readonly kind: 'init' }
  | { readonly kind: 'mcp' }
  | Misuse;

interface Misuse {
  readonly kind: 'misuse';
  readonly problem: string;
}

/** Enough for a point each week of a year. */
const mostHistory = 53;

/** Understands `argv`, which starts after the program's name. */
export function parseCommand(argv: readonly string[]): Command {
  const parsed = parse(argv);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [word, ...paths] = positionals;
  const verb = verbs.find((each) => each === word);
  if (values.help === true) return { kind: 'help', verb };
  if (values.version === true) return { kind: 'version' };
  if (word === undefined) return misuse(`Say what to do: ${listOf(verbs, 'or')}`);
  if (verb === undefined) {
    return misuse(`There is no command '${word}'${didYouMean(word, verbs)}, only ${listOf(verbs, 'and')}`);
  }
  const foreign = foreignOption(verb, argv);
  if (foreign !== undefined) return misuse(`--${foreign} is not for ${verb}`);
  if (verb === 'explain') return parseExplain(paths);
  if (verb === 'from') return parseFrom(paths, values.title, values.set ?? []);
  if (verb === 'init' || verb === 'mcp') return paths.length > 0 ? misuse(`${verb} takes no path`) : { kind: verb };

  const profile = profiles.find((each) => each === values.profile);
  if (values.profile !== undefined && profile === undefined) return wrongChoice('--profile', values.profile, profiles);
  const target = targets.find((each) => each === values.target);
  if (values.target !== undefined && target === undefined) return wrongChoice('--target', values.target, targets);
  const format = values.format ?? 'text';
  const cache = values['no-cache'] ? undefined : { location: values['cache-location'] };
  const common = { paths: paths.length === 0 ? ['.'] : paths, config: values.config, profile, target, cache };
  if (verb === 'render') {
    const asked = parseRender(values, { paths, config: values.config, cache }, describeWrongChoice);
    return 'problem' in asked ? misuse(asked.problem) : { kind: 'render', options: asked.options };
  }
  if (verb !== 'check' && paths.includes('-')) return misuse(`${verb} writes files, and standard input is none`);
  if (verb === 'baseline') return { kind: 'baseline', options: { ...common, prune: values.prune } };

  const failOn = severities.find((each) => each === values['fail-on']);
  if (failOn === undefined) return wrongChoice('--fail-on', values['fail-on'], severities);
  const { output, quiet } = values;
  if (verb === 'merge')
    return paths.length === 0
      ? misuse('Name the JSON reports to merge')
      : { kind: 'merge', options: { paths, output, failOn } };
  const selection = selected(values);
  if ('problem' in selection) return misuse(selection.problem);
  const reported = { ...common, ...selection, failOn, useBaseline: !values['no-baseline'] };
  if (verb === 'report') {
    const known = setReportFormats.find((each) => each === format);
    if (known === undefined) return wrongChoice('--format', format, setReportFormats);
    const history = values.history === undefined ? undefined : Number(values.history);
    if (history !== undefined && !(Number.isInteger(history) && history >= 1 && history <= mostHistory))
      return misuse(`--history is a number of commits from 1 to ${mostHistory}, not '${values.history}'`);
    if (history !== undefined && selection.changed !== undefined)
      return misuse('--history is about all pages, and --changed about some');
    return { kind: 'report', options: { ...reported, useBaseline: false, format: known, output, history } };
  }
  if (verb === 'check') {
    const known = reportFormats.find((each) => each === format);
    if (known === undefined) return wrongChoice('--format', format, reportFormats);
    const maxWarnings = values['max-warnings'] === undefined ? undefined : Number(values['max-warnings']);
    if (maxWarnings !== undefined && (!Number.isInteger(maxWarnings) || maxWarnings < 0))
      return misuse(`--max-warnings is a number from 0, not '${values['max-warnings']}'`);
    const shard = values.shard === undefined ? undefined : shardOf(values.shard);
    if (values.shard !== undefined && shard === undefined)
      return misuse(`--shard takes a number of how many, as in --shard 2/4, not '${values.shard}'`);
    const stdinFilename = values['stdin-filename'];
    return { kind: 'check', options: { ...reported, format: known, output, quiet, maxWarnings, shard, stdinFilename } };
  }
  const known = fixFormats.find((each) => each === format);
  if (known === undefined) return wrongChoice('--format', format, fixFormats);
  const rules = parseRules(values.rule);
  return 'kind' in rules
    ? rules
    : { kind: 'fix', options: { ...reported, format: known, dryRun: values['dry-run'], ...rules } };
}

function parse(argv: readonly string[]) {
  try {
    const { check, fix, report, baseline, from, render } = optionsOf;
    const options = { ...helpOptions, ...check, ...fix, ...report, ...baseline, ...from, ...render };
    return parseArgs({ args: argv.map(spellOut), allowPositionals: true, options });
  } catch (problem) {
    // parseArgs throws for what people mistype; its first sentence says what.
    const words = problem instanceof Error ? (problem.message.split('. ', 1)[0] ?? problem.message) : String(problem);
    const unknown = /^Unknown option '(--[^']+)'/.exec(words)?.[1];
    const names = Object.values(optionsOf).flatMap((options) => Object.keys(options).map((name) => `--${name}`));
    return misuse(unknown === undefined ? words : `${words}${didYouMean(unknown, names)}`);
  }
}

/** `--changed` may name what to compare with. */
const spellOut = (arg: string): string => arg.replace(/^--changed=/, '--base=');

/** An option that another command has and `verb` has not. */
function foreignOption(verb: Verb, argv: readonly string[]): string | undefined {
  const known: readonly string[] = Object.keys(optionsOf[verb]);
  return Object.values(optionsOf)
    .flatMap((options) => Object.keys(options))
    .filter((name) => !known.includes(name))
    .find((name) => argv.map(spellOut).some((arg) => arg.split('=', 1)[0] === `--${name}`));
}

function parseExplain(words: readonly string[]): Command {
  const [name, ...others] = words;
  if (name === undefined || others.length > 0) return misuse('Say which rule to explain, by its name or id');
  const rule = findRule(name);
  return 'problem' in rule ? rule : { kind: 'explain', rule };
}

/** `auto`, for a text that says itself what it is. */
const anyKind = 'auto';

function parseFrom(words: readonly string[], title: string | undefined, set: readonly string[]): Command {
  const [kind, path, ...others] = words;
  if (kind === undefined || path === undefined || others.length > 0) {
    return misuse(`Say what kind of source it is, or ${anyKind}, and one file: from KIND FILE`);
  }
  const source = sources.find(({ id }) => id === kind);
  if (source === undefined && kind !== anyKind) {
    return misuse(`There is no kind '${kind}', only ${listOf([anyKind, ...sources.map(({ id }) => id)], 'and')}`);
  }
  const wrong = set.find((each) => !/^[\w-]+=/.test(each));
  if (wrong !== undefined) return misuse(`--set takes a name and a value, as in --set currency=EUR, not '${wrong}'`);
  const given = set.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const);
  return {
    kind: 'from',
    options: { source, path, values: { ...Object.fromEntries(given), ...(title === undefined ? {} : { title }) } },
  };
}

function findRule(name: string): RuleMeta | Misuse {
  const known = createRuleNames(allRules);
  const suggestion = known.suggest(name);
  const hint = suggestion === undefined ? '' : ` (did you mean '${suggestion}'?)`;
  return known.find(name) ?? misuse(`There is no rule '${name}'${hint}`);
}

/** `names` are ids or aliases in any case. */
function parseRules(names: readonly string[] | undefined): Pick<FixOptions, 'rules'> | Misuse {
  if (names === undefined) return { rules: undefined };
  const rules: string[] = [];
  for (const name of names) {
    const rule = findRule(name);
    if ('problem' in rule) return rule;
    if (!rule.fixable || rule.gate !== 'renders') return misuse(`'${name}' is no rule whose faults are repaired`);
    rules.push(rule.id);
  }
  return { rules };
}

const misuse = (problem: string): Misuse => ({ kind: 'misuse', problem });

const wrongChoice = (option: string, value: string, choices: readonly string[]): Misuse =>
  misuse(describeWrongChoice(option, value, choices));

const describeWrongChoice = (option: string, value: string, choices: readonly string[]): string =>
  `${option} must be ${listOf(choices, 'or')}, not '${value}'`;

function didYouMean(word: string, candidates: readonly string[]): string {
  const suggestion = findNearest(word, candidates);
  return suggestion === undefined ? '' : ` (did you mean '${suggestion}'?)`;
}

const listOf = (words: readonly string[], conjunction: 'and' | 'or'): string =>
  `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
