/** Reads and writes the file of a baseline: one finding a line, sorted, so that versions of it can be compared and merged. */
import type { RuleNames } from '../gates/names.ts';
import { list, oneOf, record, text } from '../shape.ts';
import { compare, compareKnown } from './model.ts';
import type { Baseline, KnownFinding } from './model.ts';

export const baselineFileName = '.diagram-gates-baseline.json';

const mostFindings = 1_000_000;
const readFinding = record({ rule: text(200), text: text(200), near: text(200) });
const readFile = record({ version: oneOf(1), documents: (raw) => (isRecord(raw) ? { value: raw } : undefined) });
const readFindings = list(readFinding, mostFindings);

/** Understands the text of a baseline file, or says why it cannot. */
export function parseBaseline(source: string): Baseline | { readonly problem: string } {
  const raw = parseJson(source);
  if (raw === undefined) return { problem: 'this is no JSON' };
  const file = readFile(raw)?.value;
  if (file === undefined) return { problem: 'this is no baseline that this version can read' };
  const documents = new Map<string, readonly KnownFinding[]>();
  for (const [path, value] of Object.entries(file.documents)) {
    const findings = readFindings(value)?.value;
    if (findings === undefined) return { problem: `what it says of ${path} is not understood` };
    documents.set(
      path,
      findings.map((finding) => ({ ...finding, rule: finding.rule.split('/', 1)[0] ?? '' })),
    );
  }
  return documents;
}

/** The text of the file; documents without findings are left out. */
export function writeBaseline(baseline: Baseline, names: RuleNames): string {
  const documents = [...baseline].filter(([, findings]) => findings.length > 0).sort(([a], [b]) => compare(a, b));
  const entries = documents.map(([path, findings]) => {
    const lines = [...findings].sort(compareKnown).map((finding) => `      ${writeFinding(finding, names)}`);
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const body = entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "documents": ${body}\n}\n`;
}

/** The rule goes by its id, which never changes, and its name, for those who read the file. */
function writeFinding({ rule, text: words, near }: KnownFinding, names: RuleNames): string {
  const alias = names.find(rule)?.alias;
  const shown = alias === undefined ? rule : `${rule}/${alias}`;
  return `{ "rule": ${JSON.stringify(shown)}, "text": ${JSON.stringify(words)}, "near": ${JSON.stringify(near)} }`;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // Whoever asks says so.
    return undefined;
  }
}

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
