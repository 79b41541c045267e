/** Writes a piece of a page as a pattern for the team: the file that `parseTeamPattern` reads. */
import { patternFamilies } from './pattern.ts';
import type { PatternFamily } from './pattern.ts';
import { slugOf } from './teamFile.ts';

export interface NewTeamPattern {
  readonly title: string;
  readonly family: PatternFamily;
  /** Markdown, as it shall be inserted. */
  readonly page: string;
}

export function teamPatternName(title: string): string {
  return `${slugOf(title)}.md`;
}

export function writeTeamPattern({ title, family, page }: NewTeamPattern): string {
  const families = patternFamilies.map(({ id }) => id).join(', ');
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `trigger: dg-${slugOf(title)}`,
    `# One of ${families}.`,
    `family: ${family}`,
    `description: ${JSON.stringify(title)}`,
    '# What is to be filled in, each used in the page as ${name}. Kinds: text, number, clock, date, choice with options.',
    '# - { name: service, label: Name of the service, default: checkout }',
    'fields: []',
    '---',
    '',
    page.replaceAll('\r\n', '\n').trim(),
    '',
  ].join('\n');
}
