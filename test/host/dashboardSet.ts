/** A set of pages with a history, for the dashboard: sound ones, broken ones and wordy ones, goals and case studies. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { dayAt } from '../../core/goals/days.ts';
import { caseStudyFolder } from '../../core/patterns/caseStudy/write.ts';
import { patterns } from '../../core/patterns/library.ts';
import { fillDefaults } from '../../core/patterns/render.ts';

/** The line of the fault in each broken page, 1-based. */
export const faultLine = 6;

const broken = (title: string): string =>
  `# ${title}\n\n\`\`\`mermaid\nflowchart LR\n  quay["Quay 7, 40 t a day"] --> shed["Shed 2"]\n  shed[Cold shed (east)] --> gate["Gate"]\n\`\`\`\n`;
export const mended = (title: string): string => broken(title).replace('shed[Cold shed (east)]', 'shed');
const wordy = (title: string): string =>
  `# ${title}\n\n${'The harbour has its own way of doing things, which is told here at length. '.repeat(24)}\n\n${mended(title).slice(title.length + 4)}\nSee [the quay](quay-that-is-gone.md).\n`;

/** So many days ago. */
const ago = (days: number): string => dayAt(Math.floor(Date.now() / 86_400_000) - days);

const configuration = {
  goals: [
    // Today is in its third week, whatever day it is, and whichever way the clock is off by some hours.
    { every: 'week', from: ago(18), diagrams: 20, tables: 12 },
    { name: 'Phase 1: systems', files: 'systems/**', by: ago(5), diagrams: 9, score: 90 },
    { name: 'Phase 2: incidents and costs', files: ['incidents/**', 'costs/**'], incidents: 6, costPages: 5 },
    { name: 'Always', visualShare: 80, threeAmShare: 100, costShare: 60 },
  ],
  caseStudies: 'case-studies/*/',
};

/** By path: what is there in the end. */
export function dashboardFiles(): Readonly<Record<string, string>> {
  const folders = { system: 'systems', incident: 'incidents', cost: 'costs', plan: 'plans', 'case-study': 'studies' };
  const pages = patterns.map((pattern): [string, string] => {
    const text = fillDefaults(pattern).replace(/^## /m, '# ');
    return [`${folders[pattern.family]}/${pattern.id}.md`, text];
  });
  const studies = caseStudyFolder().flatMap(({ file, text }): readonly [string, string][] => [
    [`case-studies/podcasts/${file}`, text],
    ...(file === 'scale.md' ? [] : [[`case-studies/ferries/${file}`, text] satisfies [string, string]]),
  ]);
  return {
    '.diagram-gates.json': `${JSON.stringify(configuration, undefined, 2)}\n`,
    ...Object.fromEntries([...pages, ...studies]),
    'harbour/cold-shed.md': broken('Cold shed'),
    'harbour/quay-7.md': broken('Quay 7'),
    'harbour/pilots.md': wordy('Pilots'),
    'harbour/tides.md': wordy('Tides'),
  };
}

const run = promisify(execFile);
const who = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com', '-c', 'commit.gpgsign=false'];

/** Writes the set into `folder`, a part of it each week, and commits each part as of that week. */
export async function writeDashboardSet(folder: string, withHistory: boolean): Promise<void> {
  const files = Object.entries(dashboardFiles());
  const weeks = [49, 42, 35, 28, 21, 14].map(ago);
  if (withHistory) await run('git', ['init', '--quiet'], { cwd: folder });
  for (const [at, day] of weeks.entries()) {
    const [from, to] = [at, at + 1].map((each) => Math.ceil((files.length * each) / weeks.length));
    for (const [name, text] of files.slice(from, to)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    if (!withHistory) continue;
    const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    await run('git', ['add', '-A'], { cwd: folder });
    await run('git', [...who, 'commit', '--quiet', '-m', `Week of ${day}`], { cwd: folder, env });
  }
}
