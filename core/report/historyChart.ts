/** How a set of pages got here, as a small curve for each figure: markup with pictures inside, for the HTML report. */
import { dayNumber } from '../goals/days.ts';
import type { HistoryPoint } from '../history/readHistory.ts';
import { escapeMarkup as escape } from './markup.ts';

interface Curve {
  readonly title: string;
  readonly valueOf: (point: HistoryPoint) => number | null;
  readonly write: (value: number) => string;
  /** The top of the scale, where it is not the greatest value. */
  readonly most?: number;
}

const asCount = (value: number): string => String(value);
const asPercent = (value: number): string => `${value} %`;
const asShare = (value: number): string => `${Math.round(100 * value)} %`;

const curves: readonly Curve[] = [
  { title: 'Pages', valueOf: ({ documents }) => documents, write: asCount },
  { title: 'Diagrams', valueOf: ({ diagrams }) => diagrams, write: asCount },
  { title: 'Broken diagrams', valueOf: ({ broken }) => broken, write: asCount },
  { title: 'Tables', valueOf: ({ tables }) => tables, write: asCount },
  { title: 'Score', valueOf: ({ score }) => score, write: asPercent, most: 100 },
  { title: 'Shown', valueOf: ({ visualRatio }) => visualRatio, write: asShare, most: 1 },
  { title: '3 AM', valueOf: ({ threeAmRatio }) => threeAmRatio, write: asShare, most: 1 },
  { title: 'With costs', valueOf: ({ costRatio }) => costRatio, write: asShare, most: 1 },
];

/** The points come with the oldest first; empty where there is nothing to compare. The same figures stand in a table. */
export function historyCharts(points: readonly HistoryPoint[]): string {
  const charts = points.length < 2 ? [] : curves.flatMap((curve) => chartOf(curve, points) ?? []);
  return charts.length === 0 ? '' : `<ul class="charts">\n${charts.join('\n')}\n</ul>`;
}

const [width, height, margin] = [240, 72, 6];

/** Undefined where the figure was not known twice. */
function chartOf({ title, valueOf, write, most }: Curve, points: readonly HistoryPoint[]): string | undefined {
  const known = points.flatMap((point) => {
    const value = valueOf(point);
    return value === null ? [] : [{ day: point.day, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2) return undefined;
  const top = most ?? Math.max(1, ...known.map(({ value }) => value));
  // All curves run over the same days.
  const [begin, end] = [points[0]?.day ?? first.day, points.at(-1)?.day ?? last.day];
  const [from, to] = [numberOf(begin), numberOf(end)];
  const places = known.map(({ day, value }) => ({
    x: round(margin + ((width - 2 * margin) * (numberOf(day) - from)) / Math.max(1, to - from)),
    y: round(height - margin - ((height - 2 * margin) * value) / top),
  }));
  const dot = places.at(-1);
  const line = places.map(({ x, y }) => `${x},${y}`).join(' ');
  const said = `${title}: from ${write(first.value)} on ${first.day} to ${write(last.value)} on ${last.day}`;
  return [
    `<li><b>${escape(title)}</b> <span class="number">${write(first.value)} → ${write(last.value)}</span>`,
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(said)}">`,
    `<line class="axis" x1="${margin}" x2="${width - margin}" y1="${height - margin}" y2="${height - margin}"/>`,
    `<polyline class="curve" points="${line}"/>`,
    ...(dot === undefined ? [] : [`<circle class="dot" cx="${dot.x}" cy="${dot.y}" r="3.5"/>`]),
    `</svg><span class="days"><span>${escape(begin)}</span><span>${escape(end)}</span></span></li>`,
  ].join('');
}

const numberOf = (day: string): number => dayNumber(day) ?? 0;
const round = (value: number): number => Math.round(value * 10) / 10;
