/** The dashboard's page: shows what it is sent, keeps what somebody looks at, and tells the host what was asked for. */
import {
  dashboardExports,
  parseDashboardAct,
  parseDashboardState,
  parseHostToDashboard,
} from '../../core/dashboardProtocol.ts';
import type {
  DashboardPages,
  DashboardReport,
  DashboardState,
  DashboardToHost,
  DashboardView,
  HostToDashboard,
} from '../../core/dashboardProtocol.ts';
import { completenessSection } from './completeness.ts';
import css from './dashboard.css';
import { goalsSection } from './goals.ts';
import { filterKeys, pagesSection } from './pages.ts';
import { card, element, section } from './parts.ts';
import type { Shorten } from './parts.ts';
import { patch } from './patch.ts';
import { foldersSection, gatesSection } from './tables.ts';
import { trendSection } from './trend.ts';
import type { TrendState } from './trend.ts';
import { fill, percent, ratio, readTexts } from './words.ts';

interface VsCodeApi {
  postMessage(message: DashboardToHost): void;
  getState(): unknown;
  setState(state: DashboardState): void;
}
/** VS Code puts this into each webview; it may be called once. */
declare function acquireVsCodeApi(): VsCodeApi;

const formatNames = { markdown: 'Markdown', html: 'HTML', csv: 'CSV' } as const;
/** The worst first. */
const usualView: DashboardView = { text: '', gate: undefined, sort: 'score', descending: false, first: 0 };
/** More rows of a table are seen only when somebody asks for them. */
const fewRows = 12;

const api = acquireVsCodeApi();
const texts = readTexts();
const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets = [style];

const before = parseDashboardState(api.getState());
let view = before?.view ?? usualView;
let expanded: DashboardState['expanded'] = before?.expanded ?? [];
let wantsTrend = before?.trend ?? false;
let report: DashboardReport | undefined;
let pages: DashboardPages = { type: 'pages', rows: [], first: 0, total: 0 };
let trend: TrendState = { kind: 'closed' };
let isRestored = false;

const status = element('p', { class: 'status', role: 'status' });
const content = element('div', { class: 'content' });
const button = (text: string, act: DashboardToHost): HTMLElement => element('button', { class: 'action', text, act });
document.body.append(
  element('header', {}, [
    element('h1', { text: texts.title }),
    element('div', { class: 'actions' }, [
      button(texts.checkAgain, { type: 'check' }),
      ...dashboardExports.map((format) =>
        button(`${texts.exportAs} ${formatNames[format]}`, { type: 'export', format }),
      ),
    ]),
  ]),
  status,
  element('main', {}, [content]),
);

addEventListener('message', (event: MessageEvent) => {
  if (event.origin !== window.origin) return;
  const message = parseHostToDashboard(event.data);
  if (message !== undefined) receive(message);
});
addEventListener('scroll', keep, { passive: true });
document.body.addEventListener('click', ({ target }) => {
  const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
  if (act !== undefined) perform(JSON.parse(act));
});
document.body.addEventListener('input', ({ target }) => {
  const isText = target instanceof HTMLInputElement && target.dataset['key'] === filterKeys.text;
  const isGate = target instanceof HTMLSelectElement && target.dataset['key'] === filterKeys.gate;
  if (isText) perform({ view: { text: target.value.slice(0, 200), first: 0 } });
  if (isGate) perform({ view: { gate: target.value, first: 0 } });
});
api.postMessage({ type: 'ready', view, trend: wantsTrend });

function receive(message: HostToDashboard): void {
  switch (message.type) {
    case 'report':
      report = message;
      break;
    case 'pages':
      pages = message;
      break;
    case 'progress': {
      const isOver = message.all === 0 || message.done === message.all;
      status.textContent = isOver ? '' : fill(texts.checking, message.done, message.all);
      return;
    }
    case 'reading':
      trend = { kind: 'reading', done: message.done, all: message.all };
      break;
    case 'trend':
      trend = wantsTrend ? { kind: 'shown', trend: message } : { kind: 'closed' };
      break;
  }
  show();
}

