/** The command `init`: gives a repository a configuration, a hook for pre-commit and a workflow for GitHub Actions. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { describeIoProblem } from './readText.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { writeText } from './textFile.ts';

interface Starter {
  readonly path: string;
  readonly text: (version: string) => string;
  readonly purpose: string;
}

const starters: readonly Starter[] = [
  {
    path: '.diagram-gates.json',
    purpose: 'what is checked, and how strictly',
    text: () => `${JSON.stringify({ profile: 'standard', target: 'mermaid-12', rules: {} }, undefined, 2)}\n`,
  },
  {
    path: '.pre-commit-config.yaml',
    purpose: 'checks what is committed, with https://pre-commit.com',
    text: (version) => `repos:
  - repo: local
    hooks:
      - id: diagram-gates
        name: diagram-gates
        entry: diagram-gates check
        language: node
        additional_dependencies: ['diagram-gates@${version}']
        files: '\\.(md|markdown|mdx|mmd|mermaid)$'
`,
  },
  {
    path: '.github/workflows/diagram-gates.yml',
    purpose: 'checks every pull request',
    text: (version) => `name: Diagram Gates
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - uses: actions/cache@v4
        with:
          path: \${{ runner.temp }}/diagram-gates
          # Entries say themselves what they are for, so any earlier cache will do.
          key: diagram-gates-\${{ runner.os }}-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: diagram-gates-\${{ runner.os }}-
      - run: npx --yes diagram-gates@${version} check --format github --cache-location "$RUNNER_TEMP/diagram-gates" .
`,
  },
];

/** What is there already is left alone and named. */
export async function init({ cwd, version, stdout, stderr }: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const { path, text, purpose } of starters) {
    const absolute = resolve(cwd, path);
    if ((await stat(absolute).catch(() => undefined)) !== undefined) {
      stdout.write(`${path} is there already and stays as it is\n`);
      continue;
    }
    const problem = await write(absolute, text(version));
    if (problem === undefined) stdout.write(`${path}: ${purpose}\n`);
    else {
      stderr.write(`diagram-gates: ${path}: ${problem}\n`);
      code = 2;
    }
  }
  return code;
}

async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (problem) {
    return describeIoProblem(problem);
  }
  return writeText(path, text);
}
