/** Signal "alerting metric": a metric with a threshold, an objective or a baseline, and not a measured value alone. */
import { blankMarkup } from '../../../quantities/markup.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { metrics, objectiveColumns, objectives } from './metricWords.ts';
import type { Statement, StatementLine } from './statement.ts';
import { anyOf, atStart } from './words.ts';

const metric = anyOf(metrics);
const alarm = /^\s*(?:-\s*)?["']?(?:alert[_-]?|alarm[_-]?)?threshold["']?\s*[:=]\s*["']?\d/i;
const objective = anyOf(objectives);
const column = atStart(objectiveColumns);
const comparison =
  /(?:[<>≤≥]=?|\b(?:under|below|above|exceed(?:s|ing)?|at least|at most|less than|more than|greater than)\s)\s*$/i;
/** What is normal, said beside a figure; "under normal conditions" says nothing. */
const norm = /\bnormal(?:ly)?\s*[:(<>\d)]|(?:\dx|\bvs\.?|\bof|\bfrom|\bthan)\s+(?:the\s+)?normal\b/i;
const merit = /\b(?:improve|reduc|faster|better|saving|optimi)/i;
const change = /^\s*(?:->|→|➜|=>)\s*$/;

export function findAlert({ lines, columns, under }: Statement): StatementLine | undefined {
  const title = `${under}\n${lines[0]?.text ?? ''}`;
  return lines.find(({ text }, at) => {
    const words = blankMarkup(text);
    if (columns === undefined) return isHeldAgainst(words, metric.test(title));
    const isGoal = column.test(blankMarkup(columns[at] ?? '').trim());
    if (isGoal && at > 0 && findQuantities(words).length > 0) return true;
    return isHeldAgainst(words, metric.test(lines[0]?.text ?? '') || metric.test(columns[at] ?? ''));
  });
}

/** `Threshold: 80` below `MetricName: CPUUtilization`: an alarm as its system takes it. */
export function findAlarm(lines: readonly StatementLine[]): StatementLine | undefined {
  return lines.some(({ text }) => /metric/i.test(text)) ? lines.find(({ text }) => alarm.test(text)) : undefined;
}

/** Whether a line sets a metric against a figure; `isMetric` where what stands around it names the metric. */
function isHeldAgainst(text: string, isMetric: boolean): boolean {
  if (!isMetric && !metric.test(text)) return false;
  const levels = findQuantities(text).filter((level) => isMetric || metric.test(around(text, level)));
  const isBound = ({ span, unit }: Quantity): boolean => {
    const before = text.slice(Math.max(0, span.start - 14), span.start);
    return comparison.test(before) && (unit.dimension !== 'bytes' || />\s*$/.test(before));
  };
  if (levels.some(isBound)) return true;
  if (levels.length > 0 && norm.test(text)) return true;
  // `failure_threshold: 5` is a setting; "5% errors" and "5 failures in 30 s" are limits.
  if (levels.some(({ unit }) => unit.name !== '') && objective.test(text)) return true;
  if (merit.test(text)) return false;
  return levels.some((level, at) => {
    const next = levels[at + 1];
    return level.unit.dimension === next?.unit.dimension && change.test(text.slice(level.span.end, next.span.start));
  });
}

/** What may name the metric of a figure. */
const around = (text: string, { span }: Quantity): string => text.slice(Math.max(0, span.start - 60), span.end + 30);
