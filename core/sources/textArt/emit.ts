/** Writes what was drawn: bars as a Gantt chart with its table, milestones as a pie and a checklist, boxes as tables. */
import { readQuantity } from '../../quantities/find.ts';
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, ganttConfig, oneLine, planText } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import type { Art, Bar, BoxedTable, Milestone, RulerUnit } from './model.ts';

export function emitArt({ bars, milestones, boxes, start }: Art, { cite, title }: EmitContext): readonly Block[] {
  const name = title ?? 'Timeline';
  return [
    { kind: 'heading', level: 2, text: name },
    ...(start === undefined || bars.length === 0 ? [] : [drawBars(bars, start, name, cite), barTable(bars, cite)]),
    ...(milestones.length === 0 ? [] : emitMilestones(milestones, name, cite)),
    ...boxes.map((box) => boxTable(box, cite)),
  ];
}

const daysOf: Readonly<Record<RulerUnit, number>> = { day: 1, week: 7, month: 30.4375, quarter: 91.3125 };

/** Longer names of sections leave too little room for the bars. */
const mostSection = 30;

function drawBars(bars: readonly Bar[], start: string, name: string, cite: Cite): Block {
  const first = Math.floor(Math.min(...bars.map(({ from }) => from)));
  const dayAt = (moment: number, unit: RulerUnit): number => Math.round((moment - first) * daysOf[unit]);
  const date = (days: number): string => new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
  let section: string | undefined;
  const lines = bars.flatMap((bar, index) => {
    const isNew = bar.section !== section && bar.section !== '';
    section = bar.section;
    const from = dayAt(bar.from, bar.unit);
    const days = Math.max(1, dayAt(bar.to, bar.unit) - from);
    const said = bar.note === '' ? '' : `, ${bar.note}`;
    return [
      ...(isNew ? [`    section ${planText(bar.section, mostSection)}`] : []),
      `    ${comment(cite(bar.line))}`,
      `    ${planText(bar.name + said)} :b${index + 1}, ${date(from)}, ${days}d`,
    ];
  });
  const [unit = 'week'] = bars.map((bar) => bar.unit);
  const last = Math.ceil(Math.max(...bars.map(({ to }) => to)) - 1e-9) - 1;
  return {
    kind: 'diagram',
    lines: [
      ...ganttConfig(bars.map((bar) => planText(bar.section === '' ? name : bar.section, mostSection))),
      'gantt',
      `    title ${planText(name, 70)}, ${bars.length} bars from ${unit} ${first} to ${unit} ${Math.max(first, last)}`,
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %d %b',
      ...lines,
    ],
  };
}

/** What the drawing shows, to a tenth: what its author wrote beside a bar stands in a column of its own. */
function barTable(bars: readonly Bar[], cite: Cite): Block {
  const [unit = 'week'] = bars.map((bar) => bar.unit);
  const hasNotes = bars.some(({ note }) => note !== '');
  const tenth = (value: number): string => String(Math.round(value * 10) / 10);
  return {
    kind: 'table',
    columns: [
      { title: 'Bar' },
      { title: `From ${unit}`, isFigure: true },
      { title: `Through ${unit}`, isFigure: true },
      { title: `Length as drawn, ${unit}s`, isFigure: true },
      ...(hasNotes ? [{ title: 'Length as written' }] : []),
    ],
    rows: bars.map(({ name, from, to, note }) => [
      oneLine(name, 80),
      String(Math.floor(from + 0.05)),
      String(Math.max(Math.floor(from + 0.05), Math.ceil(to - 0.05) - 1)),
      tenth(to - from),
      oneLine(note, 60),
    ]),
    from: `${cite(...bars.map(({ line }) => line))}; lengths are read off the columns of the drawing`,
  };
}

function emitMilestones(milestones: readonly Milestone[], name: string, cite: Cite): readonly Block[] {
  const done = milestones.filter(({ isDone }) => isDone);
  const open = milestones.filter(({ isDone }) => !isDone);
  const share = Math.round((100 * done.length) / milestones.length);
  const slice = (label: string, of: readonly Milestone[]): readonly string[] =>
    of.length === 0 ? [] : [`    ${comment(cite(...of.map(({ line }) => line)))}`, `    "${label}" : ${of.length}`];
  const hasSections = milestones.some(({ section }) => section !== '');
  return [
    { kind: 'heading', level: 3, text: 'Milestones' },
    {
      kind: 'diagram',
      lines: [
        '---',
        'config: { themeVariables: { pie1: "#10B981", pie2: "#F59E0B", pieOpacity: "1", pieSectionTextColor: "#030712" } }',
        '---',
        'pie showData',
        `    title ${planText(name, 70)}: ${done.length} of ${milestones.length} milestones done (${share}%)`,
        ...slice('Done', done),
        ...slice('Open', open),
      ],
    },
    {
      kind: 'table',
      columns: [...(hasSections ? [{ title: 'Part' }] : []), { title: 'Milestone' }, { title: 'Done' }],
      rows: milestones.map(({ section, name: own, isDone }) => [
        ...(hasSections ? [oneLine(section, 60)] : []),
        oneLine(own, 120),
        isDone ? 'yes' : 'no',
      ]),
      from: cite(...milestones.map(({ line }) => line)),
    },
  ];
}

function boxTable({ header, rows }: BoxedTable, cite: Cite): Block {
  const isFigures = (column: number): boolean =>
    rows.every(({ cells }) => (cells[column] ?? '') === '' || readQuantity(cells[column] ?? '') !== undefined);
  return {
    kind: 'table',
    columns: header.map((title, column) => (isFigures(column) ? { title, isFigure: true } : { title })),
    rows: rows.map(({ cells }) => cells),
    from: cite(...rows.map(({ line }) => line)),
  };
}
