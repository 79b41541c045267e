/** The report as one HTML page that loads nothing: for an artefact of a build, or to be sent to somebody. */
import { LineTable } from '../document/lines.ts';
import { htmlPage } from './htmlPage.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkup as escape } from './markup.ts';
import type { ReportedRun } from './run.ts';
import { countFindings, tallyGates, worstFirst } from './tally.ts';
import { describeRun } from './text.ts';

/** The whole page. */
export function toHtmlReport({ documents, ms }: ReportedRun): string {
  return htmlPage(`<p>${escape(describeRun(documents, ms))}</p>
${gateTable(documents)}
${worstFirst(documents).map(describeDocument).join('\n')}`);
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
  const numeric = ['pass', 'fail', 'does not apply'].map((name) => `<th scope="col" class="number">${name}</th>`);
  const head = `<th scope="col">Gate</th>${numeric.join('')}<th scope="col">passed</th>`;
  return `<table class="gates">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function describeDocument({ path, text, checked }: ReportedDocument): string {
  const lines = new LineTable(text);
  const score = checked.score === undefined ? '' : `${checked.score} %, `;
  const rows = checked.findings.map(({ span, severity, rule, alias, message }) => {
    const { line, column } = placeOf(span, lines);
    return `<tr><td class="number">${line}:${column}</td><td class="${severity}">${severity}</td><td><code>${rule}/${alias}</code></td><td>${withCode(escape(message))}</td></tr>`;
  });
  const others = ['Severity', 'Rule', 'Finding'].map((name) => `<th scope="col">${name}</th>`).join('');
  const head = `<th scope="col" class="number">Place</th>${others}`;
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

/** What messages put between backticks is text of the page; it was escaped before. */
const withCode = (message: string): string => message.replace(/`([^`]+)`/g, '<code>$1</code>');
