/** Timelines, checklists and tables drawn with letters: the same as diagrams and tables that can be read and changed. */
import { defineSource } from './source.ts';
import { findBars } from './textArt/bars.ts';
import { findBoxes } from './textArt/boxes.ts';
import { findMilestones } from './textArt/milestones.ts';
import { emitArt } from './textArt/emit.ts';
import type { Art } from './textArt/model.ts';

const mostBars = 150;

export const textArt = defineSource<Art>({
  id: 'text-art',
  title: 'Text-art timeline, checklist or table',
  reads:
    'bars below a row of weeks, months or days (“████░░”, “├─ Build ──┤”), lists with [x] and [ ], tables drawn with │ and ─ or + and |',
  makes: 'a Gantt chart, a checklist with what is done, Markdown tables',
  files: ['*.md', '*.txt'],
  mostBytes: 2_000_000,
  options: [
    {
      name: 'start',
      label: 'The day the first week, month or day of the drawing begins, such as 2026-03-02',
      otherwise: 'asked for where there are bars',
      problemOf: (value) =>
        /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
          ? undefined
          : 'write a day such as 2026-03-02',
    },
  ],
  detect({ head }) {
    const lines = head.split(/\r\n?|\n/);
    if (findBars(lines).length > 0) return 0.85;
    if (/^[ \t]*(?:┌[─┬]{3,}┐|\+(?:[-=]{2,}\+){2,})[ \t]*$/m.test(head)) return 0.75;
    const { length } = findMilestones(lines);
    return length >= 3 ? 0.55 : length > 0 ? 0.3 : 0;
  },
  parse({ text }, options) {
    const lines = text.split(/\r\n?|\n/);
    const bars = findBars(lines);
    const milestones = findMilestones(lines);
    const boxes = findBoxes(lines);
    if (bars.length > mostBars) {
      return {
        problem: `there are ${bars.length} bars, and at most ${mostBars} are drawn`,
        line: bars[mostBars]?.line,
      };
    }
    if (bars.length + milestones.length + boxes.length === 0) {
      return {
        problem: 'there are no bars below a row of weeks, no [x] milestones and no table drawn with lines',
        line: undefined,
      };
    }
    if (bars.length > 0 && options['start'] === undefined) return { needs: 'start' };
    return { model: { bars, milestones, boxes, start: options['start'] } };
  },
  emit: emitArt,
});
