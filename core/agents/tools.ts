/** What agents may ask for, as functions from arguments to text: the tools of the MCP server and of VS Code. Knows no protocol. */
import { answerProblem } from '../patterns/formula.ts';
import { patterns } from '../patterns/library.ts';
import { fill } from '../patterns/render.ts';
import { repairDocument } from '../repair.ts';
import { explainRule } from '../report/explain.ts';
import { toJsonReport } from '../report/json.ts';
import type { ReportedDocument } from '../report/json.ts';
import { list, oneOf, optional, parser, record, text } from '../shape.ts';
import type { Reader } from '../shape.ts';
import { convert } from '../sources/convert.ts';
import { detectSource } from '../sources/detect.ts';
import { sources } from '../sources/library.ts';
import { sampleLength } from '../sources/source.ts';
import type { Answer, GivenDocument, Tool, ToolHost } from './tool.ts';

const longestText = 5_000_000;
const document = { text: text(longestText), kind: optional(oneOf('markdown', 'mermaid')), name: optional(text(1_000)) };
const documentSchema = {
  text: { type: 'string', description: 'The whole document' },
  kind: { type: 'string', enum: ['markdown', 'mermaid'], description: 'What it is; Markdown unless told' },
  name: { type: 'string', description: 'Its path from the top of the project: decides configuration and links' },
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

/** In the order in which they are offered. None of them writes anything. */
export const tools: readonly Tool[] = [
  define(
    'check',
    'Checks a document, or files and folders of the project, by all gates: does every diagram render, are there metrics, do the numbers add up. The same verdicts as in the editor and in CI, as JSON.',
    { properties: { ...documentSchema, paths: { type: 'array', items: { type: 'string' } } } },
    record({ ...document, text: optional(document.text), paths: optional(list(text(4_000), 1_000)) }),
    async ({ paths, text: given, kind, name }, host) => {
      if (given !== undefined) {
        const checked = await checkOne({ text: given, kind, name }, host);
        return typeof checked === 'string' ? failed(checked) : asJson(toJsonReport([checked], 0));
      }
      const set = await host.checkPaths(paths ?? ['.']);
      if (typeof set === 'string') return failed(set);
      return set.problems.length > 0 ? failed(set.problems.join('\n')) : { text: set.report.trimEnd() };
    },
  ),
  define(
    'fix',
    'Repairs the diagrams of a document that do not render, where that is safe: node ids, edges and words stay. Returns the repaired text; nothing is written.',
    { properties: documentSchema, required: ['text'] },
    record(document),
    async (given, host) => {
      const opened = await host.open(given);
      if (typeof opened === 'string') return failed(opened);
      try {
        const repair = await repairDocument({ text: given.text, check: (draft) => opened.check(draft) });
        if (repair === undefined) return failed(givenUp);
        const remaining = toJsonReport([{ path: opened.path, text: repair.text, checked: repair.checked }], 0);
        const fixed = repair.repaired.map(({ finding: { rule, alias, message } }) => ({ rule, alias, message }));
        return asJson({ text: repair.text, fixed, remaining: remaining.documents[0]?.findings ?? [] });
      } finally {
        await opened.close();
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
    async ({ rule }, host) => {
      const found = await host.findRule(rule);
      if (found === undefined) return failed(`there is no rule ${rule}`);
      return { text: explainRule(found, await host.readRulePage(found.alias)) };
    },
  ),
];

/** A tool whose arguments are read before it runs. */
function define<Args extends object>(
  name: string,
  description: string,
  schema: { readonly properties?: object; readonly required?: readonly string[] },
  reader: Reader<Args>,
  run: (args: Args, host: ToolHost) => Promise<Answer>,
): Tool {
  const read = parser(reader);
  return {
    name,
    description,
    schema: { type: 'object', properties: {}, ...schema },
    run: (raw, host) => {
      const args = read(raw ?? {});
      return args === undefined
        ? Promise.resolve(failed(`the arguments of ${name} are not of its schema`))
        : run(args, host);
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

async function checkOne(given: GivenDocument, host: ToolHost): Promise<ReportedDocument | string> {
  const opened = await host.open(given);
  if (typeof opened === 'string') return opened;
  try {
    const checked = await opened.check(given.text);
    return checked === undefined ? givenUp : { path: opened.path, text: given.text, checked };
  } finally {
    await opened.close();
  }
}

const givenUp = 'the check was given up';
const asJson = (value: unknown): Answer => ({ text: JSON.stringify(value, undefined, 2) });
const failed = (problem: string): Answer => ({ text: problem, failed: true });
