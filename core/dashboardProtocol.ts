/** The dashboard's messages: extension host <-> page. What the compiler believes is what the receiving side checks. */
import { goalMeasures, paces } from './goals/goal.ts';
import { gateIds } from './model.ts';
import { either, finite, flag, list, oneOf, optional, parser, record, text, whole } from './shape.ts';
import type { Reader, Shape } from './shape.ts';

const longest = 20_000;
const path = text(4_000);

/** What is null where nothing counts: JSON has no `undefined`. */
const maybe =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (raw) =>
    raw === null ? { value: null } : reader(raw);

const ratio = maybe(finite(0, 1));
const counts = {
  documents: whole(),
  diagrams: whole(),
  broken: whole(),
  tables: whole(),
  incidents: whole(),
  costPages: whole(),
  errors: whole(),
  warnings: whole(),
  score: maybe(finite(0, 100)),
  visualRatio: ratio,
  threeAmRatio: ratio,
  costRatio: ratio,
};
const gate = record({ id: oneOf(...gateIds), title: text(), pass: whole(), fail: whole(), notApplicable: whole() });

const goal = record({
  file: path,
  name: maybe(text()),
  period: maybe(record({ every: oneOf(...paces), number: whole() })),
  due: maybe(text(10)),
  state: oneOf('reached', 'open', 'late', 'upcoming'),
  measures: list(
    record({ id: oneOf(...goalMeasures), have: maybe(finite(0, 1e12)), want: finite(0, 1e12), reached: flag }),
    goalMeasures.length,
  ),
});

const part = record({
  kind: oneOf('phase', 'case-study'),
  name: path,
  pages: whole(),
  diagrams: whole(),
  required: maybe(record({ found: whole(), wanted: whole(), lacking: list(text(), 100) })),
  broken: whole(),
  brokenPage: maybe(path),
  badLinks: whole(),
  badLinkPage: maybe(path),
  complete: flag,
});

const row = record({
  path,
  diagrams: whole(),
  score: maybe(finite(0, 100)),
  failed: list(text(), gateIds.length),
  errors: whole(),
  warnings: whole(),
});

const point = record({ day: text(10), commit: text(64), ...counts });

const toPage = either(
  record({
    type: oneOf('report'),
    whole: record(counts),
    gates: list(gate, 20),
    folders: list(record({ path, ...counts }), longest),
    goals: list(goal, longest),
    parts: list(part, longest),
  }),
  /** The part of the pages' list that is looked at. */
  record({ type: oneOf('pages'), rows: list(row, 100), first: whole(), total: whole() }),
  /** Pages are being checked: so many of so many; `all` is 0 when it is over. */
  record({ type: oneOf('progress'), done: whole(), all: whole() }),
  /** The history is being read: so many pages of so many are known. */
  record({ type: oneOf('reading'), done: whole(), all: whole() }),
  /** From the oldest commit to today; without points where there is no history, and nobody need be told. */
  record({ type: oneOf('trend'), points: list(point, 100), problem: optional(text()) }),
);
export type HostToDashboard = Shape<typeof toPage>;
export type DashboardReport = Extract<HostToDashboard, { readonly type: 'report' }>;
export type DashboardPages = Extract<HostToDashboard, { readonly type: 'pages' }>;
export type DashboardTrend = Extract<HostToDashboard, { readonly type: 'trend' }>;
export const parseHostToDashboard = parser(toPage);

export const dashboardExports = ['markdown', 'html', 'csv'] as const;
/** Columns of the list of pages, by which it can be sorted. */
const dashboardColumns = ['path', 'diagrams', 'score', 'errors', 'warnings'] as const;

const view = record({
  text: text(200),
  gate: optional(oneOf(...gateIds)),
  sort: oneOf(...dashboardColumns),
  descending: flag,
  first: whole(),
});
export type DashboardView = Shape<typeof view>;

const toHost = either(
  record({ type: oneOf('ready'), view, trend: flag }),
  record({ type: oneOf('check') }),
  /** Look at another part of the list of pages. */
  record({ type: oneOf('view'), view }),
  /** Show a page of the report in the editor, at its first finding, or the first of a gate. */
  record({ type: oneOf('open'), path, gate: optional(oneOf(...gateIds)) }),
  /** Save the report in a form, where the user says. */
  record({ type: oneOf('export'), format: oneOf(...dashboardExports) }),
  /** Read the history, or stop reading it. */
  record({ type: oneOf('trend'), wanted: flag }),
  /** Open the configuration where goals are set. */
  record({ type: oneOf('goals') }),
);
export type DashboardToHost = Shape<typeof toHost>;
export const parseDashboardToHost = parser(toHost);

/** What a control of the page asks for: a message, or another part of the list; an empty gate means any. */
export const parseDashboardAct = parser(
  either(
    toHost,
    record({
      view: record({
        text: optional(text(200)),
        gate: optional(oneOf('', ...gateIds)),
        sort: optional(oneOf(...dashboardColumns)),
        descending: optional(flag),
        first: optional(whole()),
      }),
    }),
    /** Show all rows of a table, or only some. */
    record({ expand: oneOf('folders', 'parts') }),
  ),
);

/** What the page says, in the user's language. `{0}` and so on stand for figures. */
const texts = record({
  title: text(),
  checkAgain: text(),
  exportAs: text(),
  setGoals: text(),
  checking: text(),
  empty: text(),
  pages: text(),
  diagrams: text(),
  broken: text(),
  shown: text(),
  score: text(),
  threeAm: text(),
  tables: text(),
  incidents: text(),
  costPages: text(),
  withCosts: text(),
  gates: text(),
  gate: text(),
  pass: text(),
  fail: text(),
  notApplicable: text(),
  passed: text(),
  folders: text(),
  folder: text(),
  worst: text(),
  page: text(),
  fails: text(),
  errors: text(),
  warnings: text(),
  filterByPath: text(),
  filterByGate: text(),
  anyGate: text(),
  failsGate: text(),
  noneMatch: text(),
  range: text(),
  previous: text(),
  next: text(),
  showAll: text(),
  showFewer: text(),
  goals: text(),
  noGoals: text(),
  dueBy: text(),
  haveOfWant: text(),
  state_reached: text(),
  state_open: text(),
  state_late: text(),
  state_upcoming: text(),
  every_day: text(),
  every_workday: text(),
  every_week: text(),
  measure_pages: text(),
  measure_diagrams: text(),
  measure_tables: text(),
  measure_incidents: text(),
  measure_costPages: text(),
  measure_caseStudies: text(),
  measure_score: text(),
  measure_visualShare: text(),
  measure_threeAmShare: text(),
  measure_costShare: text(),
  completeness: text(),
  part: text(),
  complete: text(),
  required: text(),
  badLinks: text(),
  phase: text(),
  caseStudy: text(),
  noPage: text(),
  yes: text(),
  notYet: text(),
  lacking: text(),
  trend: text(),
  showTrend: text(),
  reading: text(),
  stop: text(),
  noTrend: text(),
  day: text(),
  commit: text(),
  now: text(),
  asTable: text(),
  trendNote: text(),
  fromTo: text(),
});
export type DashboardTexts = Shape<typeof texts>;
export const parseDashboardTexts = parser(texts);

/** Kept by the page while it is hidden. */
export const parseDashboardState = parser(
  record({ scroll: finite(0, 10_000_000), view, trend: flag, expanded: list(oneOf('folders', 'parts'), 2) }),
);
export type DashboardState = NonNullable<ReturnType<typeof parseDashboardState>>;
