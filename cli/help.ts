/** What `diagram-gates --help` prints. */
import { allRules } from '../core/gates/index.ts';
import { sources } from '../core/sources/library.ts';
import type { SourceOption } from '../core/sources/source.ts';

/** The whole help; the list of rules comes from the rules themselves. */
export function describeUsage(): string {
  const width = Math.max(...allRules.map(({ alias }) => alias.length));
  const rules = allRules.map(
    ({ id, alias, severity, title }) => `  ${id} ${alias.padEnd(width)} ${severity.padEnd(7)} ${title}`,
  );
  const kindWidth = Math.max(...sources.map(({ id }) => id.length));
  const kinds = sources.flatMap(({ id, reads, options }) => [
    `  ${id.padEnd(kindWidth)} ${reads}`,
    ...options.map((option) => `  ${' '.repeat(kindWidth)}   ${describeOption(option)}`),
  ]);
  return `diagram-gates: checks the Mermaid diagrams in Markdown, and the pages around them

Usage: diagram-gates check [options] [path...]   says what is wrong
       diagram-gates fix [options] [path...]     repairs diagrams that do not render, and says what is left
       diagram-gates baseline [options] [path...]
                                                 remembers what is found now: only what is new is reported then
       diagram-gates report [options] [path...]  says where the whole set stands, by gate and by folder
       diagram-gates merge FILE...               makes one JSON report of those of several shards
       diagram-gates mcp                         serves check, fix, patterns and sources to agents (MCP, stdio)
       diagram-gates init                        writes a configuration, a pre-commit hook and a workflow
       diagram-gates explain RULE                says why there is a rule, what fails it and what passes
       diagram-gates from [options] KIND FILE    prints a diagram and its table, made from data you have

A path is a file, a folder or a glob; without one, the working directory. '-' is standard input (check and from).
Checked are .md, .markdown, .mdx, .mmd and .mermaid files. Folders and globs leave out what
.gitignore names, node_modules and .git.

Options:
  --format text|json|sarif|github|junit|markdown|html
                                how to report (default: text); fix knows text and json,
                                report knows text, json, markdown, html and csv
  -o, --output FILE             check, report, merge: write to this file
  --changed, --changed=BASE     check, fix, report: only files changed since the last commit, or since BASE
  --shard I/N                   check: only the I-th of N parts of the documents; see merge
  -j, --jobs N                  check, fix, report: how many threads (default: up to 4)
  -q, --quiet                   check: report errors only
  --max-warnings N              check: exit with 1 when there are more warnings
  --fail-on error|warning|info  exit with 1 from this severity on (default: error)
  --config FILE                 use this file instead of the nearest .diagram-gates.json
  --profile off|syntax|standard|strict
                                how much to check (overrides configuration files)
  --target mermaid-12|mermaid-11|both
                                which Mermaid must take the diagrams (overrides configuration files);
                                GitHub, GitLab and VS Code's built-in preview use 11
  --no-cache                    check, fix, report, baseline: remember nothing, and use nothing that was found before
  --cache-location FOLDER       where that is kept (default: node_modules/.cache, else .diagram-gates-cache)
  --no-baseline                 check, fix: report also what .diagram-gates-baseline.json knows
  --prune                       baseline: take out what is gone, and add nothing
  --stdin-filename NAME         check: the name standard input goes by (default: stdin.md)
  --dry-run                     fix: print a unified diff and write nothing
  --rule RULE                   fix: repair the faults of this rule only; may be given several times
  --title TEXT                  from: what it is about, for the heading and the diagram
  --set NAME=VALUE              from: what the file does not say, see below; may be given several times
  -h, --help                    show this
  -v, --version                 show the version

Exit codes: 0 nothing to complain about, 1 findings, 2 wrong usage or configuration, or a file that could not
be read or written

Kinds of source ('auto' finds out which; what comes with --set is indented below its kind):
${kinds.join('\n')}

Rules:
${rules.join('\n')}
`;
}

const describeOption = ({ name, label, otherwise }: SourceOption): string => `${name}=: ${label} (else: ${otherwise})`;
