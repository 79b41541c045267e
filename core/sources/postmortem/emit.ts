/** Writes an incident as a Gantt chart by the clock, or as a timeline where days matter more, and a recovery table. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, oneLine, planText } from '../labels.ts';
import { sayLength } from '../lengths.ts';
import type { EmitContext } from '../source.ts';
import type { Happening, Timeline, Turn } from './model.ts';

const secondsOfDay = 86_400;
/** Over more days than these, hours are too thin to see. */
const mostDaysOfGantt = 3;
const mostLabel = 56;

export function emitTimeline(timeline: Timeline, { cite, title }: EmitContext): readonly Block[] {
  const { happenings, isDated, zone } = timeline;
  const [first] = happenings;
  const days = isDated && first !== undefined ? `, ${sayDays(dayOf(first.at), dayOf(endOf(timeline)))}` : '';
  const name = planText(title ?? 'Incident', 70);
  const isLong = happenings.some(({ label }) => label.length > mostLabel);
  return [
    { kind: 'heading', level: 2, text: `Timeline${days}${zone === undefined ? '' : ` (${zone})`}` },
    isGantt(timeline) ? drawGantt(timeline, name, cite) : drawTimeline(timeline, name, cite),
    { kind: 'heading', level: 3, text: 'Recovery' },
    recoveryTable(timeline, cite),
    ...(isLong ? [eventTable(timeline, cite)] : []),
  ];
}

const endOf = ({ happenings }: Timeline): number => Math.max(...happenings.map(({ at, until }) => until ?? at));

function isGantt(timeline: Timeline): boolean {
  const [first] = timeline.happenings;
  if (first === undefined || !timeline.hasTimes || timeline.isRelative) return false;
  const end = endOf(timeline);
  // Without a date, a Gantt chart knows one day only.
  if (!timeline.isDated) return first.at >= 0 && end < secondsOfDay;
  return end - first.at <= mostDaysOfGantt * secondsOfDay;
}

const sayDays = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);

const pad = (value: number): string => String(value).padStart(2, '0');
const dayOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

function clockOf(at: number, hasSeconds: boolean): string {
  const time = ((at % secondsOfDay) + secondsOfDay) % secondsOfDay;
  const clock = `${pad(Math.floor(time / 3600))}:${pad(Math.floor((time % 3600) / 60))}`;
  return hasSeconds ? `${clock}:${pad(time % 60)}` : clock;
}

/** The headings between which the entries stand: until it was noticed, until users got better, and after. */
function stageOf({ phases: { detected, mitigated } }: Timeline, { at }: Happening): string {
  if (detected !== undefined && at < detected.at) return 'Undetected';
  if (mitigated !== undefined && at >= mitigated.at) return 'Recovery';
  return detected === undefined && mitigated === undefined ? 'Events' : 'Response';
}

/** Each entry lasts until the next; `stage` is given where a new one begins. */
function staged(
  timeline: Timeline,
): readonly (Happening & { readonly stage: string | undefined; readonly end: number })[] {
  const { happenings } = timeline;
  let stage: string | undefined;
  return happenings.map((each, index) => {
    const own = stageOf(timeline, each);
    const isNew = own !== stage;
    stage = own;
    const next = happenings.slice(index + 1).find(({ at }) => at > each.at)?.at;
    return { ...each, stage: isNew ? own : undefined, end: each.until ?? next ?? each.at };
  });
}

function drawGantt(timeline: Timeline, name: string, cite: Cite): Block {
  const { isDated, hasSeconds, phases, zone } = timeline;
  const clock = hasSeconds ? 'HH:mm:ss' : 'HH:mm';
  const stamp = (at: number): string => `${isDated ? `${dayOf(at)} ` : ''}${clockOf(at, hasSeconds)}`;
  const lines = staged(timeline).flatMap(({ at, end, label, line, stage }, index) => {
    const isBad = phases.began !== undefined && phases.mitigated !== undefined && at >= phases.began.at && at < phases.mitigated.at; // prettier-ignore
    const tags = [end === at ? 'milestone' : isBad ? 'crit' : undefined, `e${index + 1}`].filter((tag) => tag !== undefined); // prettier-ignore
    return [
      ...(stage === undefined ? [] : [`    section ${stage}`]),
      `    ${comment(cite(line))}`,
      `    ${planText(label, mostLabel)} :${tags.join(', ')}, ${stamp(at)}, ${end === at ? '0m' : stamp(end)}`,
    ];
  });
  return {
    kind: 'diagram',
    lines: [
      'gantt',
      `    title ${titleOf(timeline, name, zone)}`,
      `    dateFormat ${isDated ? 'YYYY-MM-DD ' : ''}${clock}`,
      '    axisFormat %H:%M',
      ...lines,
    ],
  };
}

