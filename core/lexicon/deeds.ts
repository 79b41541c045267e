/** Words that follow an organisation's name where a page speaks of what it did or suffered. */

export const deeds: readonly string[] = [
  'built',
  'cut',
  'engineering',
  'engineers',
  'experienced',
  'lost',
  'migrated',
  'moved',
  'rebuilt',
  'reduced',
  'replaced',
  'reported',
  'rewrote',
  'saved',
  'saw',
  'scaled',
  'suffered',
  'went down',
];

export const happenings: readonly string[] = [
  'breach',
  'case study',
  'crisis',
  'disaster',
  'downtime',
  'exhaustion',
  'failure',
  'incident',
  'leak',
  'meltdown',
  'outage',
  'post-mortem',
  'postmortem',
  'spike',
  'storm',
];

/** What headings about an organisation's own systems go on with. */
export const subjects: readonly string[] = [
  'architecture',
  'capacity',
  'cost breakdown',
  'evolution',
  'failure domains',
  'infrastructure',
  'innovation',
  'innovations',
  'novel',
  'operations',
  'request flow',
  'scale',
  'scaling',
  'solutions',
];

/** Behind `'s` these are what it sells, not what it lived through. */
export const offers: readonly string[] = ['API', 'CDN', 'SDK', 'docs', 'documentation', 'free', 'pricing'];
