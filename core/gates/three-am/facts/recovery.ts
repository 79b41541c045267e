/** Signal "recovery": steps, a rollback or failover procedure, or the time it takes. */
import { findQuantities } from '../../../quantities/find.ts';
import { recovering, recoveryLeads, recoveryNames, recoverySections, recoverySteps } from './recoveryWords.ts';
import type { Statement, StatementLine } from './statement.ts';
import { anyOf, atStart } from './words.ts';

const recovers = anyOf(recovering);
const section = anyOf(recoverySections);
const name = atStart(recoveryNames);
const lead = atStart(recoveryLeads);
const step = atStart(recoverySteps);
/** Chapters about other times than the night itself. */
const aside = /\b(?:risks?|prevention|lessons?)\b/i;
const anyStep = anyOf(recoverySteps);
/** A feature of backups, and the data one may lose: neither brings anything back. */
const feature =
  /point[- ]in[- ]time (?:recovery|restore)|recovery point objective|\brpo\b|(?:rollback|recovery|failover|restore) (?:capabilit|support|automation|test|drill)\w*/gi;

/** How long it takes, or what brings the system back under that name: a line, or a row of cells. */
export function findRecovery({ lines, columns = [] }: Statement): StatementLine | undefined {
  const told = lines.find(({ text }) => isTimed(text) || isNamedStep(text));
  if (told !== undefined) return told;
  const isRow = columns.length > 0 && recovers.test(plain(lines[0]?.text ?? ''));
  return lines.find(({ text }, at) => {
    const column = plain(columns[at] ?? '');
    if ((isRow || recovers.test(column)) && lasts(text)) return true;
    return name.test(column) && anyStep.test(text);
  });
}

/** Whether a section with this heading says how to recover. */
export const isRecoverySection = (headings: string): boolean =>
  headings.split('\n').some((heading) => section.test(plain(heading)) && !aside.test(heading));

/** "**Solution:**", "Recovery steps (primary):" in front of what to do. */
export const leadsToRecovery = (text: string): boolean => /:[*_\s]*$/.test(text) && lead.test(words(text));

export const isStep = (text: string): boolean => step.test(words(plain(text)));

const isTimed = (text: string): boolean => recovers.test(plain(text)) && lasts(plain(text));

function isNamedStep(text: string): boolean {
  const found = name.exec(words(text))?.[0];
  const rest = found === undefined ? undefined : /^[\s*_]*:(.*)/s.exec(words(text).slice(found.length))?.[1];
  return rest !== undefined && anyStep.test(rest);
}

const words = (text: string): string => text.replace(/^[^\p{L}]+/u, '');
const plain = (text: string): string => text.replace(feature, ' ');

const lasts = (text: string): boolean => findQuantities(text).some(({ unit }) => unit.dimension === 'duration');
