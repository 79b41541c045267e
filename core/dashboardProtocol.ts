/** The dashboard's messages: extension host <-> page. What the compiler believes is what the receiving side checks. */
import { either, finite, list, oneOf, optional, parser, record, text, whole } from './shape.ts';
import type { Shape } from './shape.ts';

const longest = 20_000;
const path = text(4_000);

/** A share in percent, and null where nothing counts: JSON has no `undefined`. */
const maybe = (
  reader: ReturnType<typeof finite>,
): ((raw: unknown) => { readonly value: number | null } | undefined) => {
  return (raw) => (raw === null ? { value: null } : reader(raw));
};

const counts = {
  documents: whole(),
  diagrams: whole(),
  broken: whole(),
  errors: whole(),
  warnings: whole(),
  score: maybe(finite(0, 100)),
  visualRatio: maybe(finite(0, 1)),
};
const gate = record({ id: text(40), title: text(), pass: whole(), fail: whole(), notApplicable: whole() });

const toPage = either(
  record({
    type: oneOf('report'),
    whole: record(counts),
    gates: list(gate, 20),
    folders: list(record({ path, ...counts }), longest),
    worst: list(
      record({ path, score: finite(0, 100), failed: list(text(), 20), errors: whole(), warnings: whole() }),
      longest,
    ),
  }),
  /** Pages are being checked: so many of so many; `all` is 0 when it is over. */
  record({ type: oneOf('progress'), done: whole(), all: whole() }),
);
export type HostToDashboard = Shape<typeof toPage>;
export type DashboardReport = Extract<HostToDashboard, { readonly type: 'report' }>;
export const parseHostToDashboard = parser(toPage);

export const dashboardExports = ['markdown', 'html', 'csv'] as const;

const toHost = either(
  record({ type: oneOf('ready') }),
  record({ type: oneOf('check') }),
  /** Show a page of the report in the editor. */
  record({ type: oneOf('open'), path }),
  /** Save the report in a form, where the user says. */
  record({ type: oneOf('export'), format: oneOf(...dashboardExports) }),
);
export type DashboardToHost = Shape<typeof toHost>;
export const parseDashboardToHost = parser(toHost);

/** What the page says, in the user's language. `{0}` and so on stand for figures. */
const texts = record({
  title: text(),
  checkAgain: text(),
  exportAs: text(),
  checking: text(),
  empty: text(),
  pages: text(),
  diagrams: text(),
  broken: text(),
  shown: text(),
  score: text(),
  threeAm: text(),
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
});
export type DashboardTexts = Shape<typeof texts>;
export const parseDashboardTexts = parser(texts);
/** Kept by the page while it is hidden. */
export const parseDashboardState = parser(record({ scroll: optional(finite(0, 10_000_000)) }));
