/** The formats of reports, by the names that `--format` takes. */
import { allRules } from '../gates/index.ts';
import { toGithubReport } from './github.ts';
import { toHtmlReport } from './html.ts';
import { toJsonReport } from './json.ts';
import { toJunitReport } from './junit.ts';
import { toMarkdownReport } from './markdown.ts';
import type { ReportedRun } from './run.ts';
import { toSarif } from './sarif.ts';
import { toTextReport } from './text.ts';

export const reportFormats = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The run in words of `format`; ends with a newline. */
export const writeReport = (format: ReportFormat, run: ReportedRun): string => writers[format](run);

const inJson = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const writers: Readonly<Record<ReportFormat, (run: ReportedRun) => string>> = {
  text: ({ documents, ms }) => toTextReport(documents, ms),
  json: ({ documents, ms }) => inJson(toJsonReport(documents, ms)),
  sarif: (run) => inJson(toSarif(run, allRules)),
  github: toGithubReport,
  junit: toJunitReport,
  markdown: toMarkdownReport,
  html: toHtmlReport,
};
