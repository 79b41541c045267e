/** Reads plans and histories: gantt, timeline and journey. */
import { vocabularyOf } from '../vocabulary.ts';
import { Cursor } from './cursor.ts';
import { plainLabel } from './label.ts';
import { readLines, splitFields } from './lineReader.ts';
import type { Field } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import type { DiagramSymbols } from './model.ts';
import { readStyleStatement } from './styleStatement.ts';

const accessibility = ['accTitle', 'accDescr'];
/** `click` speaks of tasks, and is read as a statement. */
const notProperties: ReadonlySet<string> = new Set(['section', 'click']);
const ganttProperties = vocabularyOf('gantt')?.keywords.filter((keyword) => !notProperties.has(keyword)) ?? [];
/** Words before a task's id and dates that only change how it looks. */
const ganttTags: ReadonlySet<string> = new Set(['active', 'done', 'crit', 'milestone', 'vert']);

/** `Name : crit, id, 2024-01-01, 3d`; `values` are the fields without tags and id: start, then end or duration. */
export function readGantt(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^gantt\b/, ganttProperties, ({ line, symbols }) => {
    if (readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols)) return;
    const colon = line.text.indexOf(':');
    if (colon === -1) return;
    const name = { start: line.span.start, end: line.span.start + colon };
    const comment = line.text.indexOf('%%', colon);
    const end = comment === -1 ? line.span.end : line.span.start + comment;
    const all = splitFields(text, { start: name.end + 1, end }, /,/);
    const fields = all.filter((field) => field.text !== '' && !ganttTags.has(field.text));
    const id = fields.length >= 3 ? fields[0]?.text : undefined;
    const values = fields.length >= 3 ? fields.slice(1) : fields;
    symbols.row({ label: plainLabel(text, name), span: line.span, values, id });
  });
}

/** `period : event : event`; a line that begins with a colon adds events to the period above. */
export function readTimeline(text: string, type: string): DiagramSymbols {
  const header = /^timeline\b(?:\s+(?:LR|TD|TB)\b)?/;
  return readLines(text, type, header, ['title', ...accessibility], ({ line, symbols }) => {
    const [period, ...events] = splitFields(text, line.span, /:(?=\s|$)/);
    if (period === undefined) return;
    const values: readonly Field[] = events;
    symbols.row({
      label: period.text === '' ? undefined : plainLabel(text, period.span),
      span: line.span,
      values,
      id: undefined,
    });
  });
}

/** `Task: 5: Ann, Ben`; `values` are the score and the actors. */
export function readJourney(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^journey\b/, ['title', ...accessibility], ({ line, symbols }) => {
    const [task, score, actors] = splitFields(text, line.span, /:/);
    if (task === undefined || score === undefined) return;
    const who = actors === undefined ? [] : splitFields(text, actors.span, /,/);
    symbols.row({ label: plainLabel(text, task.span), span: line.span, values: [score, ...who], id: undefined });
  });
}
