/** Claims of degree: phrases that sound like a measurement and give none. One entry a kind, each with what would be a figure. */

/** What kind of figure settles a claim. */
export type ClaimKind = 'speed' | 'load' | 'money' | 'count' | 'share' | 'any';

export interface ClaimWords {
  readonly kind: ClaimKind;
  /** Regular expressions without flags; blanks stand for any white space. */
  readonly phrases: readonly string[];
}

const very = '(?:(?:very|extremely|incredibly|ultra|super)[ -]){0,1}';
const quickly = 'fast(?:er)?';
const actions =
  '(?:access|analytics|delivery|failover|indexing|ingestion|loading|lookups?|pages?|paths? to production|processing|queries|query|reads?|recovery|responses?|retrieval|scans?|search(?:es)?|start-?up|streaming|writes?)';
const amounts = '(?:hundreds|thousands|millions|billions|trillions)';
const plurals = '(?:[A-Za-z]+[ -]){0,2}?(?:people|[A-Za-z]+[a-rt-z]s)';
const parts =
  '(?:backends|brokers|clients|clusters|connections|containers|customers|databases|engineers|events|hosts|instances|machines|messages|microservices|nodes|partitions|pods|queries|regions|replicas|requests|servers|services|shards|users|workers)';

export const claimWords: readonly ClaimWords[] = [
  {
    kind: 'speed',
    phrases: [
      `${very}low(?:er)?[ -]latency`,
      'minimal latency',
      '(?:near-)?(?:instant|instantaneous|rapid) (?:detection|failover|propagation|recovery|rollbacks?|scaling)',
      `${very}high[ -](?:performance|speed)`,
      `${very}${quickly} (?:[a-z]+ ){0,1}${actions}`,
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
      `${very}high(?:er)?[ -]throughput`,
      `${very}high[ -]volume`,
      'throughput (?:is|stays|remains) (?:very |extremely )?high',
    ],
  },
  {
    kind: 'share',
    phrases: [
      `${very}high[ -](?:availability|reliability|durability)`,
      '(?:highly|extremely|exceptionally|ultra)[ -](?:available|durable|reliable|resilient)',
      '(?:low|minimal|negligible)[ -]overhead',
      '(?:minimal|negligible) (?:[a-z]+ )?(?:disruption|downtime|impact|loss)',
    ],
  },
  {
    kind: 'money',
    phrases: [
      '(?:(?:very|extremely|too|prohibitively) )?(?:expensive|costly|inexpensive|cost-effective|affordable|cheap)',
      `${very}low(?:er)?[ -]costs?`,
      '(?:massive|huge|significant|substantial|considerable) (?:cost )?(?:costs?|savings?)',
    ],
  },
  {
    kind: 'count',
    phrases: [
      `(?:many|several|numerous|countless|dozens of|lots of|a lot of|plenty of|a large number of) (?:[a-z]+ ){0,2}${parts}`,
      `(?:hundreds of )?${amounts} of ${plurals}`,
    ],
  },
  {
    kind: 'any',
    phrases: [
      '(?:highly|extremely|massively|infinitely|incredibly|exceptionally|hugely)[ -](?:efficient|optimi[sz]ed|parallel|performant|responsive|scalable)',
      `${very}high[ -](?:scalability|scale)`,
      '(?:massive|huge|enormous|tremendous|immense) (?!challenge|dividends|number|success|undertaking)[a-z]{3,}(?: (?:accumulation|deployments?|growth|impact|radius|savings|spikes?|storms?|surges?|traffic|volumes?))?',
      'unprecedented (?:[a-z]+ )?(?:growth|load|scale|traffic|volumes?)',
      '(?:significantly|dramatically|drastically|greatly|vastly|substantially|considerably|massively) (?:better|cheaper|decreas(?:e[sd]?|ing)|faster|fewer|higher|improv(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|less|lower|more|reduc(?:e[sd]?|ing)|slower|worse)',
      '(?:significant|substantial|dramatic|considerable|massive|huge) (?:[a-z]+ ){0,1}(?:drops?|gains?|improvements?|increases?|overhead|reductions?)',
    ],
  },
];

/** Behind one of these a claim is a condition ("under high traffic"), a question or the name of an error ("too many connections"). */
export const conditions =
  /\b(?:under|during|whether|if|when|how|as|so|too|one-to|despite)\s+(?:(?:periods|times) of\s+)?$/i;

/** Followed by one of these it is the name of a thing: "High availability group", "High-Performance Computing", "Low Latency HLS". */
export const namedThings =
  /^[ -](?:\d|clusters?|computing|critical|essential|group|HLS|matters|needed|required|than|mode|multiplier|mysql|pairs?|proxy|queues?|quer(?:y|ies)|operations?|calls?|joins?|SQL|setup|set-up|sql|stocks?|to fix|vendor|but\b)/i;

/** Says how much without a digit. */
export const wordsForFigures =
  /\bsub-?(?:milli|micro)?second\b|\b(?:double[sd]?|tripled?|halved?|twice|half|zero|none|constant-time|order of magnitude)\b|\bO\([^()]{1,12}\)/i;
