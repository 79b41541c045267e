/** The list of pages: what filters and sorts it, and the part of it that is looked at. */
import type { DashboardPages, DashboardReport, DashboardTexts, DashboardView } from '../../core/dashboardProtocol.ts';
import { element, link, section, table } from './parts.ts';
import type { Column } from './parts.ts';
import { fill, percent } from './words.ts';

/** What is asked for in the list's controls is read from elements of these keys. */
export const filterKeys = { text: 'filter text', gate: 'filter gate' } as const;

export function pagesSection(
  pages: DashboardPages,
  view: DashboardView,
  gates: DashboardReport['gates'],
  texts: DashboardTexts,
): HTMLElement {
  const columns: readonly Column[] = [
    sortable(texts.page, 'path', view),
    { ...sortable(texts.score, 'score', view), isNumber: true },
    { title: texts.fails },
    { ...sortable(texts.errors, 'errors', view), isNumber: true },
    { ...sortable(texts.warnings, 'warnings', view), isNumber: true, isLesser: true },
    { ...sortable(texts.diagrams, 'diagrams', view), isNumber: true, isLesser: true },
  ];
  const rows = pages.rows.map(({ path, score, failed, errors, warnings, diagrams }) => ({
    key: path,
    cells: [
      link(path, `page ${path}`, { type: 'open', path }),
      percent(score),
      failed.length === 0 ? '–' : failed.join(', '),
      String(errors),
      String(warnings),
      String(diagrams),
    ],
  }));
  const list =
    rows.length === 0 ? element('p', { class: 'none', text: texts.noneMatch }) : table(texts.worst, columns, rows);
  return section(texts.worst, [filters(view, gates, texts), list, pager(pages, view, texts)]);
}

/** A second click on the same column turns the order round. */
function sortable(title: string, sort: DashboardView['sort'], view: DashboardView): Column {
  const isNow = view.sort === sort;
  // Bad comes first: low scores, many errors.
  const startsDown = sort === 'errors' || sort === 'warnings' || sort === 'diagrams';
  const descending = isNow ? !view.descending : startsDown;
  const now = isNow ? (view.descending ? 'descending' : 'ascending') : undefined;
  return { title, sort: { act: { view: { sort, descending, first: 0 } }, key: `sort ${sort}`, now } };
}

function filters(view: DashboardView, gates: DashboardReport['gates'], texts: DashboardTexts): HTMLElement {
  const text = element('input', { key: filterKeys.text, label: texts.filterByPath });
  text.type = 'search';
  text.placeholder = texts.filterByPath;
  text.setAttribute('value', view.text);
  const options = [
    { id: '', title: texts.anyGate },
    ...gates.map(({ id, title }) => ({ id, title: fill(texts.failsGate, title) })),
  ];
  const gate = element(
    'select',
    { key: filterKeys.gate, label: texts.filterByGate },
    options.map(({ id, title }) => {
      const option = element('option', { text: title });
      option.value = id;
      return option;
    }),
  );
  return element('div', { class: 'filters', role: 'search', label: texts.worst }, [text, gate]);
}

function pager({ first, rows, total }: DashboardPages, view: DashboardView, texts: DashboardTexts): HTMLElement {
  const to = (title: string, at: number, isThere: boolean): HTMLButtonElement => {
    const button = element('button', {
      class: 'action',
      text: title,
      key: title,
      act: { view: { ...view, first: at } },
    });
    button.disabled = !isThere;
    return button;
  };
  const size = 25;
  return element('div', { class: 'pager' }, [
    element('span', {
      class: 'range',
      role: 'status',
      text: fill(texts.range, total === 0 ? 0 : first + 1, first + rows.length, total),
    }),
    ...(total <= size
      ? []
      : [to(texts.previous, Math.max(0, first - size), first > 0), to(texts.next, first + size, first + size < total)]),
  ]);
}
