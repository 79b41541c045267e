/** Every option of every command, written once: how it is read, and what help says of it. */
import { profiles, targets } from '../core/config.ts';
import { severities } from '../core/model.ts';
import { exportBackgrounds, imageFormats, imageScales } from '../core/protocol.ts';
import { reportFormats } from '../core/report/formats.ts';
import { setReportFormats } from '../core/report/setReport.ts';

/** `fix` reports what it did; the other formats are about what there is. */
export const fixFormats = ['text', 'json'] as const;
/** Two that match the preview's, and two that match what others make of the same text. */
export const renderThemes = ['light', 'dark', 'mermaid', 'github'] as const;
export const renderLabels = ['html', 'text'] as const;

const choice = (values: readonly string[]): string => values.join('|');

const config = {
  type: 'string',
  value: 'FILE',
  help: 'use this file instead of the nearest .diagram-gates.json',
} as const;

const caching = {
  cache: { type: 'boolean', default: true, help: 'use what was found before (the default)' },
  'no-cache': { type: 'boolean', default: false, help: 'remember nothing, and use nothing that was found before' },
  'cache-location': {
    type: 'string',
    value: 'FOLDER',
    help: 'where that is kept (default: node_modules/.cache/diagram-gates, else .diagram-gates-cache)',
  },
} as const;

const configuration = {
  config,
  profile: { type: 'string', value: choice(profiles), help: 'how much to check; overrides configuration files' },
  target: {
    type: 'string',
    value: choice(targets),
    help: "which Mermaid must take the diagrams; GitHub, GitLab and VS Code's own preview use 11",
  },
} as const;

const selection = {
  changed: {
    type: 'boolean',
    default: false,
    value: '[=BASE]',
    help: 'only files changed since the last commit, or since the branch left BASE',
  },
  base: { type: 'string', value: 'BASE', help: 'the same as --changed=BASE' },
  jobs: { type: 'string', short: 'j', value: 'N', help: 'how many threads check (default: up to 4)' },
} as const;

const failOn = {
  type: 'string',
  default: 'error',
  value: choice(severities),
  help: 'exit with 1 from this severity on (default: error)',
} as const;

const formatOf = (formats: readonly string[], first: string) =>
  ({ type: 'string', value: choice(formats), help: `how to report (default: ${first})` }) as const;

const output = { type: 'string', short: 'o', value: 'FILE', help: 'write to this file, in one step' } as const;
const noBaseline = {
  type: 'boolean',
  default: false,
  help: 'report also what .diagram-gates-baseline.json knows',
} as const;

/** By command; what comes before the command is understood all the same. */
export const optionsOf = {
  check: {
    format: formatOf(reportFormats, 'text'),
    output,
    ...selection,
    shard: { type: 'string', value: 'I/N', help: 'only the I-th of N parts of the documents; see merge' },
    quiet: { type: 'boolean', short: 'q', default: false, help: 'report errors only' },
    'max-warnings': { type: 'string', value: 'N', help: 'exit with 1 when there are more warnings' },
    'fail-on': failOn,
    ...configuration,
    'no-baseline': noBaseline,
    'stdin-filename': {
      type: 'string',
      default: 'stdin.md',
      value: 'NAME',
      help: 'the name standard input goes by (default: stdin.md)',
    },
    ...caching,
  },
  fix: {
    format: formatOf(fixFormats, 'text'),
    'dry-run': { type: 'boolean', default: false, help: 'print a unified diff and write nothing' },
    rule: {
      type: 'string',
      multiple: true,
      value: 'RULE',
      help: 'repair the faults of this rule only; may be repeated',
    },
    ...selection,
    'fail-on': failOn,
    ...configuration,
    'no-baseline': noBaseline,
    ...caching,
  },
  report: {
    format: formatOf(setReportFormats, 'text'),
    output,
    history: {
      type: 'string',
      value: 'N',
      help: 'and what the set was like at N commits of the past, at most',
    },
    ...selection,
    ...configuration,
    ...caching,
  },
  baseline: {
    prune: { type: 'boolean', default: false, help: 'take out what is gone, and add nothing' },
    ...configuration,
    ...caching,
  },
  render: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE|FOLDER',
      help: 'a file that ends in .svg, .png or .pdf, or a folder for all diagrams of the page',
    },
    diagram: { type: 'string', value: 'N', help: 'only the N-th diagram of the page' },
    format: {
      type: 'string',
      value: choice(imageFormats),
      help: 'the format in a folder (default: svg); a file says it by its ending',
    },
    theme: {
      type: 'string',
      default: 'light',
      value: choice(renderThemes),
      help: 'colours of diagrams that choose none: as in the preview, or as Mermaid or GitHub draw (default: light)',
    },
    scale: {
      type: 'string',
      default: String(imageScales.usual),
      value: `${imageScales.least}-${imageScales.most}`,
      help: "PNG: pixels for each of the picture's own (default: 2)",
    },
    background: {
      type: 'string',
      default: 'theme',
      value: choice(exportBackgrounds),
      help: "the theme's paper, or nothing (default: theme)",
    },
    labels: {
      type: 'string',
      default: 'html',
      value: choice(renderLabels),
      help: 'SVG: for browsers, or for programs that read no HTML inside a picture (default: html)',
    },
    browser: { type: 'string', value: 'PROGRAM', help: 'the Chrome, Chromium or Edge to draw with (or CHROME_PATH)' },
    config,
    ...caching,
  },
  explain: {},
  from: {
    title: { type: 'string', value: 'TEXT', help: 'what it is about, for the heading and the diagram' },
    set: { type: 'string', multiple: true, value: 'NAME=VALUE', help: 'what the file does not say; may be repeated' },
  },
  merge: { output, 'fail-on': failOn },
  init: {},
  mcp: {},
} as const;

export const verbs = [
  'check',
  'fix',
  'report',
  'baseline',
  'render',
  'explain',
  'from',
  'init',
  'merge',
  'mcp',
] as const;
export type Verb = (typeof verbs)[number];

export const helpOptions = {
  help: { type: 'boolean', short: 'h', help: 'show what there is, or what belongs to a command' },
  version: { type: 'boolean', short: 'v', help: 'show the version' },
} as const;
