/** Reads the `caseStudies` of a configuration file. */
import type { CaseStudies } from '../goals/goal.ts';
import { describeBadGlob } from './glob.ts';
import { isRecord, wrongValue } from './values.ts';
import type { LayerProblem } from './values.ts';

const mostEntries = 100;
const mostWords = 50;
const longestWords = 100;

export interface ParsedCaseStudies {
  readonly caseStudies: readonly CaseStudies[];
  readonly problems: readonly LayerProblem[];
}

/** Reads `raw`, which may be anything: a glob, an object with `files` and `requires`, or a list of these. */
export function parseCaseStudies(raw: unknown): ParsedCaseStudies {
  if (raw === undefined) return { caseStudies: [], problems: [] };
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const caseStudies: CaseStudies[] = [];
  const problems: LayerProblem[] = [];
  for (const [index, entry] of entries.slice(0, mostEntries).entries()) {
    const parsed = parseEntry(entry);
    const path = Array.isArray(raw) ? ['caseStudies', index] : ['caseStudies'];
    if ('files' in parsed) caseStudies.push(parsed);
    else problems.push({ ...parsed, path: [...path, ...parsed.path] });
  }
  if (entries.length > mostEntries)
    problems.push(wrongValue('caseStudies', `must have at most ${mostEntries} entries`));
  return { caseStudies, problems };
}

function parseEntry(entry: unknown): CaseStudies | LayerProblem {
  if (typeof entry === 'string') {
    const problem = describeBadGlob(entry);
    return problem === undefined
      ? { files: entry, requires: undefined }
      : { ...wrongValue('caseStudies', problem), path: [] };
  }
  if (!isRecord(entry) || typeof entry['files'] !== 'string') {
    const message =
      '`caseStudies` must be a glob, such as `"systems/*/"`, an object with `files` and `requires`, or a list of these.';
    return { path: [], at: 'value', message };
  }
  const { files, requires, ...others } = entry;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    return {
      path: [unknown],
      at: 'key',
      message: `Case studies have no \`${unknown}\`, only \`files\` and \`requires\`.`,
    };
  }
  const problem = describeBadGlob(files);
  if (problem !== undefined) return wrongValue('files', problem);
  if (requires === undefined) return { files, requires };
  if (isListOfWords(requires)) return { files, requires: requires.map((each) => each.trim()) };
  return wrongValue(
    'requires',
    `must be a list of 1 to ${mostWords} phrases, such as \`["Architecture", "Request flow"]\``,
  );
}

const isListOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostWords &&
  value.every((each) => typeof each === 'string' && each.trim() !== '' && each.length <= longestWords);
