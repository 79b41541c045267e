/** What claims of degree are made of: nouns that are measured, by the figure that settles them, and words for change. */

/** What kind of figure settles a claim. */
export type ClaimKind = 'speed' | 'load' | 'money' | 'count' | 'share' | 'size' | 'any';

/** Kinds with nouns of their own; parts are counted, not praised. */
export type MeasuredKind = Exclude<ClaimKind, 'count'>;

type Nouns = Readonly<Record<MeasuredKind, string | undefined>>;

/** Measured, and wanted high. Regular expressions, as everything here. */
export const gains: Nouns = {
  speed: 'performance|speed',
  load: 'throughput',
  share:
    'accuracy|availability|compression|durability|efficiency|hit (?:rates?|ratios?)|precision|reliability|uptime|utili[sz]ation',
  money: undefined,
  size: undefined,
  any: 'density|productivity|scalability|scores|velocity',
};

/** Measured, and wanted low. */
export const burdens: Nouns = {
  speed: 'delays?|latenc(?:y|ies)|load times?|response times?',
  load: '(?:cache|database|disk|network|storage) (?:calls|i/o|load|reads|traffic|usage|writes)',
  share: 'cpu(?: usage)?|disruptions?|downtime|(?:error|failure) rates?|impact|loss|overhead',
  money: 'bills?|costs?|prices?|spend(?:ing)?',
  size: 'bandwidth usage|(?:memory )?footprints?|memory(?: usage)?',
  any: undefined,
};

/** What is fast: "fast failover", "faster page loading". */
export const quickActions =
  '(?:access|analytics|delivery|experiences?|failover|indexing|ingestion|loading|lookups?|pages?|paths? to production|processing|queries|query|reads?|recovery|responses?|retrieval|scans?|search(?:es)?|start-?up|streaming|writes?)';

/** What is done faster: also what "-ing", "-ment" and "-tion" make of a verb. */
export const doings =
  '(?:[a-z]{2,}(?:ing|ment|tion|sion)s?|builds?|deploys?|discovery|releases?|rollouts?|rollbacks?|time[ -]to[ -]market|turnaround)';

export const parts =
  '(?:backends|brokers|clients|clusters|connections|containers|customers|databases|engineers|events|hosts|instances|machines|messages|microservices|nodes|partitions|pods|queries|regions|replicas|requests|servers|services|shards|users|workers)';

export const intensely =
  '(?:considerably|dramatically|drastically|enormously|greatly|massively|severely|sharply|significantly|substantially|tremendously|vastly)';

/** What happens to a quantity. */
export const changes =
  '(?:accelerat(?:e[sd]?|ing)|adjust(?:s|ed|ing)?|affect(?:s|ed|ing)?|boost(?:s|ed|ing)?|climb(?:s|ed|ing)?|cut(?:s|ting)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|degrad(?:e[sd]?|ing)|drop(?:s|ped|ping)?|expand(?:s|ed|ing)?|exceed(?:s|ed|ing)?|fall(?:s|en|ing)?|fell|grow(?:s|n|ing)?|grew|impact(?:s|ed|ing)?|improv(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|lower(?:s|ed|ing)?|outperform(?:s|ed|ing)?|rais(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|shr[aiu]nk|slow(?:s|ed|ing)?|speed(?:s|ing)?|sped|worsen(?:s|ed|ing)?)';
