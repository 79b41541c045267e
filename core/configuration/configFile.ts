/** Reads a configuration file (`.diagram-gates.json` or `.diagram-gates.jsonc`): JSON that may have comments. */
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { SettingsLayer } from '../config.ts';
import type { RuleNames } from '../gates/names.ts';
import type { Span } from '../model.ts';
import type { CaseStudies, Goal } from '../goals/goal.ts';
import { parseCaseStudies } from './caseStudies.ts';
import { describeBadGlob, matchesGlobs } from './glob.ts';
import { parseGoals } from './goals.ts';
import { parseLayer } from './layer.ts';
import { isRecord, wrongValue } from './values.ts';
import type { LayerProblem } from './values.ts';

/** Something in a configuration text that is not understood, at its place in that text. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
  readonly unknownRule?: { readonly suggestion: string | undefined };
}

export interface ParsedConfig {
  readonly layer: SettingsLayer;
  readonly problems: readonly ConfigProblem[];
}

/** What a file says about some of the documents below it. */
interface Override {
  readonly files: readonly string[];
  readonly layer: SettingsLayer;
}

export interface ParsedConfigFile extends ParsedConfig {
  readonly overrides: readonly Override[];
  readonly goals: readonly Goal[];
  readonly caseStudies: readonly CaseStudies[];
  /** Where the text says what it extends. */
  readonly extendsSpan?: Span;
}

/** The keys that only a file may have. */
export const fileKeys = ['extends', 'overrides', 'goals', 'caseStudies'] as const;

/** Reads the text of a configuration file; what is not understood is left out and reported. */
export function parseConfigFile(text: string, names: RuleNames): ParsedConfigFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const span = { start: error?.offset ?? 0, end: (error?.offset ?? 0) + (error?.length ?? 0) };
    const reason = error === undefined ? 'it is empty' : describeJsonError(printParseErrorCode(error.error));
    const message = `The configuration is not valid JSON: ${reason}.`;
    return { layer: {}, overrides: [], goals: [], caseStudies: [], problems: [{ span, message }] };
  }
  // The parser's own value is typed `any`; whoever reads it takes it for unknown.
  const raw = getNodeValue(root) as unknown;
  const own = parseLayer(raw, names, fileKeys);
  const found = isRecord(raw) ? parseOverrides(raw['overrides'], names) : { overrides: [], problems: [] };
  const plan = parsePlan(raw);
  const problems = [...own.problems, ...checkExtends(raw), ...found.problems, ...plan.problems].map((problem) =>
    place(problem, root),
  );
  const target = findNodeAtLocation(root, ['extends']);
  return {
    layer: own.layer,
    overrides: found.overrides,
    goals: plan.goals,
    caseStudies: plan.caseStudies,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    ...(target === undefined ? {} : { extendsSpan: spanOf(target) }),
  };
}

type Plan = Pick<ParsedConfigFile, 'goals' | 'caseStudies'>;

/** What a configuration text sets out to reach, without its problems; nothing where it is no JSON. */
export function readPlan(text: string): Plan {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const { goals, caseStudies } = parsePlan(root === undefined ? undefined : getNodeValue(root));
  return { goals, caseStudies };
}

function parsePlan(raw: unknown): Plan & { readonly problems: readonly LayerProblem[] } {
  const { goals, problems } = parseGoals(isRecord(raw) ? raw['goals'] : undefined);
  const studies = parseCaseStudies(isRecord(raw) ? raw['caseStudies'] : undefined);
  return { goals, caseStudies: studies.caseStudies, problems: [...problems, ...studies.problems] };
}

/** What a file says about one document, the strongest first: of its overrides that match, the later counts more. */
export function layersFor({ layer, overrides }: ParsedConfigFile, document: string): readonly SettingsLayer[] {
  const matching = overrides.filter(({ files }) => matchesGlobs(files, document));
  return [...matching.map((override) => override.layer).reverse(), layer];
}

/** The file that a configuration text extends, as it is written; undefined where there is none that could be. */
export function readExtends(text: string): string | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const value: unknown = root && findNodeAtLocation(root, ['extends'])?.value;
  return isRelativePath(value) ? value : undefined;
}

function checkExtends(raw: unknown): readonly LayerProblem[] {
  if (!isRecord(raw) || raw['extends'] === undefined || isRelativePath(raw['extends'])) return [];
  return [wrongValue('extends', 'must be the relative path of another configuration file, such as `../base.json`')];
}

const isRelativePath = (value: unknown): value is string => typeof value === 'string' && /^[^/\\:][^\\:]*$/.test(value);

function parseOverrides(
  raw: unknown,
  names: RuleNames,
): { readonly overrides: readonly Override[]; readonly problems: readonly LayerProblem[] } {
  if (raw === undefined) return { overrides: [], problems: [] };
  if (!Array.isArray(raw)) {
    const demand = 'must be a list of objects, each with `files` and what holds for them';
    return { overrides: [], problems: [wrongValue('overrides', demand)] };
  }
  const overrides: Override[] = [];
  const problems: LayerProblem[] = [];
  raw.forEach((each: unknown, index) => {
    const at = (problem: LayerProblem): LayerProblem => ({ ...problem, path: ['overrides', index, ...problem.path] });
    const { layer, problems: own } = parseLayer(each, names, ['files']);
    problems.push(...own.map(at));
    if (!isRecord(each)) return;
    const files = parseFiles(each['files']);
    if ('message' in files) problems.push(at(files));
    else overrides.push({ files, layer });
  });
  return { overrides, problems };
}

/** The globs of an override, or what is wrong with them. */
function parseFiles(raw: unknown): readonly string[] | LayerProblem {
  if (raw === undefined) {
    const message = 'An override needs `files`: the globs of the documents it is for.';
    return { path: [], at: 'value', message };
  }
  const files: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  if (files.length === 0) return wrongValue('files', 'must be a glob or a list of globs');
  const globs: string[] = [];
  for (const [index, glob] of files.entries()) {
    const problem = typeof glob === 'string' ? describeBadGlob(glob) : 'must be a glob or a list of globs';
    const path = Array.isArray(raw) ? ['files', index] : ['files'];
    if (problem !== undefined) return { ...wrongValue('files', problem), path };
    if (typeof glob === 'string') globs.push(glob);
  }
  return globs;
}

function place(problem: LayerProblem, root: Node): ConfigProblem {
  const value = findNodeAtLocation(root, [...problem.path]) ?? root;
  const key = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  const { message, unknownRule } = problem;
  const span = spanOf(problem.at === 'key' ? (key ?? value) : value);
  return unknownRule === undefined ? { span, message } : { span, message, unknownRule };
}

const spanOf = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });

/** `ValueExpected` becomes `value expected`. */
function describeJsonError(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
