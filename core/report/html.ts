/** The report as one HTML page that loads nothing: for an artefact of a build, or to be sent to somebody. */
import { LineTable } from '../document/lines.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkup as escape } from './markup.ts';
import type { ReportedRun } from './run.ts';
import { countFindings, tallyGates, worstFirst } from './tally.ts';
import { describeRun } from './text.ts';

const style = `
:root { color-scheme: light dark; --line: #8886; --muted: #666; --error: #b3261e; --warning: #8a5a00; --info: #1d5fbf; --bar: #0e7a55; }
@media (prefers-color-scheme: dark) { :root { --muted: #aaa; --error: #ff8a80; --warning: #ffcc66; --info: #8ab4f8; --bar: #34d399; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; overflow-wrap: anywhere; }
p { margin: 0.25rem 0 0.75rem; color: var(--muted); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
code { font: 0.9em ui-monospace, monospace; white-space: nowrap; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
meter { width: 8rem; }
`;

/** The whole page, with a policy that lets it load and run nothing. */
export function toHtmlReport({ documents, ms }: ReportedRun): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Diagram Gates</title>
<style>${style}</style>
</head>
<body>
<h1>Diagram Gates</h1>
<p>${escape(describeRun(documents, ms))}</p>
${gateTable(documents)}
${worstFirst(documents).map(describeDocument).join('\n')}
</body>
</html>
`;
}

function gateTable(documents: readonly ReportedDocument[]): string {
  const rows = tallyGates(documents).map(({ title, passed, failed, others }) => {
    const judged = passed + failed;
    const meter =
      judged === 0
        ? ''
        : `<meter min="0" max="${judged}" value="${passed}" aria-label="${escape(title)}: ${passed} of ${judged} pages pass">${passed}/${judged}</meter>`;
    const numbers = [passed, failed, others].map((many) => `<td class="number">${many}</td>`).join('');
    return `<tr><th scope="row">${escape(title)}</th>${numbers}<td>${meter}</td></tr>`;
  });
  if (rows.length === 0) return '';
  const head = ['Gate', 'pass', 'fail', 'does not apply', 'passed']
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function describeDocument({ path, text, checked }: ReportedDocument): string {
  const lines = new LineTable(text);
  const score = checked.score === undefined ? '' : `${checked.score} %, `;
  const rows = checked.findings.map(({ span, severity, rule, alias, message }) => {
    const { line, column } = placeOf(span, lines);
    return `<tr><td class="number">${line}:${column}</td><td class="${severity}">${severity}</td><td><code>${rule}/${alias}</code></td><td>${escape(message)}</td></tr>`;
  });
  const head = ['Place', 'Severity', 'Rule', 'Finding'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<section>
<h2>${escape(path)}</h2>
<p>${escape(score + countFindings(checked.findings))}</p>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`;
}