/** Does what a control asks for. */
function perform(asked: unknown): void {
  const act = parseDashboardAct(asked);
  if (act === undefined) return;
  if ('view' in act && !('type' in act)) {
    const { gate, ...others } = act.view;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    view = { ...view, ...given, ...(gate === undefined ? {} : { gate: gate === '' ? undefined : gate }) };
    api.postMessage({ type: 'view', view });
  } else if ('expand' in act) {
    expanded = expanded.includes(act.expand)
      ? expanded.filter((each) => each !== act.expand)
      : [...expanded, act.expand];
  } else if ('type' in act) {
    if (act.type === 'trend') {
      wantsTrend = act.wanted;
      trend = act.wanted ? { kind: 'reading', done: 0, all: 0 } : { kind: 'closed' };
    }
    api.postMessage(act);
    if (act.type !== 'trend') return;
  }
  keep();
  show();
}

function keep(): void {
  api.setState({ scroll: scrollY, view, trend: wantsTrend, expanded });
}

/** Draws everything anew, and changes on the page only what differs. */
function show(): void {
  if (report === undefined) return;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const fresh = element('div', { class: 'content' }, sectionsOf(report));
  patch(content, fresh);
  // A row that moved takes the focus with it.
  const key = focused?.dataset['key'];
  if (key !== undefined && document.activeElement !== focused) {
    content.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
  fillFilters();
  if (isRestored) return;
  isRestored = true;
  scrollTo({ top: before?.scroll ?? 0 });
}

function sectionsOf(shown: DashboardReport): readonly HTMLElement[] {
  const { whole, goals, parts, gates, folders } = shown;
  if (whole.documents === 0) return [element('p', { class: 'empty', text: texts.empty })];
  return [
    cards(shown),
    goals.length > 0 ? goalsSection(goals, texts) : noGoals(),
    ...(parts.length > 0 ? [completenessSection(parts, texts, shorten)] : []),
    pagesSection(pages, view, gates, texts),
    gatesSection(gates, texts),
    foldersSection(folders, texts, shorten),
    trendSection(trend, texts),
  ];
}

const noGoals = (): HTMLElement =>
  section(texts.goals, [
    element('p', { class: 'none', text: texts.noGoals }),
    element('button', { class: 'action', key: 'set goals', text: texts.setGoals, act: { type: 'goals' } }),
  ]);

function cards({ whole }: DashboardReport): HTMLElement {
  return element('ul', { class: 'cards' }, [
    card(texts.score, percent(whole.score)),
    card(texts.pages, String(whole.documents)),
    card(texts.diagrams, String(whole.diagrams)),
    card(texts.broken, String(whole.broken), whole.broken > 0 ? 'bad' : 'good'),
    card(texts.shown, ratio(whole.visualRatio)),
    card(texts.threeAm, ratio(whole.threeAmRatio)),
    card(texts.tables, String(whole.tables)),
    card(texts.incidents, String(whole.incidents)),
    card(texts.costPages, String(whole.costPages)),
    card(texts.withCosts, ratio(whole.costRatio)),
  ]);
}

/** The first rows, and how to see all, until somebody asked for all. */
const shorten: Shorten = (name, rows) => {
  if (rows.length <= fewRows) return { shown: rows, more: [] };
  const isExpanded = expanded.includes(name);
  const text = isExpanded ? texts.showFewer : fill(texts.showAll, rows.length);
  const toggle = element('button', { class: 'action', key: `expand ${name}`, text, act: { expand: name } });
  return { shown: isExpanded ? rows : rows.slice(0, fewRows), more: [toggle] };
};

/** What somebody types stays; what was set by another control is shown. */
function fillFilters(): void {
  const text = content.querySelector<HTMLInputElement>(`[data-key="${filterKeys.text}"]`);
  const gate = content.querySelector<HTMLSelectElement>(`[data-key="${filterKeys.gate}"]`);
  if (text !== null && text !== document.activeElement && text.value !== view.text) text.value = view.text;
  if (gate !== null && gate.value !== (view.gate ?? '')) gate.value = view.gate ?? '';
}
