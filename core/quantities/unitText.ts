/** Reads what stands behind a figure: its magnitude, its unit or what it counts, and what it is per. */
import { match } from './literal.ts';
import type { Period, Unit } from './model.ts';
import { irregularNouns, notNouns } from './words.ts';
import {
  bareUnit,
  currencyCodes,
  magnitudes,
  magnitudeWords,
  moneyMagnitudes,
  periodAdverbs,
  periodWords,
  unitWords,
} from './units.ts';
import type { UnitWord } from './units.ts';

export interface Magnitude {
  readonly end: number;
  readonly by: number;
}

export interface ReadUnit {
  readonly end: number;
  readonly unit: Unit;
}

const letters = /[A-Za-zµμ]+/y;
const spacedLetters = /[ \t]{1,2}[A-Za-zµμ]+/y;

/** `M` of "1.2M", `billion` of "3 billion"; nothing multiplies by one. */
export function readMagnitude(text: string, at: number, isMoney: boolean): Magnitude {
  const attached = match(letters, text, at);
  if (attached !== undefined) {
    const by = magnitudes.get(attached) ?? (isMoney ? moneyMagnitudes.get(attached) : undefined);
    return by === undefined ? { end: at, by: 1 } : { end: at + attached.length, by };
  }
  const spaced = match(spacedLetters, text, at);
  const word = spaced?.trimStart() ?? '';
  const by =
    magnitudeWords.get(word.toLowerCase()) ?? (word === 'M' || word === 'K' ? magnitudes.get(word) : undefined);
  return by === undefined ? { end: at, by: 1 } : { end: at + (spaced ?? '').length, by };
}

/**
 * The unit at `at`, behind figure and magnitude; undefined where letters touch the figure and are no unit, as in `3rd`.
 * `currency` is set where a currency stands in front.
 */
export function readUnit(text: string, at: number, currency: string | undefined, isOne: boolean): ReadUnit | undefined {
  if (currency !== undefined) {
    const code = readWord(text, at);
    const end = code !== undefined && currencyCodes.has(code.word) ? code.end : at;
    if (end === at && match(letters, text, at) !== undefined) return undefined;
    return readPer(text, end, { ...bareUnit, dimension: 'currency', name: currency });
  }
  const known = readKnown(text, at);
  if (known !== undefined) return known;
  if (match(letters, text, at) !== undefined) return undefined;
  const noun = readNoun(text, at, isOne);
  return readPer(text, noun?.end ?? at, { ...bareUnit, name: noun?.name ?? '' });
}

const sign = /[ \t]?%|[x×X](?![\w])/y;

function readKnown(text: string, at: number): ReadUnit | undefined {
  const written = match(sign, text, at);
  const signed = written === undefined ? undefined : unitWords.get(written.trim());
  if (written !== undefined && signed !== undefined) return finish(text, at + written.length, signed);
  const found = readWord(text, at);
  if (found === undefined) return undefined;
  if (currencyCodes.has(found.word)) {
    return readPer(text, found.end, { ...bareUnit, dimension: 'currency', name: found.word });
  }
  const unit =
    unitWords.get(found.word) ?? (found.word.length > 2 ? unitWords.get(found.word.toLowerCase()) : undefined);
  if (unit === undefined || (unit.attached === true && found.isSpaced)) return undefined;
  return finish(text, found.end, unit);
}

function finish(text: string, end: number, { dimension, name, scale, period }: UnitWord): ReadUnit {
  return readPer(text, end, { dimension, name, scale, per: [], period });
}

interface FoundWord {
  readonly word: string;
  readonly end: number;
  readonly isSpaced: boolean;
}

const unitWord = /(?:[ \t]{1,2}|-)?[A-Za-zµμ]+(?![\w])/y;

/** The word at `at`, touching or behind a space or hyphen; not one that digits go on behind. */
function readWord(text: string, at: number): FoundWord | undefined {
  const written = match(unitWord, text, at);
  if (written === undefined) return undefined;
  const word = written.replace(/^[ \t-]+/, '');
  return { word, end: at + written.length, isSpaced: word.length < written.length };
}

