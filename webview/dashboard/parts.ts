/** The pieces that the dashboard is made of; text always goes in as text. */
import type { DashboardState } from '../../core/dashboardProtocol.ts';

interface Attributes {
  readonly class?: string;
  readonly role?: string;
  readonly text?: string;
  /** By which it is found again, with its focus, when what is shown changes. */
  readonly key?: string;
  /** What a click asks for, as `parseDashboardAct` reads it. */
  readonly act?: unknown;
  readonly label?: string;
  readonly hidden?: boolean;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: className, role, text, key, act, label, hidden }: Attributes = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (role !== undefined) made.setAttribute('role', role);
  if (text !== undefined) made.textContent = text;
  if (key !== undefined) made.dataset['key'] = key;
  if (act !== undefined) made.dataset['act'] = JSON.stringify(act);
  if (label !== undefined) made.setAttribute('aria-label', label);
  if (hidden === true) made.setAttribute('aria-hidden', 'true');
  made.append(...children);
  return made;
}

/** A figure with its name. */
export const card = (name: string, figure: string, mood?: 'good' | 'bad'): HTMLElement =>
  element('li', { class: mood === undefined ? 'card' : `card ${mood}` }, [
    element('span', { class: 'figure', text: figure }),
    element('span', { class: 'name', text: name }),
  ]);

/** A bar of so many percent; what it says stands beside it. */
export function bar(percent: number, mood = 'good'): HTMLElement {
  const made = element('span', { class: 'bar', hidden: true }, [element('span', { class: `filled ${mood}` })]);
  made.style.setProperty('--share', `${Math.round(percent)}%`);
  return made;
}

/** A bar with its figure; nothing where nothing counts. */
export const meter = (percent: number | null): HTMLElement =>
  percent === null
    ? element('span', { text: '–' })
    : element('span', { class: 'meter' }, [bar(percent), element('span', { text: `${Math.round(percent)} %` })]);

/** A button that looks like a link. */
export const link = (text: string, key: string, act: unknown, label?: string): HTMLElement =>
  element('button', { class: 'link', text, key, act, ...(label === undefined ? {} : { label }) });

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Left out where there is no room. */
  readonly isLesser?: boolean;
  /** Set where the table can be sorted by it. */
  readonly sort?: { readonly act: unknown; readonly key: string; readonly now: 'ascending' | 'descending' | undefined };
}

export interface Row {
  readonly key: string;
  /** The first is the row's name. */
  readonly cells: readonly (string | HTMLElement)[];
}

/** A narrow panel leaves out lesser columns, and scrolls what is still too wide sideways, with the arrow keys, too. */
export function table(title: string, columns: readonly Column[], rows: readonly Row[]): HTMLElement {
  const classOf = ({ isNumber, isLesser }: Column): string =>
    [...(isNumber === true ? ['number'] : []), ...(isLesser === true ? ['lesser'] : [])].join(' ');
  const heads = columns.map((column) => {
    const cell = element('th', { class: classOf(column) });
    cell.scope = 'col';
    const { sort } = column;
    if (sort === undefined) cell.textContent = column.title;
    else {
      if (sort.now !== undefined) cell.setAttribute('aria-sort', sort.now);
      const arrow = sort.now === undefined ? '' : sort.now === 'ascending' ? ' ▲' : ' ▼';
      const button = element('button', { class: 'sort', key: sort.key, act: sort.act }, [
        element('span', { text: column.title }),
        element('span', { class: 'arrow', text: arrow, hidden: true }),
      ]);
      cell.append(button);
    }
    return cell;
  });
  const body = rows.map(({ key, cells }) =>
    element(
      'tr',
      { key: `${title} ${key}` },
      cells.map((content, at) => {
        const cell = element(at === 0 ? 'th' : 'td', { class: classOf(columns[at] ?? { title: '' }) });
        if (at === 0) cell.setAttribute('scope', 'row');
        cell.append(content);
        return cell;
      }),
    ),
  );
  const grid = element('table', {}, [element('thead', {}, [element('tr', {}, heads)]), element('tbody', {}, body)]);
  const scroller = element('div', { class: 'scroller', role: 'region', label: title, key: `scroller ${title}` }, [
    grid,
  ]);
  scroller.tabIndex = 0;
  return scroller;
}

/** Leaves out what is too much to be seen at once, and adds how to see it. */
export type Shorten = <Item>(
  name: DashboardState['expanded'][number],
  rows: readonly Item[],
) => { readonly shown: readonly Item[]; readonly more: readonly Node[] };

/** A part of the page under its heading. */
export const section = (title: string, children: readonly Node[]): HTMLElement =>
  element('section', { key: `section ${title}` }, [element('h2', { text: title }), ...children]);
