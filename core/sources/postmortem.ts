/** The text of a postmortem: what happened when, and how long detection, mitigation and resolution took. */
import { emitTimeline } from './postmortem/emit.ts';
import { countTimes, readTimelineText } from './postmortem/read.ts';
import { defineSource } from './source.ts';
import type { SourceOption } from './source.ts';

const isTime = (value: string): boolean => /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(value);

const time = (name: string, label: string): SourceOption => ({
  name,
  label: `${label}, as a time of the text such as 14:22`,
  otherwise: 'what the words of the text say',
  problemOf: (value) => (isTime(value) ? undefined : 'write a time such as 14:22'),
});

export const postmortem = defineSource({
  id: 'postmortem',
  title: 'Postmortem or incident log',
  reads:
    'lines that begin with a time (“14:22 UTC: …”, “**14:00** …”, ISO stamps, “Day 2”, “T+5 min”), tables with a column of times, Mermaid timelines, Slack exports; over midnight and across time zones',
  makes: 'a Gantt chart or timeline, and a recovery table with the time to detect, mitigate and resolve',
  files: ['*.md', '*.txt', '*.log', '*.json'],
  mostBytes: 8_000_000,
  options: [
    time('began', 'When it began'),
    time('detected', 'When it was detected'),
    time('mitigated', 'When users got better'),
    time('resolved', 'When it was over'),
  ],
  detect({ head, name }) {
    const times = countTimes(head);
    if (times < 2) return 0;
    const isIncident = /\b(?:incident|outage|postmortem|post-mortem|timeline|alert|rolled back|resolved|mitigat)/i.test(
      head,
    );
    if (/^\s*\[\s*\{/.test(head)) return /"ts"\s*:\s*"\d{10}\.\d+"/.test(head) ? 0.9 : 0;
    return Math.min(
      0.9,
      (times >= 4 ? 0.5 : 0.3) + (isIncident ? 0.25 : 0) + (/incident|outage|mortem/i.test(name) ? 0.1 : 0),
    );
  },
  parse: readTimelineText,
  emit: emitTimeline,
});
