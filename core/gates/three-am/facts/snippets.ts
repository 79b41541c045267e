/** What the fixes insert for a missing signal: a form whose fields its author fills in. */
import type { SignalId } from './signals.ts';

interface Snippet {
  readonly title: string;
  readonly text: string;
}

/** A field is words in square brackets that begin with "enter"; until it is filled in, nothing of its row counts. */
export const snippets: Readonly<Record<SignalId, Snippet>> = {
  failure_path: {
    title: 'Insert failure path',
    text: [
      '```mermaid',
      'flowchart LR',
      '    cause["[enter what breaks]"] -- "[enter the error or timeout]" --> next["[enter what fails next]"]',
      '    next -- "[enter the second failure]" --> users["[enter what users see]"]',
      '```',
    ].join('\n'),
  },
  run_or_read: {
    title: 'Insert what-to-run block',
    text: [
      '```bash',
      '# Is it broken? [enter what a bad answer looks like]',
      '[enter the command that shows it]',
      '# Why? [enter the error message to look for]',
      '[enter the command that reads the log]',
      '```',
    ].join('\n'),
  },
  failure_modes: {
    title: 'Insert blast radius',
    text: [
      '| What fails | Who is affected | Blast radius |',
      '| --- | --- | --- |',
      '| [enter what breaks] | [enter which users] | [enter the share of them] |',
    ].join('\n'),
  },
  recovery: {
    title: 'Insert recovery table',
    text: [
      '| Recovery step | Done when | Takes |',
      '| --- | --- | ---: |',
      '| Roll back: [enter the command] | [enter the sign of success] | [enter the minutes] |',
      '| Fail over: [enter the command] | [enter the sign of success] | [enter the minutes] |',
    ].join('\n'),
  },
  alert_metric: {
    title: 'Insert alert threshold',
    text: [
      '| Metric | Normal | Page at |',
      '| --- | --- | --- |',
      '| [enter the metric] | [enter the usual value] | [enter the threshold] |',
    ].join('\n'),
  },
  where_to_look: {
    title: 'Insert dashboard link',
    text: [
      '| Look at | Where |',
      '| --- | --- |',
      '| Dashboard | [enter the link to the dashboard] |',
      '| Runbook | [enter the link to the runbook] |',
      '| On call | [enter the on-call channel] |',
    ].join('\n'),
  },
};
