/** A page's stated "Duration" beside what can be told from its times: a start and an end of its own, or a log. */
import type { CodeBlock, DocumentModel } from '../../../document/model.ts';
import { mapSpanToSource } from '../../../document/edits.ts';
import type { Span } from '../../../model.ts';
import { findMoments } from '../../../quantities/clock.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { Moment } from '../../../quantities/clock.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { isDuration, isWithin, relateDuration, stretch } from './elapsedTimes.ts';
import { logsOfDiagram, logsOfPage, unwrap } from './logs.ts';
import type { Log } from './logs.ts';
import { passagesOfPage, placeQuantity, shift } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { sayDuration } from './durationWords.ts';
import { quote } from './report.ts';

const durationLabel = /^\s*[-*+>|"']*\s*(?:(?:total|overall|outage|incident|downtime)[ _])?(?:duration|downtime|outage time|time elapsed|elapsed(?: time)?)["']?\s*[:=]?["'\s]*$/i; // prettier-ignore
const startLabel = /^\W*(?:(?:trigger|start|begin|detection|onset|outage|incident)[ _]?(?:start|began|begins|time)?|started|began|from)(?:[ _]at)?\W*$/i; // prettier-ignore
const endLabel = /^\W*(?:(?:resolution|end|recovery|restoration|outage|incident)[ _]?(?:end|time)?|ended|resolved|restored|until|to)(?:[ _]at)?\W*$/i; // prettier-ignore

/** A field of a table, list or mapping: its label and what it says. */
interface Field {
  readonly label: string;
  readonly value: Pick<Passage, 'text' | 'start'>;
}

/** More durations than this are no page's about incidents. */
const mostStated = 100;

export function incidentDurations(model: DocumentModel, facts: DocumentFacts): readonly Relation[] {
  const groups = fieldGroups(model);
  const stated = groups.flatMap((fields) =>
    fields.flatMap((field) => {
      const claim = durationLabel.test(field.label) ? statedDuration(field.value) : undefined;
      return claim === undefined ? [] : [{ claim, fields }];
    }),
  );
  if (stated.length === 0 || stated.length > mostStated) return [];
  const sections = sectionsOf(model);
  const logs = [...logsOfPage(model), ...timesOfDiagrams(facts)];
  return stated.flatMap(({ claim, fields }) => {
    const own = ownTimes(claim, fields, model.text);
    if (own !== undefined) return [own];
    const others = stated.filter((other) => other.claim !== claim).map((other) => other.claim.span.start);
    const log = logOf(claim, others, sections, logs);
    return log === undefined ? [] : relateToLog(claim, log, model.text);
  });
}

const overview = /overview|summary|at a glance|key facts|impact|details|metadata|header/i;

/** The entries of the section the duration stands in; of an overview, those of what it is the overview of. */
function logOf(
  claim: Quantity,
  others: readonly number[],
  sections: readonly Section[],
  logs: readonly Log[],
): Log | undefined {
  const isIn = (at: number, { start, end }: Section): boolean => start <= at && at < end;
  for (const section of sections.filter((each) => isIn(claim.span.start, each)).reverse()) {
    if (others.some((other) => isIn(other, section))) return undefined;
    const entries = logs.filter(([first]) => first !== undefined && isIn(first.span.start, section)).flat();
    if (entries.length > 0) return entries;
    if (!overview.test(section.title)) return undefined;
  }
  return undefined;
}

/** Logs, and the times of Gantt tasks, which need not be in order. */
function timesOfDiagrams({ diagrams }: DocumentFacts): readonly Log[] {
  return diagrams.flatMap(({ block, facts }) =>
    [...logsOfDiagram(facts), ...ganttTimes(facts)].map((log) =>
      log.map((entry) => ({ ...entry, span: mapSpanToSource(block, entry.span) })),
    ),
  );
}

function ganttTimes({ symbols }: DiagramFacts): readonly Log[] {
  if (symbols?.type !== 'gantt') return [];
  const entries = symbols.rows.flatMap(({ values }) =>
    values.flatMap(({ text, span }) => {
      const [moment] = findMoments(text);
      return moment?.time === undefined ? [] : [{ moment, span }];
    }),
  );
  return entries.length === 0 ? [] : [entries];
}

/** The rows of a table of two columns, the items of a list, the lines of a paragraph, the lines of code on one level. */
function fieldGroups(model: DocumentModel): readonly (readonly Field[])[] {
  const groups: Field[][] = [];
  const passages = new Map(passagesOfPage(model).map((passage) => [passage.start, passage]));
  let lines: Field[] = [];
  for (const block of model.blocks) {
    if (block.kind === 'text') {
      lines.push(...block.lines.flatMap(({ start }) => splitField(passages.get(start))));
      continue;
    }
    groups.push(lines);
    lines = [];
    if (block.kind === 'table') {
      groups.push(
        block.rows.flatMap(({ cells: [label, value, more] }) => {
          const passage = value && more === undefined ? passages.get(value.span.start) : undefined;
          return label === undefined || passage === undefined
            ? []
            : [{ label: label.text.replaceAll('*', ''), value: passage }];
        }),
      );
    } else if (block.kind === 'code') groups.push(...levelsOf(block, passages, model.text));
  }
  groups.push(lines);
  return groups.filter((fields) => fields.length > 0);
}

