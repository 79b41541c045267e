/** Words for what goes wrong, as they stand in the labels of an incident. */

/** Whole words; a trailing `*` takes any ending. */
const words = [
  'breach*',
  'cascad*',
  'collaps*',
  'corrupt*',
  'crash*',
  'deadlock*',
  'degrad*',
  'disconnect*',
  'down',
  'downtime',
  'error*',
  'exhaust*',
  'fail*',
  'halt*',
  'leak*',
  'lost',
  'offline',
  'outage*',
  'overload*',
  'overwhelm*',
  'rollback',
  'saturat*',
  'spike*',
  'stale',
  'storm*',
  'surge*',
  'timeout*',
  'timed out',
  'unavailable',
  'unreachable',
];

export const trouble = new RegExp(
  `\\b(?:${words.map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[a-z]*` : word)).join('|')})\\b|[❌💀🔥💥🚨]`,
  'iu',
);

/** A heading that tells of an incident: it says so, or gives the day. */
export const incidentHeading =
  /\b(?:incident|outage|breach|crisis|disaster|meltdown|post-?mortem|cascad(?:e|ing) failure|system failure)s?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d\b/i;
