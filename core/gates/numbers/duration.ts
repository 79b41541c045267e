/** DG608: a duration that is not the time between its two ends, or a log that goes back in time. */
import type { RuleMeta } from '../rule.ts';
import { elapsedTimesOfGantt, elapsedTimesOfPassage } from './facts/elapsedTimes.ts';
import { sectionLengths } from './facts/ganttSections.ts';
import { incidentDurations } from './facts/incidentDurations.ts';
import { findStepsBack, logsOfDiagram, logsOfPage } from './facts/logs.ts';
import type { Log } from './facts/logs.ts';
import { sayDuration } from './facts/durationWords.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule, Relation } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG608',
  alias: 'duration',
  gate: 'numbers',
  severity: 'warning',
  title: 'A duration is not the time between its start and its end, or a log goes back in time.',
  why: 'How long it took is the first thing asked after an incident. When the clock times tell another length, the report cannot be trusted on anything else.',
  fixable: false,
};

export const duration: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [
    ...passagesOfDiagram(facts).flatMap((passage) => elapsedTimesOfPassage(passage, facts.text)),
    ...elapsedTimesOfGantt(facts),
    ...sectionLengths(facts),
    ...logsOfDiagram(facts).map((log) => relateOrder(log, facts.text)),
  ],
  inDocument: (model, facts) => [
    ...passagesOfPage(model).flatMap((passage) => elapsedTimesOfPassage(passage, model.text)),
    ...incidentDurations(model, facts),
    ...logsOfPage(model).map((log) => relateOrder(log, model.text)),
  ],
});

/** A log is one relation: that its entries stand in order. */
function relateOrder(log: Log, source: string): Relation {
  const [first, ...more] = findStepsBack(log);
  if (first === undefined) return { claim: undefined, parts: [], contradiction: undefined };
  const { entry, before, seconds } = first;
  const said = (span: typeof entry.span): string => source.slice(span.start, span.end);
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return {
    claim: undefined,
    parts: [],
    contradiction: {
      message: `The log goes back by ${sayDuration({ least: seconds, most: seconds })}: ${said(entry.span)} stands behind ${said(before.span)}${others}. Put the entries in order or correct the time.`,
      span: entry.span,
      related: [{ span: before.span, message: 'The entry before' }],
    },
  };
}