function titleOf(timeline: Timeline, name: string, zone: string | undefined): string {
  const { began, resolved } = timeline.phases;
  const [first] = timeline.happenings;
  const from = (resolved === undefined ? first?.at : began?.at) ?? 0;
  const took = sayLength((resolved?.at ?? endOf(timeline)) - from);
  const what = resolved === undefined ? `${took} from first to last entry` : `resolved after ${took}`;
  return `${name}, ${what}${zone === undefined ? '' : ` (${zone})`}`;
}

/** Colons end a period, so they are written as Mermaid's entity. */
const safe = (text: string): string => text.replaceAll(':', '#58;');

function drawTimeline(timeline: Timeline, name: string, cite: Cite): Block {
  const { happenings, isDated, isRelative, hasTimes, hasSeconds, zone } = timeline;
  const start = Math.floor((happenings[0]?.at ?? 0) / secondsOfDay);
  const dayName = (at: number): string => (isDated ? dayOf(at) : `Day ${Math.floor(at / secondsOfDay) - start + 1}`);
  let day: string | undefined;
  const lines = happenings.flatMap(({ at, label, line }) => {
    const own = dayName(at);
    const isNew = own !== day && !isRelative && hasTimes;
    day = own;
    const when = isRelative ? offsetOf(at) : hasTimes ? clockOf(at, hasSeconds) : own;
    return [
      ...(isNew ? [`    section ${own}`] : []),
      `    ${comment(cite(line))}`,
      `    ${safe(when)} : ${safe(planText(label, mostLabel))}`,
    ];
  });
  const title = hasTimes ? titleOf(timeline, name, zone) : `${name}, ${dayName(happenings[0]?.at ?? 0)} to ${dayName(endOf(timeline))}`; // prettier-ignore
  return { kind: 'diagram', lines: ['timeline', `    title ${safe(title)}`, ...lines] };
}

const offsetOf = (at: number): string => (at < 0 ? `T-${sayLength(-at)}` : `T+${sayLength(at)}`);

/** A moment as the table names it. */
function whenOf(timeline: Timeline, at: number): string {
  const { isDated, isRelative, hasTimes, hasSeconds, happenings } = timeline;
  if (isRelative) return offsetOf(at);
  const start = Math.floor((happenings[0]?.at ?? 0) / secondsOfDay);
  const isOneDay = Math.floor(endOf(timeline) / secondsOfDay) === start;
  const day = isDated ? dayOf(at) : `Day ${Math.floor(at / secondsOfDay) - start + 1}`;
  if (!hasTimes) return day;
  return isOneDay ? clockOf(at, hasSeconds) : `${day} ${clockOf(at, hasSeconds)}`;
}

/** How long each turn took, counted from the beginning; what the text does not tell is no row. */
function recoveryTable(timeline: Timeline, cite: Cite): Block {
  const { phases, happenings } = timeline;
  const { detected, mitigated, resolved } = phases;
  const last = happenings.reduce<Turn | undefined>(
    (latest, { at, until, label, line }) =>
      latest === undefined || (until ?? at) >= latest.at ? { at: until ?? at, label, line } : latest,
    undefined,
  );
  const measures = [
    { name: 'Detection (TTD)', to: detected },
    { name: 'Mitigation (TTM)', to: mitigated },
    { name: 'Resolution (TTR)', to: resolved },
  ].flatMap(({ name, to }) => (to === undefined ? [] : [{ name, to }]));
  const told = measures.length > 0 || last === undefined ? measures : [{ name: 'First to last entry', to: last }];
  const began = measures.length > 0 ? (phases.began ?? happenings[0]) : happenings[0];
  const from = began?.at ?? 0;
  return {
    kind: 'table',
    columns: [
      { title: 'Phase' },
      { title: 'From' },
      { title: 'To' },
      { title: 'Took', isFigure: true },
      { title: 'Begins with' },
      { title: 'Ends with' },
    ],
    rows: told.map(({ name, to }) => [
      name,
      whenOf(timeline, from),
      whenOf(timeline, to.at),
      lengthOf(timeline, to.at - from),
      oneLine(began?.label ?? '', 120),
      oneLine(to.label, 120),
    ]),
    from: `${cite(...told.flatMap(({ to }) => [began?.line ?? to.line, to.line]))}; how long each took is computed`,
  };
}

const lengthOf = ({ hasTimes }: Timeline, seconds: number): string =>
  hasTimes ? sayLength(seconds) : `${Math.round(seconds / secondsOfDay)} d`;

/** Every entry in full, where the diagram has to cut. */
function eventTable(timeline: Timeline, cite: Cite): Block {
  const { happenings } = timeline;
  return {
    kind: 'table',
    columns: [{ title: 'Time' }, { title: 'What happened' }],
    rows: happenings.map(({ at, until, label }) => [
      until === undefined ? whenOf(timeline, at) : `${whenOf(timeline, at)} – ${whenOf(timeline, until)}`,
      oneLine(label, 300),
    ]),
    from: cite(...happenings.map(({ line }) => line)),
  };
}
