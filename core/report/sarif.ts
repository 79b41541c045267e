/** The SARIF 2.1.0 report, which code scanning services and editors read. */
import { compare } from '../baseline/model.ts';
import { markFindings, rulesAboutPages } from '../baseline/recognise.ts';
import { LineTable } from '../document/lines.ts';
import type { RuleMeta } from '../gates/rule.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { JsonList } from './jsonList.ts';
import type { ReportWriter, RunFacts } from './writer.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/**
 * The report as SARIF. Columns count UTF-16 units. A result keeps its fingerprint while the lines it stands on say the same,
 * wherever they move. Rules carry their words instead of an address: their pages ship with the program.
 */
export function sarifWriter(
  { version }: Pick<RunFacts, 'version'>,
  rules: readonly RuleMeta[],
): ReportWriter<ReportedDocument> {
  const aboutPages = rulesAboutPages(rules);
  const paths: string[] = [];
  const reported = new Set<string>();
  // Rules and files stand before the results, which name both by number. As texts the results take little room.
  const results: string[] = [];
  return {
    begin: '',
    document: (document) => {
      const found = resultsOf(document, paths.length, aboutPages);
      paths.push(document.path);
      for (const { ruleId } of found) reported.add(ruleId);
      if (found.length > 0) results.push(JSON.stringify(found));
      return '';
    },
    end: function* () {
      const used = rules.filter(({ id }) => reported.has(id)).sort((a, b) => compare(a.id, b.id));
      const indexOf = new Map(used.map(({ id }, index) => [id, index]));
      const log = JSON.stringify(describeLog(version, used, paths), undefined, 2);
      // The list of results is the last thing in it.
      const end = log.lastIndexOf('[]') + 1;
      yield log.slice(0, end);
      const list = new JsonList(3);
      for (const text of results) {
        // Written above.
        for (const { ruleId, ...result } of JSON.parse(text) as Result[]) {
          yield list.element({ ruleId, ruleIndex: indexOf.get(ruleId) ?? -1, ...result });
        }
      }
      yield `${list.close()}${log.slice(end + 1)}\n`;
    },
  };
}

/** A log without results. */
const describeLog = (version: string, rules: readonly RuleMeta[], paths: readonly string[]): object => ({
  $schema: schema,
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'diagram-gates', semanticVersion: version, rules: rules.map(describeRule) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { ROOT: { description: { text: 'The working directory of the run.' } } },
      artifacts: paths.map((path) => ({ location: locate(path) })),
      results: [],
    },
  ],
});

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

/** A result that does not yet know the number of its rule. */
interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: object;
  readonly locations: readonly object[];
  readonly partialFingerprints: object;
}

function resultsOf(
  { path, text, checked }: ReportedDocument,
  artifact: number,
  aboutPages: ReadonlySet<string>,
): readonly Result[] {
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
