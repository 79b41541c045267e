/** The dashboard's page: shows the report it is sent, and tells the host what was asked for. */
import {
  dashboardExports,
  parseDashboardState,
  parseDashboardTexts,
  parseHostToDashboard,
} from '../../core/dashboardProtocol.ts';
import type { DashboardReport, DashboardTexts, DashboardToHost } from '../../core/dashboardProtocol.ts';
import css from './dashboard.css';
import { card, element, meter, table } from './parts.ts';

interface VsCodeApi {
  postMessage(message: DashboardToHost): void;
  getState(): unknown;
  setState(state: { readonly scroll: number }): void;
}
/** VS Code puts this into each webview; it may be called once. */
declare function acquireVsCodeApi(): VsCodeApi;

const formatNames = { markdown: 'Markdown', html: 'HTML', csv: 'CSV' } as const;

const api = acquireVsCodeApi();
const texts = readTexts();
const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets = [style];

const status = element('p', { class: 'status', role: 'status' });
const content = element('div', { class: 'content' });
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
  if (message?.type === 'report') show(message);
  if (message?.type === 'progress') {
    const isOver = message.all === 0 || message.done === message.all;
    status.textContent = isOver ? '' : fill(texts.checking, message.done, message.all);
  }
});
addEventListener('scroll', () => api.setState({ scroll: scrollY }), { passive: true });
api.postMessage({ type: 'ready' });

let isRestored = false;

function show(report: DashboardReport): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  content.replaceChildren(
    ...(report.whole.documents === 0
      ? [element('p', { class: 'empty', text: texts.empty })]
      : [cards(report), gates(report), ...(report.worst.length > 0 ? [worst(report)] : []), folders(report)]),
  );
  if (focused !== undefined) content.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  if (isRestored) return;
  isRestored = true;
  scrollTo({ top: parseDashboardState(api.getState())?.scroll ?? 0 });
}

function cards({ whole, gates: judged }: DashboardReport): HTMLElement {
  const threeAm = judged.find(({ id }) => id === 'three-am');
  return element('ul', { class: 'cards' }, [
    card(texts.score, percent(whole.score)),
    card(texts.pages, String(whole.documents)),
    card(texts.diagrams, String(whole.diagrams)),
    card(texts.broken, String(whole.broken), whole.broken > 0 ? 'bad' : 'good'),
    card(texts.shown, percent(whole.visualRatio === null ? null : 100 * whole.visualRatio)),
    card(texts.threeAm, threeAm === undefined ? '–' : percent(share(threeAm.pass, threeAm.fail))),
  ]);
}

function gates({ gates: judged }: DashboardReport): HTMLElement {
  const rows = judged.map(({ title, pass, fail, notApplicable }) => [
    title,
    String(pass),
    String(fail),
    String(notApplicable),
    meter(share(pass, fail), `${title}: ${percent(share(pass, fail))}`),
  ]);
  return table(texts.gates, [texts.gate, texts.pass, texts.fail, texts.notApplicable, texts.passed], rows);
}

function worst({ worst: pages }: DashboardReport): HTMLElement {
  const rows = pages.map(({ path, score, failed, errors, warnings }) => [
    link(path),
    percent(score),
    failed.join(', '),
    String(errors),
    String(warnings),
  ]);
  return table(texts.worst, [texts.page, texts.score, texts.fails, texts.errors, texts.warnings], rows);
}

function folders({ folders: all }: DashboardReport): HTMLElement {
  const rows = all.map(({ path, documents, diagrams, broken, visualRatio, score }) => [
    path,
    String(documents),
    String(diagrams),
    String(broken),
    percent(visualRatio === null ? null : 100 * visualRatio),
    meter(score, `${path}: ${percent(score)}`),
  ]);
  const head = [texts.folder, texts.pages, texts.diagrams, texts.broken, texts.shown, texts.score];
  return table(texts.folders, head, rows);
}

function link(path: string): HTMLElement {
  const made = element('button', { class: 'link', text: path, key: `page ${path}` });
  made.addEventListener('click', () => api.postMessage({ type: 'open', path }));
  return made;
}

function button(label: string, message: DashboardToHost): HTMLElement {
  const made = element('button', { class: 'action', text: label, key: label });
  made.addEventListener('click', () => api.postMessage(message));
  return made;
}

const share = (pass: number, fail: number): number | null => (pass + fail === 0 ? null : (100 * pass) / (pass + fail));
const percent = (value: number | null): string => (value === null ? '–' : `${Math.round(value)} %`);
const fill = (template: string, ...values: readonly number[]): string =>
  template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));

function readTexts(): DashboardTexts {
  const given = parseDashboardTexts(JSON.parse(document.body.dataset['texts'] ?? '{}'));
  if (given === undefined) throw new Error('the page was not given its texts');
  return given;
}
