/** The words by which the entries of a log tell the turning points of an incident. Where they leave room for doubt, they are not here. */

const anyOf = (...parts: readonly string[]): RegExp => new RegExp(String.raw`\b(?:${parts.join('|')})\b`, 'i');

/** Not where it says that nobody saw it: "no alert yet", "before anyone noticed". */
const isDenied = String.raw`(?<!\b(?:no|not|not yet|never|without|without an?|without any|nobody|no one|before anyone|before anybody) )`;

const denied = (...parts: readonly string[]): RegExp => new RegExp(`${isDenied}${anyOf(...parts).source}`, 'i');

/** The first sign of trouble, where a log starts with what led to it. */
export const beginning = anyOf(
  String.raw`(?:errors?|failures?|impact|outage|incident|degradation|disruption|symptoms?|timeouts?|problems?|latency|cpu|crash(?:es)?)\b.{0,30}\b(?:begins?|began|starts?|started|spikes?|spiked|jumps?|jumped|climbs?|rises?|drops?)`,
  'first (?:errors?|failures?|failed|timeouts?|impact|symptoms?)',
  '(?:starts?|started|begins?|began) (?:failing|to fail|erroring|returning|timing out|dropping)',
  '(?:goes|went|is|are|platform|service|site|engine|api) (?:down|offline|dark|slow)',
  'stops? (?:serving|responding|accepting)',
  'returns? (?:errors?|5\\d\\d|5xx)',
);

/** What is as it should be, or was planned: nothing began with it. */
export const usual = /^(?:normal|standard|baseline|routine|scheduled|regular)\b/i;
export const usualSection = /\b(?:pre-?incident|normal|baseline|background|before the incident|usual|market crash)\b/i;

export const detection = denied(
  'alert(?:s|ed)?(?! fatigue)',
  'alarms?',
  'paged',
  'pages? (?:the )?(?:on-?call|sre|team)',
  'pager(?: ?duty)?',
  'opsgenie',
  'on-?call (?:is |was )?(?:paged|alerted|notified)',
  'detect(?:s|ed)',
  'notic(?:es?|ed)',
  '(?:user|customer|first|support) (?:reports?|complaints?|tickets?)',
  '\\w+s (?:report|complain)(?:ed)?',
);

export const mitigation = anyOf(
  'mitigated',
  'rolled back',
  'roll(?:s|ing)? back',
  'rollback',
  'revert(?:ed|s)?',
  'failed over',
  'failover',
  'kill ?switch',
  'disabled?',
  '(?:turned|switched) off',
  'rerouted',
  '(?:error|failure) rates? (?:falls?|fell|drops?|dropped|(?:is |are )?back)',
  'partial(?:ly)? (?:recover(?:y|ed)|restor(?:ed|ation))',
);

/** Meant, tried or begun: users are no better yet. */
export const onlyTried = anyOf(
  'decid(?:es?|ed)',
  'decision',
  'plan(?:s|ned)?',
  'propos(?:es?|ed)',
  'prepar(?:es?|ed|ing)',
  'attempt(?:s|ed)?',
  'tr(?:y|ies|ied)',
  'fail(?:s|ed)? to',
  'unsuccessful',
  'initiat(?:es?|ed)',
  'start(?:s|ed)?',
  'begins?',
  'began',
  'without (?:any )?effect',
  'no effect',
  '(?:does|did) not',
  'wait(?:s|ing)?',
  '(?:is|are|was|were|users?|accounts?|logins?) disabled',
);

export const resolution = anyOf(
  'resolved',
  'all[ -]clear',
  'incident (?:is |was )?(?:\\w+ly )?(?:closed|over|ends?|ended)',
  '(?:fully|full|complete|completely) (?:service |system )?(?:recover(?:y|ed)|restor(?:ed|ation|e)|operational|normal)',
  'service (?:recovery|restoration|restored)',
  'back to normal',
  'full service',
  'all (?:\\w+ ){1,3}(?:operational|available|restored|online|normal)',
  'operations? (?:normal|resumed?)',
);

export const notYet = anyOf(
  'not',
  'partial(?:ly)?',
  'partly',
  'some',
  'first',
  'gradual(?:ly)?',
  'intermittent',
  'begins?',
  'began',
  'starts?',
  'started',
  'expected',
  'eta',
  'check',
  'verif(?:y|ication)',
);

/** Reached when it begins; anything else in a log is work, and done when it ends. */
export const isState = anyOf('normal', 'operational', 'restored', 'recovered', 'resolved', 'all[ -]clear', 'stable', 'online', 'available', 'mitigated', 'disabled', 'rolled back'); // prettier-ignore
