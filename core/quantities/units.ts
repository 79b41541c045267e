/** The units figures carry, by the word or sign that writes them. */
import type { Dimension, Period, Unit } from './model.ts';

/** A unit apart from what it is per. */
export interface UnitWord {
  readonly dimension: Dimension;
  readonly name: string;
  readonly scale: number;
  readonly period?: Period;
  /** Only where it touches the figure: `5m`, never `5 m`. */
  readonly attached?: true;
}

export const bareUnit: Unit = { dimension: 'count', name: '', scale: 1, per: [], period: undefined };

const day = 86_400;
/** A twelfth of a mean year. */
const month = 30.4375 * day;

export const secondsPer: Readonly<Record<Period, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day,
  week: 7 * day,
  month,
  quarter: 3 * month,
  year: 12 * month,
};

/** Period names as they stand behind "/" or "per". */
export const periodWords: ReadonlyMap<string, Period> = new Map<string, Period>([
  ...words('s sec secs second seconds', 'second' as const),
  ...words('m min mins minute minutes', 'minute' as const),
  ...words('h hr hrs hour hours', 'hour' as const),
  ...words('d day days', 'day' as const),
  ...words('w wk week weeks', 'week' as const),
  ...words('mo mon mth month months', 'month' as const),
  ...words('q qtr quarter quarters', 'quarter' as const),
  ...words('y yr year years annum', 'year' as const),
]);

/** Adverbs and adjectives that give an amount its period: "$5K monthly". */
export const periodAdverbs: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['annual', 'year'],
]);

export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
]);

export const currencyCodes: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CHF CAD AUD INR CNY SEK NOK DKK BRL SGD'.split(' '),
);

/** What touches a figure and multiplies it. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['MM', 1e6],
  ['mn', 1e6],
  ['Mn', 1e6],
  ['B', 1e9],
  ['bn', 1e9],
  ['Bn', 1e9],
  ['T', 1e12],
  ['tn', 1e12],
  ['Tn', 1e12],
]);

/** Letters that multiply an amount of money only: elsewhere `m` is minutes. */
export const moneyMagnitudes: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

export const magnitudeWords: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Looked up as written first, then in lower case. */
export const unitWords: ReadonlyMap<string, UnitWord> = new Map<string, UnitWord>([
  ...words<UnitWord>('% percent', { dimension: 'percent', name: '%', scale: 1 }),
  ...words<UnitWord>('pp', { dimension: 'percent', name: '%', scale: 1 }),
  ...words<UnitWord>('x X ×', { dimension: 'factor', name: 'x', scale: 1, attached: true }),
  ...words<UnitWord>('fold', { dimension: 'factor', name: 'x', scale: 1 }),
  ...words('ns nanosecond nanoseconds', lasting(1e-9)),
  ...words('us µs μs microsecond microseconds', lasting(1e-6)),
  ...words('ms msec millisecond milliseconds', lasting(1e-3)),
  ...words('s sec secs second seconds', lasting(1)),
  ...words('min mins minute minutes', lasting(60)),
  ...words<UnitWord>('m', { ...lasting(60), attached: true }),
  ...words('h hr hrs hour hours', lasting(3600)),
  ...words('day days', lasting(day)),
  ...words<UnitWord>('d', { ...lasting(day), attached: true }),
  ...words('wk wks week weeks', lasting(7 * day)),
  ...words<UnitWord>('w', { ...lasting(7 * day), attached: true }),
  ...words('month months mths mos', lasting(month)),
  ...words<UnitWord>('mo', { ...lasting(month), attached: true }),
  ...words('quarter quarters', lasting(3 * month)),
  ...words('yr yrs year years', lasting(12 * month)),
  ...words<UnitWord>('y', { ...lasting(12 * month), attached: true }),
  ...words('byte bytes', storing(1)),
  ...words('KB kB', storing(1e3)),
  ...words('MB', storing(1e6)),
  ...words('GB', storing(1e9)),
  ...words('TB', storing(1e12)),
  ...words('PB', storing(1e15)),
  ...words('EB', storing(1e18)),
  ...words('ZB', storing(1e21)),
  ...words('KiB Ki', storing(2 ** 10)),
  ...words('MiB Mi', storing(2 ** 20)),
  ...words('GiB Gi', storing(2 ** 30)),
  ...words('TiB Ti', storing(2 ** 40)),
  ...words('PiB', storing(2 ** 50)),
  ...words('bits', storing(1 / 8)),
  ...words('Kbit kbit Kb', storing(1e3 / 8)),
  ...words('Mbit Mb', storing(1e6 / 8)),
  ...words('Gbit Gb', storing(1e9 / 8)),
  ...words('Tbit Tb', storing(1e12 / 8)),
  ...words<UnitWord>('bps', { ...storing(1 / 8), period: 'second' }),
  ...words<UnitWord>('Kbps kbps', { ...storing(1e3 / 8), period: 'second' }),
  ...words<UnitWord>('Mbps', { ...storing(1e6 / 8), period: 'second' }),
  ...words<UnitWord>('Gbps', { ...storing(1e9 / 8), period: 'second' }),
  ...words<UnitWord>('Tbps', { ...storing(1e12 / 8), period: 'second' }),
  ...words<UnitWord>('rps', { ...counting('request'), period: 'second' }),
  ...words<UnitWord>('rpm', { ...counting('request'), period: 'minute' }),
  ...words<UnitWord>('qps', { ...counting('query'), period: 'second' }),
  ...words<UnitWord>('tps', { ...counting('transaction'), period: 'second' }),
  ...words<UnitWord>('iops', { ...counting('operation'), period: 'second' }),
  ...words('req reqs', counting('request')),
  ...words('op ops', counting('operation')),
  ...words('msg msgs', counting('message')),
  ...words('tx txn txns', counting('transaction')),
  ...words('conn conns', counting('connection')),
]);

function words<Value>(list: string, value: Value): readonly (readonly [string, Value])[] {
  return list.split(' ').map((word) => [word, value] as const);
}

function lasting(scale: number): UnitWord {
  return { dimension: 'duration', name: 'second', scale };
}

function storing(scale: number): UnitWord {
  return { dimension: 'bytes', name: 'byte', scale };
}

function counting(name: string): UnitWord {
  return { dimension: 'count', name, scale: 1 };
}
