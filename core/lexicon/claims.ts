/** Claims of degree: phrases that sound like a measurement and give none. One entry a kind, each with what would be a figure. */
import { burdens, changes, doings, gains, intensely, parts, quickActions } from './degrees.ts';
import type { ClaimKind, MeasuredKind } from './degrees.ts';

export interface ClaimWords {
  readonly kind: ClaimKind;
  /** Regular expressions without flags; blanks stand for any white space. */
  readonly phrases: readonly string[];
}

const intense = '(?:very|extremely|incredibly|exceptionally|ultra|super)';
const very = `(?:${intense}[ -])?`;

/** Up to so many words between a degree and what it measures: "lower video hosting costs". */
const between = (most: number): string =>
  `(?:(?!(?:a|an|and|for|in|its|of|on|or|our|the|their|to|with)[ -])[a-z&]+[ -]){0,${String(most)}}?`;

/** Not where the noun only says of what another one is: "high bandwidth costs", "availability guarantees". */
const alone =
  '(?![ -](?:alerts?|bills?|budgets?|consumption|costs?|failures?|goals?|guarantees?|impacts?|issues?|limits?|metrics?|monitoring|monitors?|optimi[sz]ations?|pressure|problems?|reports?|spikes?|targets?|tests?|thresholds?|tiers?|tuning|usage)\\b)';

/** A degree in the direction that is wanted: the other one names a symptom ("high latency", "low throughput"). */
function praise(kind: MeasuredKind): readonly string[] {
  const high = gains[kind];
  const low = burdens[kind];
  const both = [high, low].filter((nouns) => nouns !== undefined).join('|');
  return [
    ...(high === undefined
      ? []
      : [`(?:high(?:er)?|strong(?:er)?|superior|increased|enhanced)[ -]${between(1)}(?:${high})${alone}`]),
    ...(low === undefined ? [] : [`(?:low(?:er)?|minimal|negligible|reduced)[ -]${between(2)}(?:${low})${alone}`]),
    `(?:better|excellent|improved|outstanding)[ -]${between(1)}(?:${both})${alone}`,
    `${intense}[ -](?:high|low|large|small)[ -]${between(1)}(?:${both})`,
  ];
}

export const claimWords: readonly ClaimWords[] = [
  {
    kind: 'speed',
    phrases: [
      ...praise('speed'),
      '(?:near-)?(?:instant|instantaneous|rapid) (?:detection|failover|propagation|recovery|rollbacks?)',
      `${very}fast(?:er)? (?:[a-z]+ ){0,1}${quickActions}`,
      `${very}faster (?:[a-z]+ ){0,1}${doings}`,
      // The verb is looked at, the adjective is the claim.
      `(?<=(?:\\b(?:is|are|was|were|be|been|stays?|remains?)|['’]s)\\s(?:(?:very|extremely|really|incredibly)\\s)?)(?:(?:blazing(?:ly)?|lightning)[ -])?fast(?! (?:enough|path|fail|forward|track))`,
      '(?:blazing(?:ly)?|lightning|ultra)[ -]fast',
      'latency (?:is|stays|remains) (?:very |extremely )?low',
      'performance (?:is|stays|remains) (?:very |extremely )?high',
    ],
  },
  {
    kind: 'load',
    phrases: [
      ...praise('load'),
      `${intense}[ -]high[ -]bandwidth`,
      `${very}high[ -]volume`,
      'throughput (?:is|stays|remains) (?:very |extremely )?high',
    ],
  },
  {
    kind: 'share',
    phrases: [
      ...praise('share'),
      '(?:highly|extremely|exceptionally|ultra)[ -](?:available|durable|reliable|resilient)',
    ],
  },
  {
    kind: 'money',
    phrases: [
      '(?:(?:very|extremely|too|prohibitively) )?(?:expensive|costly|inexpensive|cost-effective|affordable|cheap)',
      ...praise('money'),
      '(?:massive|huge|significant|substantial|considerable|tremendous) (?:[a-z&]+ ){0,1}(?:costs?|expenses?|expenditure|investments?|savings?|spend(?:ing)?)',
    ],
  },
  { kind: 'size', phrases: praise('size') },
  {
    kind: 'count',
    phrases: [
      `(?:many|several|numerous|countless|dozens of|lots of|a lot of|plenty of|a large number of) (?:[a-z]+ ){0,2}${parts}`,
    ],
  },
  {
    kind: 'any',
    phrases: [
      ...praise('any'),
      '(?:highly|extremely|massively|infinitely|incredibly|exceptionally|hugely)[ -](?:efficient|optimi[sz]ed|parallel|performant|responsive|scalable)',
      '(?:massive|huge|enormous|tremendous|immense) (?!challenge|dividends|number|success|undertaking)[a-z]{3,}(?: (?:accumulation|deployments?|growth|impact|radius|savings|spikes?|storms?|surges?|traffic|volumes?))?',
      'unprecedented (?:[a-z]+ )?(?:demand|growth|load|scale|scaling|traffic|volumes?)',
      '(?:significant|substantial|dramatic|considerable|massive|huge) (?:[a-z]+ ){0,1}(?:drops?|gains?|growth|improvements?|increases?|overhead|reductions?)',
      '(?:minimal|negligible) (?:[a-z]+ ){0,1}(?:adoption|uptake)',
      `${intensely} (?:better|cheaper|faster|fewer|higher|less|lower|more|slower|worse|${changes})`,
      `${changes} (?:[a-z]+ ){0,1}?${intensely}`,
    ],
  },
];

/** Behind one of these a claim is a condition ("under high traffic"), a demand, a question or the name of an error ("too many connections"). */
export const conditions =
  /\b(?:under|during|whether|if|when|how|as|so|too|one-to|despite|needs?|needed|requires?|required)\s+(?:(?:periods|times) of\s+)?$/i;

/** A first line that ends so makes those below it conditions or demands: "Best for:", "Use it when:", "Requirements". */
export const asksWhen = /\b(?:(?:for|if|when|where)\s*:|requirements?:?)\s*$/i;

/** Followed by one of these it is the name of a thing: "High availability group", "High-Performance Computing", "Low Latency HLS". */
export const namedThings =
  /^[ -](?:\d|clusters?|computing|critical|disks?|drives?|essential|group|HLS|matters|needed|nvme|required|than|mode|multiplier|mysql|pairs?|proxy|queues?|quer(?:y|ies)|operations?|calls?|joins?|SQL|setup|set-up|sql|ssds?|stocks?|to fix|but\b)/i;

/** As a label's whole line it says how a part is set up, with replicas, and not how well that does. */
export const setUps = /^\W*high[ -]availability\W*$/i;

/** Says how much without a digit. */
export const wordsForFigures =
  /\bsub-?(?:milli|micro)?second\b|\b(?:double[sd]?|tripled?|halved?|twice|half|zero|none|constant-time|order of magnitude)\b|\bO\([^()]{1,12}\)/i;
