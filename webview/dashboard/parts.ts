/** The pieces that the dashboard is made of; text always goes in as text. */

interface Attributes {
  readonly class?: string;
  readonly role?: string;
  readonly text?: string;
  /** By which the focus finds it again after the report changed. */
  readonly key?: string;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: className, role, text, key }: Attributes = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (role !== undefined) made.setAttribute('role', role);
  if (text !== undefined) made.textContent = text;
  if (key !== undefined) made.dataset['key'] = key;
  made.append(...children);
  return made;
}

/** A figure with its name. */
export const card = (name: string, figure: string, mood?: 'good' | 'bad'): HTMLElement =>
  element('li', { class: mood === undefined ? 'card' : `card ${mood}` }, [
    element('span', { class: 'figure', text: figure }),
    element('span', { class: 'name', text: name }),
  ]);

/** A bar of so many percent, with its figure; nothing where nothing counts. */
export function meter(percent: number | null, label: string): HTMLElement {
  if (percent === null) return element('span', { text: '–' });
  const bar = element('span', { class: 'bar', role: 'img' }, [element('span', { class: 'filled' })]);
  bar.setAttribute('aria-label', label);
  bar.style.setProperty('--share', `${Math.round(percent)}%`);
  return element('span', { class: 'meter' }, [bar, element('span', { text: `${Math.round(percent)} %` })]);
}

/** The first cell of each row is its name; a cell is text or something made. */
export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  const heads = head.map((text) => {
    const cell = element('th', { text });
    cell.scope = 'col';
    return cell;
  });
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((content, column) => {
        const isNumber = typeof content === 'string' && /^[\d–]/.test(content) && column > 0;
        const cell = element(column === 0 ? 'th' : 'td', isNumber ? { class: 'number' } : {});
        if (column === 0) cell.setAttribute('scope', 'row');
        cell.append(content);
        return cell;
      }),
    ),
  );
  const caption = element('h2', { text: title });
  const grid = element('table', {}, [element('thead', {}, [element('tr', {}, heads)]), element('tbody', {}, body)]);
  // A narrow panel scrolls wide tables sideways, with the arrow keys, too.
  const scroller = element('div', { class: 'scroller', role: 'region' }, [grid]);
  scroller.tabIndex = 0;
  scroller.setAttribute('aria-label', title);
  return element('section', {}, [caption, scroller]);
}