/** Lines of code with one indentation that stand together, deeper ones between them left out. */
function levelsOf({ lines }: CodeBlock, passages: ReadonlyMap<number, Passage>, source: string): readonly Field[][] {
  const done: Field[][] = [];
  const open: { readonly indent: number; readonly fields: Field[] }[] = [];
  for (const { start, end } of lines) {
    const indent = source.slice(start, end).search(/\S/);
    if (indent === -1) continue;
    while ((open.at(-1)?.indent ?? -1) > indent) done.push(open.pop()?.fields ?? []);
    if (open.at(-1)?.indent !== indent) open.push({ indent, fields: [] });
    open.at(-1)?.fields.push(...splitField(passages.get(start)));
  }
  return [...done, ...open.map(({ fields }) => fields)];
}

/** "Duration: 47 minutes" as label and value. */
function splitField(passage: Passage | undefined): readonly Field[] {
  const colon = /^[^:=\d]{1,40}(?:[:=]|["']\s*:)\s*/.exec(passage?.text ?? '');
  if (passage === undefined || colon === null) return [];
  const at = colon[0].length;
  return [{ label: colon[0], value: { ...passage, text: passage.text.slice(at), start: passage.start + at } }];
}

/** The duration a value starts with: "47 minutes (P1)"; not "2-4 hours", not "6 hours per week". */
function statedDuration(value: Field['value']): Quantity | undefined {
  const [first] = findQuantities(value.text);
  if (first === undefined || !isDuration(first) || first.value !== first.high || first.atMost) return undefined;
  return /^[\s"'*]*$/.test(value.text.slice(0, first.qualified.start)) ? placeQuantity(first, value) : undefined;
}

/** The start and the end that stand in the same table, list or mapping. */
function ownTimes(claim: Quantity, fields: readonly Field[], source: string): Relation | undefined {
  const [start, end] = [onlyMoment(fields, startLabel), onlyMoment(fields, endLabel)];
  const between = start && end && stretch(start.moment, end.moment);
  if (start === undefined || end === undefined || between === undefined) return undefined;
  const from = source.slice(start.span.start, start.span.end);
  const relation = relateDuration(source, claim, between, end.span);
  if (relation.contradiction === undefined) return relation;
  const length = sayDuration(between);
  const to = source.slice(end.span.start, end.span.end);
  return {
    ...relation,
    contradiction: {
      message: `From ${from} to ${to} is ${length}, the page says ${quote(source, claim)}: correct whichever is wrong.`,
      span: claim.span,
      related: [
        { span: start.span, message: 'The start' },
        { span: end.span, message: 'The end' },
      ],
    },
  };
}

function onlyMoment(
  fields: readonly Field[],
  label: RegExp,
): { readonly moment: Moment; readonly span: Span } | undefined {
  const found = fields
    .filter((field) => label.test(field.label))
    .map(({ value }) => ({ value, moments: findMoments(value.text) }));
  const [first, second] = found;
  const [moment, other] = first?.moments ?? [];
  if (first === undefined || second !== undefined || moment === undefined || other !== undefined) return undefined;
  return { moment, span: shift(moment.span, first.value.start) };
}

/** More entries than this, and nearly every duration lies between two of them. */
const mostEntries = 60;
const minute = 60;

/** An incident begins at one of the first entries of its log and ends in the later half of it, but not between two entries. */
function relateToLog(claim: Quantity, log: Log, source: string): readonly Relation[] {
  const seconds = unwrap(log);
  const times = [...new Set(seconds)].sort((a, b) => a - b);
  const [earliest = 0, latest = 0] = [times[0], times.at(-1)];
  if (times.length > mostEntries || times.length < 2) return [];
  const starts = times.slice(0, Math.max(2, Math.ceil(times.length / 4)));
  const ends = times.slice(Math.floor(times.length / 2));
  const lasts = starts.flatMap((from) => ends.map((to) => to - from));
  if (lasts.some((length) => isWithin(claim, { least: length - minute, most: length + minute }))) {
    return [{ claim, parts: [], contradiction: undefined }];
  }
  const [first, last] = [log[seconds.indexOf(earliest)], log[seconds.lastIndexOf(latest)]];
  if (first === undefined || last === undefined) return [];
  const length = latest - earliest;
  const said = sayDuration({ least: length - minute, most: length + minute });
  const from = source.slice(first.span.start, first.span.end);
  const to = source.slice(last.span.start, last.span.end);
  const contradiction = {
    message: `The log runs from ${from} to ${to}, ${said}, and none of its entries are ${quote(source, claim)} apart: correct the duration or the log.`,
    span: claim.span,
    related: [
      { span: first.span, message: 'The first entry' },
      { span: last.span, message: 'The last entry' },
    ],
  };
  return [{ claim, parts: [], contradiction }];
}

interface Section extends Span {
  readonly title: string;
}

/** The page, and the part under each heading, up to the next of its level. */
function sectionsOf({ blocks, text }: DocumentModel): readonly Section[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const sections: Section[] = [{ start: 0, end: text.length, title: '' }];
  const open: { readonly level: number; readonly start: number; readonly title: string }[] = [];
  const close = (level: number, end: number): void => {
    for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
      open.pop();
      sections.push({ start: last.start, end, title: last.title });
    }
  };
  for (const { level, span, text: title } of headings) {
    close(level, span.start);
    open.push({ level, start: span.start, title });
  }
  close(1, text.length);
  return sections.sort((a, b) => a.start - b.start || b.end - a.end);
}
