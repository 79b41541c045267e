/** The SARIF 2.1.0 report, which code scanning services and editors read. */
import { compare } from '../baseline/model.ts';
import { markFindings, rulesAboutPages } from '../baseline/recognise.ts';
import { LineTable } from '../document/lines.ts';
import type { RuleMeta } from '../gates/rule.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import type { ReportedRun } from './run.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/**
 * The report as SARIF. Columns count UTF-16 units. A result keeps its fingerprint while the lines it stands on say the same,
 * wherever they move. Rules carry their words instead of an address: their pages ship with the program.
 */
export function toSarif({ documents, version }: ReportedRun, rules: readonly RuleMeta[]): object {
  const reported = new Set(documents.flatMap(({ checked }) => checked.findings.map(({ rule }) => rule)));
  const used = rules.filter(({ id }) => reported.has(id)).sort((a, b) => compare(a.id, b.id));
  const indexOf = new Map(used.map(({ id }, index) => [id, index]));
  const aboutPages = rulesAboutPages(rules);
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'diagram-gates', semanticVersion: version, rules: used.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The working directory of the run.' } } },
        artifacts: documents.map(({ path }) => ({ location: locate(path) })),
        results: documents.flatMap((document, index) => resultsOf(document, index, indexOf, aboutPages)),
      },
    ],
  };
}

function describeRule({ id, alias, gate, severity, title, why }: RuleMeta): object {
  return {
    id,
    name: alias,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title} ${why} \`diagram-gates explain ${alias}\` shows what fails and what passes.` },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    properties: { tags: [gate] },
  };
}

function resultsOf(
  { path, text, checked }: ReportedDocument,
  artifact: number,
  indexOf: ReadonlyMap<string, number>,
  aboutPages: ReadonlySet<string>,
): readonly object[] {
  const lines = new LineTable(text);
  const marks = markFindings(checked.findings, text, aboutPages);
  const seen = new Map<string, number>();
  return checked.findings.map((finding, index) => {
    const known = marks[index];
    const mark = `${known?.rule ?? finding.rule}:${known?.text ?? ''}:${known?.near ?? ''}`;
    const again = seen.get(mark) ?? 0;
    seen.set(mark, again + 1);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: placeIn(path, artifact, finding, lines) }],
      // Equal findings at equal places are told apart by counting them.
      partialFingerprints: { 'diagramGates/v1': `${mark}:${again}` },
    };
  });
}

function placeIn(path: string, index: number, { span }: Finding, lines: LineTable): object {
  const { line, column, endLine, endColumn } = placeOf(span, lines);
  return {
    artifactLocation: { ...locate(path), index },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** Paths above the working directory have no base. */
function locate(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('../') ? { uri } : { uri, uriBaseId: 'ROOT' };
}
