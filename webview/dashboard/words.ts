/** Fills figures into the page's texts, and says days as its reader does. */
import { parseDashboardTexts } from '../../core/dashboardProtocol.ts';
import type { DashboardTexts } from '../../core/dashboardProtocol.ts';

/** The texts that the page was made with. */
export function readTexts(): DashboardTexts {
  const given = parseDashboardTexts(JSON.parse(document.body.dataset['texts'] ?? '{}'));
  if (given === undefined) throw new Error('the page was not given its texts');
  return given;
}

export const fill = (template: string, ...values: readonly (string | number)[]): string =>
  template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));

export const percent = (value: number | null): string => (value === null ? '–' : `${Math.round(value)} %`);
export const ratio = (value: number | null): string => percent(value === null ? null : 100 * value);

const long = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeZone: 'UTC' });

/** `2026-11-20` as the reader's language has it. */
export const dayOf = (day: string): string => long.format(new Date(`${day}T00:00:00Z`));
