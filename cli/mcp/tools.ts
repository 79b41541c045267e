/** What agents may ask for: the tools of the MCP server, as functions from arguments to text. Knows no protocol. */
import { resolve, sep } from 'node:path';
import type { DocumentKind } from '../../core/model.ts';
import { allRules } from '../../core/gates/index.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import { answerProblem } from '../../core/patterns/formula.ts';
import { patterns } from '../../core/patterns/library.ts';
import { fill } from '../../core/patterns/render.ts';
import { repairDocument } from '../../core/repair.ts';
import { explainRule } from '../../core/report/explain.ts';
import { toJsonReport } from '../../core/report/json.ts';
import type { ReportedDocument } from '../../core/report/json.ts';
import { list, oneOf, optional, parser, record, text } from '../../core/shape.ts';
import type { Reader } from '../../core/shape.ts';
import { convert } from '../../core/sources/convert.ts';
import { detectSource } from '../../core/sources/detect.ts';
import { sources } from '../../core/sources/library.ts';
import { sampleLength } from '../../core/sources/source.ts';
import { checkAll } from '../checkAll.ts';
import { Checkers } from '../checkers.ts';
import { startRun } from '../run.ts';
import type { RunOptions } from '../run.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Answer, ServedTool, ToolWords } from './served.ts';

/** What tools work with. */
interface Workshop {
  readonly surroundings: Surroundings;
  /** The options of a check. */
  readonly options: RunOptions;
}

interface Tool extends ToolWords {
  readonly run: (args: unknown, workshop: Workshop) => Promise<Answer>;
}

const longestText = 5_000_000;
const document = { text: text(longestText), kind: optional(oneOf('markdown', 'mermaid')), name: optional(text(1_000)) };
const documentSchema = {
  text: { type: 'string', description: 'The whole document' },
  kind: { type: 'string', enum: ['markdown', 'mermaid'], description: 'What it is; Markdown unless told' },
  name: { type: 'string', description: 'Its path from the working directory: decides configuration and links' },
};
/** Values by name; JSON objects have no fixed fields, so each value is read by itself. */
const values: Reader<Readonly<Record<string, string>>> = (raw) => {
  if (raw === undefined) return { value: {} };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const entries = Object.entries(raw);
  return entries.length <= 200 && entries.every(([, value]) => typeof value === 'string')
    ? { value: Object.fromEntries(entries) }
    : undefined;
};

const usual: RunOptions = {
  paths: [],
  failOn: 'error',
  config: undefined,
  profile: undefined,
  target: undefined,
  useBaseline: true,
  isConfined: true,
};

/** Enough that one slow call does not keep others waiting; the second is started only when it is needed. */
const mostThreads = 2;

/** The tools at work in these surroundings; their checkers are kept until `close`. */
export function toolsIn(surroundings: Surroundings): {
  readonly tools: readonly ServedTool[];
  readonly close: () => void;
} {
  const checkers = new Checkers(surroundings, mostThreads);
  const workshop = { surroundings, options: { ...usual, checkers } };
  return {
    tools: tools.map(({ run, ...words }) => ({ ...words, run: (args) => run(args, workshop) })),
    close: () => checkers.dispose(),
  };
}

