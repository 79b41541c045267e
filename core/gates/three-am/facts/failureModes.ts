/** Signal "failure modes and blast radius": what breaks, and who or how much is affected. */
import { isFailing } from './failing.ts';
import { affected, impactNames } from './impactWords.ts';
import type { Statement, StatementLine } from './statement.ts';
import { atStart } from './words.ts';

const impactName = atStart(impactNames);
const audience = `(?:${affected.join('|')})`;
/** "25% of users", "all API calls", "400M+ listeners". */
const extent = new RegExp(
  `(?:\\d[\\d.,]*\\s?(?:[KMBT]\\b|million|billion|thousand)?\\+?\\s?%?|\\b(?:all|every|entire|most|half|global|millions|thousands))[ \\t]+(?:of[ \\t]+)?(?:[\\w-]{1,20}[ \\t]+){0,2}${audience}\\b`,
  'i',
);
/** "100K+ streams affected" */
const counted =
  /\d[\d.,]*\s?[KMBT%]?\+?[ \t]+(?:[\w-]{1,20}[ \t]+){0,3}(?:affected|impacted|disrupted|cancelled|unable|stuck)\b/i;
const consequence = /\b(?:causing|caused|resulting in|leading to|led to|resulted in)\b/i;
/** A column of this name speaks of a failure, whatever stands beside it. */
const sufficient = /blast radius|affected|impacted/i;
/** A column that only tables of incidents have. */
const incident = /\b(?:duration|outage|downtime|root cause|severity)\b/i;
const loss =
  /(?:[$€£]\s?[\d.,]+\s?[KMB]?\+?\s*(?:\/|per\b|in lost|lost|revenue|estimated)|\b(?:lost|revenue loss|loss of) [$€£\d])/i;

export function findImpact(statement: Statement): StatementLine | undefined {
  return statement.columns === undefined
    ? (findNamed(statement) ?? findTold(statement))
    : (findInRow(statement, statement.columns) ?? findTold(statement));
}

/** "Impact: checkout down for 25% of users" as a line of a label, an item or a paragraph. */
function findNamed({ lines }: Statement): StatementLine | undefined {
  return lines.find(({ text }) => {
    const words = text.replace(/^[^\p{L}]+/u, '');
    const name = impactName.exec(words)?.[0];
    if (name === undefined) return false;
    const rest = /^[\s*_]*[:=–—-][\s*_]*(.*)/su.exec(words.slice(name.length))?.[1];
    return rest !== undefined && /[\p{L}\d]/u.test(rest) && !isMerit(rest);
  });
}

/** A row whose column says whom it hits, or one that is headed so. */
function findInRow({ lines, under }: Statement, columns: readonly string[]): StatementLine | undefined {
  const [first, second] = lines;
  if (first !== undefined && second !== undefined && isName(first.text) && !isMerit(second.text)) return second;
  const at = columns.findIndex(isName);
  const cell = lines[at];
  if (cell === undefined || !/\p{L}{3}|\d/u.test(cell.text) || isMerit(cell.text)) return undefined;
  const isIncident = sufficient.test(columns[at] ?? '') || columns.some((column) => incident.test(column));
  const isAbout = isIncident || [under, ...columns, ...lines.map(({ text }) => text)].some(isFailing);
  return isAbout ? cell : undefined;
}

/** A sentence or label that tells of the failure and its extent at once. */
function findTold({ lines }: Statement): StatementLine | undefined {
  const all = lines.map(({ text }) => text).join('\n');
  if (!isFailing(all)) return undefined;
  const isTold = extent.test(all) || counted.test(all) || loss.test(all) || (consequence.test(all) && /\d/.test(all));
  return isTold ? lines.find(({ text }) => isFailing(text)) : undefined;
}

const isName = (text: string): boolean => {
  const words = text.replace(/^[^\p{L}]+/u, '');
  const name = impactName.exec(words)?.[0];
  return name !== undefined && words.slice(name.length).replace(/[^\p{L}]/gu, '') === '';
};

/** "30% faster" is an impact, and none that anybody is woken for. */
const isMerit = (text: string): boolean =>
  /\b(?:improv\w*|faster|sav(?:es|ed|ings?)|better|enabl(?:es|ed|ing)|created?|achiev\w+|becam?e|growth|adoption|increased? (?:revenue|conversion)|reduc(?:es|ed|tion)|none|n\/a)\b/i.test(
    text,
  );