const nounWord = /(?:[ \t]{1,2}|-)[A-Za-z][A-Za-z'’]*(?![\w])/y;
const mostNounWords = 4;

/** What is counted: the first plural of the next few words, `broker` of "30 small Kafka brokers". */
function readNoun(
  text: string,
  at: number,
  isOne: boolean,
): { readonly name: string; readonly end: number } | undefined {
  let end = at;
  let last: { readonly name: string; readonly end: number } | undefined;
  for (let count = 0; count < mostNounWords; count += 1) {
    const written = match(nounWord, text, end);
    if (written === undefined) break;
    const word = written.slice(1).trimStart();
    const lower = word.toLowerCase();
    if (notNouns.has(lower)) break;
    end += written.length;
    const name = singularOf(word);
    if (name !== undefined) return { name, end };
    last = { name: lower, end };
  }
  return isOne ? last : undefined;
}

/** The singular, in lower case, of a word that looks like a plural. */
export function singularOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  const irregular = irregularNouns.get(lower);
  if (irregular !== undefined) return irregular;
  const abbreviation = unitWords.get(lower);
  if (abbreviation?.dimension === 'count') return abbreviation.name;
  if (lower.length < 3 || notNouns.has(lower) || !lower.endsWith('s') || /(?:ss|us|is)$/.test(word)) return undefined;
  // `AWS` and `DNS` are names, `VMs` is a plural.
  if (word === word.toUpperCase()) return undefined;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  return /(?:ch|sh|ss|x|z)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}

const per = /(?:[ \t]?\/[ \t]?|[ \t]{1,2}per[ \t]{1,2})(\d[\d,.]{0,11}[ \t]?[KMB]?[ \t]?)?[A-Za-z]+(?:-[A-Za-z]+)?/y;
const aPeriod = /[ \t]{1,2}(?:an?|each|every)[ \t]{1,2}[A-Za-z]+(?![\w])/y;
const adverb = /[ \t]{1,2}[A-Za-z]+(?![\w])/y;
const mostPers = 3;

/** Everything the unit is per: "/user/month", " per second", " annually", " each". */
function readPer(text: string, at: number, unit: Unit): ReadUnit {
  const pers: string[] = [];
  let period: Period | undefined = unit.period;
  let end = at;
  for (let count = 0; count < mostPers; count += 1) {
    const step = readOnePer(text, end, unit);
    if (step === undefined) break;
    if (step.period !== undefined) {
      if (period !== undefined) break;
      period = step.period;
    }
    pers.push(...step.per);
    end = step.end;
  }
  return { end, unit: { ...unit, per: pers, period } };
}

interface Per {
  readonly end: number;
  readonly per: readonly string[];
  readonly period: Period | undefined;
}

function readOnePer(text: string, at: number, unit: Unit): Per | undefined {
  const written = match(per, text, at);
  if (written !== undefined) return namePer(written, at + written.length, unit);
  const spoken = match(aPeriod, text, at);
  const spokenPeriod = periodWords.get(lastWord(spoken));
  if (spoken !== undefined && spokenPeriod !== undefined) {
    return { end: at + spoken.length, per: [], period: spokenPeriod };
  }
  const word = match(adverb, text, at);
  if (word === undefined) return undefined;
  const end = at + word.length;
  if (lastWord(word) === 'each') return { end, per: ['each'], period: undefined };
  const period = periodAdverbs.get(lastWord(word));
  return period === undefined ? undefined : { end, per: [], period };
}

function lastWord(written: string | undefined): string {
  return (
    (written ?? '')
      .trimEnd()
      .split(/[ \t]+/)
      .at(-1)
      ?.toLowerCase() ?? ''
  );
}

function namePer(written: string, end: number, unit: Unit): Per | undefined {
  const what = written.replace(/^[ \t]*(?:\/|per[ \t])[ \t]*/, '');
  const lower = what.toLowerCase();
  const period = periodWords.get(lower);
  if (period !== undefined) return { end, per: [], period };
  // "per GPU-hour" is per GPU and per hour.
  const dash = lower.lastIndexOf('-');
  const tail = dash === -1 ? undefined : periodWords.get(lower.slice(dash + 1));
  if (tail !== undefined) return { end, per: [lower.slice(0, dash)], period: tail };
  // Behind a bare figure a slash and a word are no rate: "3/main".
  if (unit.dimension === 'count' && unit.name === '' && written.trimStart().startsWith('/')) return undefined;
  return { end, per: [singularOf(what) ?? lower], period: undefined };
}