const tools: readonly Tool[] = [
  define(
    'check',
    'Checks a document, or files and folders below the working directory, by all gates: does every diagram render, are there metrics, do the numbers add up. The same verdicts as in the editor and in CI, as JSON.',
    { properties: { ...documentSchema, paths: { type: 'array', items: { type: 'string' } } } },
    record({ ...document, text: optional(document.text), paths: optional(list(text(4_000), 1_000)) }),
    async ({ paths, text: given, kind, name }, workshop) => {
      if (given !== undefined) {
        const checked = await checkOne({ text: given, kind, name }, workshop);
        return typeof checked === 'string' ? failed(checked) : asJson(toJsonReport([checked], 0));
      }
      const { options, surroundings } = workshop;
      const asked = paths ?? ['.'];
      const outside = asked.find((path) => !isInside(path, surroundings.cwd));
      if (outside !== undefined) return failed(`${outside} lies outside of the working directory`);
      const { documents, problems, ms } = await checkAll({ ...options, paths: asked, stdinFilename: '' }, surroundings);
      return problems.length > 0 ? failed(problems.join('\n')) : asJson(toJsonReport(documents, ms));
    },
  ),
  define(
    'fix',
    'Repairs the diagrams of a document that do not render, where that is safe: node ids, edges and words stay. Returns the repaired text; nothing is written.',
    { properties: documentSchema, required: ['text'] },
    record(document),
    async (given, { options, surroundings }) => {
      const place = placeOf(given, surroundings);
      if (typeof place === 'string') return failed(place);
      const run = await startRun(options, surroundings);
      try {
        const repair = await repairDocument({ text: given.text, check: (draft) => run.check(place, draft) });
        if (repair === undefined) return failed('the check was given up');
        const remaining = toJsonReport([{ path: place.path, text: repair.text, checked: repair.checked }], 0);
        const fixed = repair.repaired.map(({ finding: { rule, alias, message } }) => ({ rule, alias, message }));
        return asJson({ text: repair.text, fixed, remaining: remaining.documents[0]?.findings ?? [] });
      } finally {
        await run.close();
      }
    },
  ),
  define(
    'list_patterns',
    'The pattern library: worked pages that pass every gate, with the inputs of each.',
    {},
    record({}),
    () =>
      Promise.resolve(
        asJson(
          patterns.map(({ id, family, title, description, when, inputs }) => ({
            id,
            family,
            title,
            description,
            when,
            inputs: inputs.map((field) => ({
              name: field.name,
              label: field.label,
              default: field.kind === 'choice' ? field.options[0] : field.default,
            })),
          })),
        ),
      ),
  ),
  define(
    'insert_pattern',
    'Returns a pattern as Markdown, with your values in place of the defaults; totals follow from them.',
    {
      properties: { id: { type: 'string' }, values: { type: 'object', additionalProperties: { type: 'string' } } },
      required: ['id'],
    },
    record({ id: text(200), values }),
    ({ id, values: answers }) => Promise.resolve(fillPattern(id, answers)),
  ),
  define(
    'from_source',
    `Makes a diagram and its table from data: ${sources.map(({ id, reads }) => `${id} (${reads})`).join('; ')}. Every figure says where it comes from.`,
    {
      properties: {
        text: { type: 'string' },
        kind: { type: 'string', enum: ['auto', ...sources.map(({ id }) => id)] },
        name: { type: 'string', description: 'The name of the file it comes from' },
        values: { type: 'object', additionalProperties: { type: 'string' }, description: 'What the text does not say' },
      },
      required: ['text'],
    },
    record({ text: text(50_000_000), kind: optional(text(100)), name: optional(text(1_000)), values }),
    async ({ text: given, kind = 'auto', name = 'source', values: said }) => {
      const source =
        sources.find(({ id }) => id === kind) ??
        (kind === 'auto' ? detectSource(sources, { head: given.slice(0, sampleLength), name }) : undefined);
      if (source === undefined) return failed(`what this is cannot be told: name one of the kinds`);
      const pace = { cancel: { cancelled: false }, rest: () => Promise.resolve() };
      const made = await convert(source, { text: given, name, firstLine: 1 }, said, pace);
      if (made.kind === 'page') return { text: made.markdown };
      if (made.kind === 'needs')
        return failed(`the text does not say: ${made.option.label} (value ${made.option.name})`);
      return failed(made.kind === 'cancelled' ? 'cancelled' : `line ${made.line ?? '?'}: ${made.problem}`);
    },
  ),
  define(
    'explain_rule',
    'Says why there is a rule, what fails it and what passes.',
    { properties: { rule: { type: 'string', description: 'Its id or name' } }, required: ['rule'] },
    record({ rule: text(200) }),
    async ({ rule }, { surroundings }) => {
      const found = createRuleNames(allRules).find(rule);
      if (found === undefined) return failed(`there is no rule ${rule}`);
      return { text: explainRule(found, await surroundings.readRulePage(found.alias)) };
    },
  ),
];

/** A tool whose arguments are read before it runs. */
function define<Args extends object>(
  name: string,
  description: string,
  schema: { readonly properties?: object; readonly required?: readonly string[] },
  reader: Reader<Args>,
  run: (args: Args, workshop: Workshop) => Promise<Answer>,
): Tool {
  const read = parser(reader);
  return {
    name,
    description,
    schema: { type: 'object', properties: {}, ...schema },
    run: (raw, workshop) => {
      const args = read(raw ?? {});
      return args === undefined
        ? Promise.resolve(failed(`the arguments of ${name} are not of its schema`))
        : run(args, workshop);
    },
  };
}

function fillPattern(id: string, answers: Readonly<Record<string, string>>): Answer {
  const pattern = patterns.find((each) => each.id === id);
  if (pattern === undefined) return failed(`there is no pattern ${id}: list_patterns has them`);
  for (const [name, answer] of Object.entries(answers)) {
    const field = pattern.inputs.find((each) => each.name === name);
    if (field === undefined) return failed(`${id} has no input ${name}`);
    const problem = answerProblem(field, answer);
    if (problem !== undefined) return failed(`${name}: ${problem}`);
  }
  return { text: fill(pattern, { answers }) };
}

interface GivenDocument {
  readonly text: string;
  readonly kind: DocumentKind | undefined;
  readonly name: string | undefined;
}

async function checkOne(given: GivenDocument, { surroundings, options }: Workshop): Promise<ReportedDocument | string> {
  const place = placeOf(given, surroundings);
  if (typeof place === 'string') return place;
  const run = await startRun(options, surroundings);
  try {
    return { path: place.path, text: given.text, checked: await run.check(place, given.text) };
  } finally {
    await run.close();
  }
}

/** Where a text stands among the files; a text says why it may not stand there. */
function placeOf({ name, kind }: GivenDocument, { cwd }: Surroundings) {
  const path = name ?? (kind === 'mermaid' ? 'given.mmd' : 'given.md');
  if (!isInside(path, cwd)) return `${path} lies outside of the working directory`;
  return { uri: `mcp:${path}`, path, absolute: resolve(cwd, path) };
}

const isInside = (path: string, cwd: string): boolean =>
  `${resolve(cwd, path)}${sep}`.startsWith(`${resolve(cwd)}${sep}`);
const asJson = (value: unknown): Answer => ({ text: JSON.stringify(value, undefined, 2) });
const failed = (problem: string): Answer => ({ text: problem, failed: true });
