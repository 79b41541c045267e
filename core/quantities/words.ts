/** The words around figures: which make them names, which qualify them, which are never what is counted. */

/** A figure behind one of these is a name: `step 2`, `HTTP 200`, `PostgreSQL 14`. */
export const namers: ReadonlySet<string> = new Set(
  (
    'step steps phase stage part chapter section figure fig table appendix page line lines row column version ver v rev revision release ' +
    'level tier layer wave round option case scenario example rule item task issue ticket bug pr no nr number id port code status ' +
    'exit sev severity priority prio rank type gen generation iteration sprint http https tls ssl ipv rfc iso ieee pep utf sha aes rsa ' +
    'oauth gpt llama java python postgresql postgres mysql mariadb ubuntu debian windows ios android macos spring rails django angular ' +
    'react vue linux rhel centos january february march april may june july august september october november december jan feb mar apr ' +
    'jun jul aug sep sept oct nov dec q fy year day week month quarter season volume vol raid wifi zone az floor building'
  ).split(' '),
);

/** A bare figure may follow these words: they introduce an amount, not a name. */
export const introducers: ReadonlySet<string> = new Set(
  (
    'of to from is are was were be by with at than and or for in has have only just exactly equals equal total totals sum count ' +
    'x average avg mean median min max minimum maximum about around approximately approx roughly nearly almost over under up least ' +
    'most more less below above between says reached reaches subtotal overall combined plus minus times through'
  ).split(' '),
);

/** Words that look like plurals and are not, or that end what is counted. */
export const notNouns: ReadonlySet<string> = new Set(
  (
    'is was has does this its as us vs versus always across less plus minus times thus perhaps various previous obvious series ' +
    'status kubernetes redis aws dns https tls jenkins pandas analysis basis access process success loss gas bus plus bonus focus ' +
    'of in on at by to for from with per and or the a an that than then when where while who which before after during since until ' +
    'are be been can could will would should may might must not no if but so it they we you he she into onto over under above below ' +
    'between through via each every all any both within without about around up down out off ago later earlier more most least ' +
    'remains takes needs means gets goes makes gives costs requires handles serves runs uses equals says reaches exceeds drops rises ' +
    'adds shows starts stops fails works becomes helps allows happens occurs affects causes holds keeps leads saves yields plus'
  ).split(' '),
);

/** Plurals without an s. */
export const irregularNouns: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['matrices', 'matrix'],
  ['queries', 'query'],
  ['databases', 'database'],
  ['caches', 'cache'],
  ['releases', 'release'],
  ['leases', 'lease'],
  ['responses', 'response'],
  ['premises', 'premise'],
  ['images', 'image'],
  ['vcpu', 'vcpu'],
  ['cpu', 'cpu'],
  ['gpu', 'gpu'],
  ['tpu', 'tpu'],
  ['staff', 'person'],
  ['headcount', 'person'],
  ['fte', 'fte'],
]);

export const months: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Behind a figure these make it a clock time. */
export const clockWords: ReadonlySet<string> = new Set(
  "am pm utc gmt est edt pst pdt cet cest bst ist o'clock".split(' '),
);

/** Qualifiers as they stand directly in front of a figure, longest first where one ends another. */
export const qualifiers: readonly {
  readonly words: readonly string[];
  readonly flag: 'approximate' | 'atLeast' | 'atMost';
}[] = [
  {
    flag: 'approximate',
    words: [
      '~', '≈', '≃', 'about', 'around', 'approx', 'approx.', 'approximately', 'roughly', 'circa', 'ca.', 'nearly', 'almost',
      'estimated', 'est.', 'some',
    ],
  }, // prettier-ignore
  { flag: 'atMost', words: ['<', '≤', '<=', 'under', 'below', 'less than', 'fewer than', 'at most', 'up to', 'no more than', 'max', 'maximum'] }, // prettier-ignore
  { flag: 'atLeast', words: ['>', '≥', '>=', 'over', 'above', 'more than', 'at least', 'no less than', 'min.', 'minimum'] }, // prettier-ignore
];
