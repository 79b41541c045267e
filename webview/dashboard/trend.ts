/** How the set got here: a small chart for each figure, and the same figures as a table. */
import type { DashboardTexts, DashboardTrend } from '../../core/dashboardProtocol.ts';
import { element, section, table } from './parts.ts';
import { dayOf, fill, percent, ratio } from './words.ts';

type Point = DashboardTrend['points'][number];

interface Curve {
  readonly title: string;
  readonly valueOf: (point: Point) => number | null;
  readonly write: (value: number | null) => string;
  /** Shares have a scale of their own. */
  readonly most?: number;
}

export type TrendState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading'; readonly done: number; readonly all: number }
  | { readonly kind: 'shown'; readonly trend: DashboardTrend };

export function trendSection(state: TrendState, texts: DashboardTexts): HTMLElement {
  switch (state.kind) {
    case 'closed':
      return section(texts.trend, [
        element('button', {
          class: 'action',
          key: 'trend',
          text: texts.showTrend,
          act: { type: 'trend', wanted: true },
        }),
      ]);
    case 'reading':
      return section(texts.trend, [
        element('p', { class: 'none', role: 'status', text: fill(texts.reading, state.done, state.all) }),
        element('button', { class: 'action', key: 'trend', text: texts.stop, act: { type: 'trend', wanted: false } }),
      ]);
    case 'shown': {
      const { points, problem } = state.trend;
      if (points.length < 2)
        return section(texts.trend, [element('p', { class: 'none', text: problem ?? texts.noTrend })]);
      const curves = curvesOf(texts);
      return section(texts.trend, [
        element(
          'ul',
          { class: 'charts' },
          curves.map((curve) => chart(curve, points, texts)),
        ),
        element('p', { class: 'none', text: texts.trendNote }),
        figures(curves, points, texts),
      ]);
    }
  }
}

const curvesOf = (texts: DashboardTexts): readonly Curve[] => [
  { title: texts.diagrams, valueOf: ({ diagrams }) => diagrams, write: count },
  { title: texts.broken, valueOf: ({ broken }) => broken, write: count },
  { title: texts.tables, valueOf: ({ tables }) => tables, write: count },
  { title: texts.score, valueOf: ({ score }) => score, write: percent, most: 100 },
  { title: texts.shown, valueOf: ({ visualRatio }) => visualRatio, write: ratio, most: 1 },
  { title: texts.threeAm, valueOf: ({ threeAmRatio }) => threeAmRatio, write: ratio, most: 1 },
  { title: texts.withCosts, valueOf: ({ costRatio }) => costRatio, write: ratio, most: 1 },
  { title: texts.pages, valueOf: ({ documents }) => documents, write: count },
];

const count = (value: number | null): string => (value === null ? '–' : String(value));

const [width, height, margin] = [240, 72, 6];

function chart({ title, valueOf, write, most }: Curve, points: readonly Point[], texts: DashboardTexts): HTMLElement {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return element('li');
  const values = points.map(valueOf);
  const top = most ?? Math.max(1, ...values.map((value) => value ?? 0));
  const days = points.map(({ day }) => Date.parse(day));
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  const xOf = (day: number): number => margin + ((width - 2 * margin) * (day - from)) / Math.max(1, to - from);
  const yOf = (value: number): number => height - margin - ((height - 2 * margin) * value) / top;
  const places = values.flatMap((value, at) =>
    value === null ? [] : [`${round(xOf(days[at] ?? 0))},${round(yOf(value))}`],
  );
  const said = fill(texts.fromTo, title, write(valueOf(first)), dayOf(first.day), write(valueOf(last)));
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': said, class: 'curve' }, [
    svg('line', { class: 'axis', x1: margin, x2: width - margin, y1: height - margin, y2: height - margin }),
    svg('polyline', { class: 'line', points: places.join(' ') }),
    ...places.slice(-1).map((place) => {
      const [x = '0', y = '0'] = place.split(',');
      return svg('circle', { class: 'dot', cx: x, cy: y, r: 3.5 });
    }),
  ]);
  return element('li', { class: 'chart', key: `chart ${title}` }, [
    element('div', { class: 'chartHead' }, [
      element('span', { class: 'name', text: title }),
      element('span', { class: 'now', text: write(valueOf(last)) }),
    ]),
    picture,
    element('div', { class: 'chartFoot' }, [
      element('span', { text: dayOf(first.day) }),
      element('span', { text: dayOf(last.day) }),
    ]),
  ]);
}

function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly Node[] = [],
): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function figures(curves: readonly Curve[], points: readonly Point[], texts: DashboardTexts): HTMLElement {
  const columns = [
    { title: texts.day },
    { title: texts.commit },
    ...curves.map(({ title }) => ({ title, isNumber: true })),
  ];
  const rows = points.toReversed().map((point) => ({
    key: point.commit,
    cells: [
      dayOf(point.day),
      point.commit === '' ? texts.now : point.commit.slice(0, 7),
      ...curves.map(({ valueOf, write }) => write(valueOf(point))),
    ],
  }));
  return element('details', { key: 'trend figures' }, [
    element('summary', { text: texts.asTable, key: 'trend table' }),
    table(texts.trend, columns, rows),
  ]);
}
