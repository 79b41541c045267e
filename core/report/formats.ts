/** The formats of reports, by the names that `--format` takes. */
import { allRules } from '../gates/index.ts';
import { githubWriter } from './github.ts';
import { htmlWriter } from './html.ts';
import { jsonWriter } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { junitWriter } from './junit.ts';
import { markdownWriter } from './markdown.ts';
import { sarifWriter } from './sarif.ts';
import { textWriter } from './text.ts';
import type { ReportWriter, RunFacts } from './writer.ts';

export const reportFormats = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes the report of a run in `format`; it ends with a newline. */
export const createWriter = (format: ReportFormat, about: RunFacts): ReportWriter<ReportedDocument> =>
  writers[format](about);

const writers: Readonly<Record<ReportFormat, (about: RunFacts) => ReportWriter<ReportedDocument>>> = {
  text: textWriter,
  json: jsonWriter,
  sarif: (about) => sarifWriter(about, allRules),
  github: githubWriter,
  junit: junitWriter,
  markdown: markdownWriter,
  html: htmlWriter,
};
