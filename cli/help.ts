/** What `diagram-gates --help` prints, and `diagram-gates COMMAND --help`. */
import { allRules } from '../core/gates/index.ts';
import { sources } from '../core/sources/library.ts';
import type { SourceOption } from '../core/sources/source.ts';
import { helpOptions, optionsOf, verbs } from './optionTable.ts';
import type { Verb } from './optionTable.ts';

interface VerbWords {
  /** What follows the command. */
  readonly usage: string;
  readonly purpose: string;
  /** What else is to be known. */
  readonly notes: string;
}

const paths =
  'A path is a file, a folder or a glob; without one, the working directory. Checked are .md, .markdown, .mdx, .mmd and ' +
  '.mermaid files. Folders and globs leave out what .gitignore names, node_modules and .git.';

const words: Readonly<Record<Verb, VerbWords>> = {
  check: {
    usage: '[options] [path...]',
    purpose: 'says what is wrong',
    notes: `${paths} '-' is standard input.`,
  },
  fix: {
    usage: '[options] [path...]',
    purpose: 'repairs diagrams that do not render, and says what is left',
    notes: `${paths}\n\nWith --dry-run the diff goes to standard output, the report to standard error.`,
  },
  report: {
    usage: '[options] [path...]',
    purpose: 'says where the whole set stands, by gate and by folder',
    notes: paths,
  },
  baseline: {
    usage: '[options] [path...]',
    purpose: 'remembers what is found now: from then on only what is new is reported',
    notes: `${paths}\n\nIt is written to the nearest .diagram-gates-baseline.json, which belongs under version control.`,
  },
  render: {
    usage: '[options] FILE -o OUT',
    purpose: 'draws the diagrams of a page as SVG or PNG, with a browser you have',
    notes:
      'A page with several diagrams needs a folder, or --diagram. Files are named as the diagrams are, and replaced when ' +
      'they are there. Nothing is loaded from the network, whatever a diagram says.',
  },
  explain: {
    usage: 'RULE',
    purpose: 'says why there is a rule, what fails it and what passes',
    notes: 'A rule goes by its id or name, in any case.',
  },
  from: {
    usage: '[options] KIND FILE',
    purpose: 'prints a diagram and its table, made from data you have',
    notes: "'auto' finds out which kind it is, '-' is standard input.",
  },
  init: {
    usage: '',
    purpose: 'writes a configuration, a pre-commit hook and a workflow',
    notes: 'What is there already stays as it is.',
  },
  merge: {
    usage: '[options] FILE...',
    purpose: 'makes one JSON report of those of several shards',
    notes: 'The shards are made by check --format json --shard I/N -o FILE.',
  },
  mcp: {
    usage: '',
    purpose: 'serves check, fix, patterns and sources to agents (MCP over stdio)',
    notes: 'Paths that lead out of the working directory are refused.',
  },
};

const exitCodes =
  'Exit codes: 0 nothing to complain about, 1 findings, 2 wrong usage or configuration, or a file that could not be read ' +
  'or written';

/** All commands in a line each. */
export function describeUsage(): string {
  const width = Math.max(...verbs.map((verb) => verb.length));
  const commands = verbs.map((verb) => `  ${verb.padEnd(width)}  ${words[verb].purpose}`);
  return `diagram-gates: checks the Mermaid diagrams in Markdown, and the pages around them

Usage: diagram-gates COMMAND [options]

Commands:
${commands.join('\n')}

Options:
${describeOptions(helpOptions)}

${paragraph(exitCodes)}

\`diagram-gates COMMAND --help\` says more of each, \`explain --help\` lists rules.
`;
}

/** One command with its options. */
export function describeVerb(verb: Verb): string {
  const { usage, purpose, notes } = words[verb];
  const options = { ...optionsOf[verb], help: helpOptions.help };
  const lists: Readonly<Partial<Record<Verb, () => string>>> = { explain: listRules, from: listKinds };
  return `${[
    `Usage: diagram-gates ${verb}${usage === '' ? '' : ` ${usage}`}`,
    `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`,
    notes.split('\n\n').map(paragraph).join('\n\n'),
    `Options:\n${describeOptions(options)}`,
    ...(verb in lists ? [lists[verb]?.() ?? ''] : []),
    paragraph(exitCodes),
  ].join('\n\n')}\n`;
}

interface OptionWords {
  readonly short?: string;
  readonly value?: string;
  readonly help: string;
}

/** Where the words of an option begin, and how wide a line is. */
const column = 27;
const lineWidth = 80;

function describeOptions(options: Readonly<Record<string, OptionWords>>): string {
  return Object.entries(options)
    .flatMap(([name, { short, value = '', help }]) => {
      const flag = `  ${short === undefined ? '' : `-${short}, `}--${name}${/^(?:$|\[)/.test(value) ? value : ` ${value}`}`;
      const [first = '', ...others] = wrap(help, lineWidth - column);
      const rest = others.map((line) => ' '.repeat(column) + line);
      if (flag.length < column - 1) return [flag.padEnd(column) + first, ...rest];
      return [flag, ' '.repeat(column) + first, ...rest];
    })
    .join('\n');
}

const paragraph = (text: string): string => wrap(text, lineWidth).join('\n');

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function listRules(): string {
  const width = Math.max(...allRules.map(({ alias }) => alias.length));
  const rules = allRules.map(
    ({ id, alias, severity, title }) => `  ${id} ${alias.padEnd(width)} ${severity.padEnd(7)} ${title}`,
  );
  return `Rules:\n${rules.join('\n')}`;
}

function listKinds(): string {
  const width = Math.max(...sources.map(({ id }) => id.length));
  const kinds = sources.flatMap(({ id, reads, options }) => [
    `  ${id.padEnd(width)} ${reads}`,
    ...options.map((option) => `  ${' '.repeat(width)}   ${describeOption(option)}`),
  ]);
  return `Kinds of source (what comes with --set is indented below its kind):\n${kinds.join('\n')}`;
}

const describeOption = ({ name, label, otherwise }: SourceOption): string => `${name}=: ${label} (else: ${otherwise})`;
