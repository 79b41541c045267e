/** The report as one HTML page that loads nothing: for an artefact of a build, or to be sent to somebody. */
import { LineTable } from '../document/lines.ts';
import { htmlFrame } from './htmlPage.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkup as escape } from './markup.ts';
import { RunSums } from './summary.ts';
import { badnessOf, byBadness, countFindings, GateSums } from './tally.ts';
import type { Badness } from './tally.ts';
import { describeRun } from './text.ts';
import type { ReportWriter } from './writer.ts';

/** The whole page, the worst documents first. */
export function htmlWriter(): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  const gates = new GateSums();
  const sections: (Badness & { readonly markup: string })[] = [];
  return {
    begin: '',
    document: (document) => {
      const { checked } = document;
      sums.add(checked);
      gates.add(checked.gates);
      if (checked.findings.length > 0) sections.push({ ...badnessOf(checked), markup: describeDocument(document) });
      return '';
    },
    end: function* (ms) {
      const { before, after } = htmlFrame();
      yield `${before}<p>${escape(describeRun(sums, ms))}</p>\n${gateTable(gates)}\n`;
      for (const [index, { markup }] of sections.sort(byBadness).entries()) yield index === 0 ? markup : `\n${markup}`;
      yield after;
    },
  };
}

function gateTable(gates: GateSums): string {
  const rows = gates.tallies.map(({ title, passed, failed, others }) => {
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
